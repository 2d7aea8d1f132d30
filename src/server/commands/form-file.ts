// A new version of the New arrival form, from a file. It may add questions, reorder and relabel; it may not change what
// an answer means, because reviews and reports count on it.
import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { Form, type Question } from '#domain/form/form.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { ARRIVAL_FRAME_FIELDS } from '#domain/records/arrival.ts'
import { Trouble } from '#server/commands/world.ts'

/** Throws `Trouble` with one line for everything that does not fit. `installed`: every version there is. */
export const readFormFile = async (path: string, installed: readonly Form[]): Promise<Form> => {
  const parsed = Form.safeParse(parse(await read(path), path))
  if (!parsed.success) throw new Trouble(`${path} is not a form:\n${z.prettifyError(parsed.error)}`)
  const objections = objectionsTo(parsed.data, installed)
  if (objections.length > 0) throw new Trouble(`${path} cannot be used:\n${objections.join('\n')}`)
  return parsed.data
}

export const objectionsTo = (form: Form, installed: readonly Form[]): string[] => {
  const newest = Math.max(NEW_ARRIVAL.version, ...installed.map(({ version }) => version))
  const names = form.questions.map(({ name }) => name)
  const builtIn = new Set(NEW_ARRIVAL.questions.map(({ name }) => name))
  return [
    ...(form.id === NEW_ARRIVAL.id ? [] : [`Its id must be "${NEW_ARRIVAL.id}".`]),
    ...(form.version > newest ? [] : [`Its version must be higher than ${newest}.`]),
    ...(same(form.people, NEW_ARRIVAL.people) ? [] : ['"people" must stay as it is.']),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `"${name}" is asked twice.`),
    ...names
      .filter((name) => (ARRIVAL_FRAME_FIELDS as readonly string[]).includes(name))
      .map((name) => `"${name}" is taken: every record has a field of that name.`),
    ...NEW_ARRIVAL.questions
      .filter((question) => !form.questions.some((other) => meansTheSame(question, other)))
      .map(({ name }) => `"${name}" must stay, with the same type, choices and privacy.`),
    ...form.questions
      .filter(({ name, label }) => !builtIn.has(name) && !('text' in label && label.text['en']))
      .map(({ name }) => `"${name}" needs a label in words, at least in English: {"text": {"en": "…"}}.`)
  ]
}

const meansTheSame = (question: Question, other: Question): boolean =>
  question.name === other.name &&
  question.type === other.type &&
  question.privacy === other.privacy &&
  same(choicesOf(question), choicesOf(other))

const choicesOf = (question: Question) => ('choices' in question ? question.choices : undefined)

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const read = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new Trouble(`${path} cannot be read.`, { cause: error })
  }
}

const parse = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Trouble(`${path} is not JSON.`, { cause: error })
  }
}
