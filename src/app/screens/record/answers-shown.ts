// Which answers of an arrival are shown, in the order they were asked.
import type { SharedFields, SharedValue } from '#domain/code.ts'
import { type Answer, type Answers, isRelevant } from '#domain/form/answers.ts'
import { type Form, isShared, type Question, type SharedQuestion } from '#domain/form/form.ts'
import { ARRIVAL_FRAME_FIELDS } from '#domain/records/arrival.ts'

export type AnswerShown = { readonly name: string; readonly value: SharedValue }

/** Nobody and nothing are not listed. Answers to questions that this form lacks come last, so that none is hidden. */
export const answersShown = (form: Form, fields: SharedFields): AnswerShown[] => {
  const asked = form.questions.map(({ name }) => name)
  const order = (name: string) => (asked.includes(name) ? asked.indexOf(name) : asked.length)
  return Object.entries(fields)
    .filter(([name, value]) => !isFrame(name) && !isNothing(value))
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => order(a.name) - order(b.name))
}

/** Questions nobody has answered yet, that the form asks of such a group. */
export const questionsOpen = (form: Form, fields: SharedFields): SharedQuestion[] =>
  form.questions
    .filter(isShared)
    .filter((question) => isNothing(fields[question.name] ?? '') && isRelevant(question, fields))

export const privateAnswersShown = (form: Form, answers: Answers): { question: Question; value: Answer }[] =>
  form.questions.flatMap((question) => {
    const value = answers[question.name]
    return value === undefined || isNothing(value) ? [] : [{ question, value }]
  })

const isFrame = (name: string): boolean => (ARRIVAL_FRAME_FIELDS as readonly string[]).includes(name)

const isNothing = (value: SharedValue): boolean =>
  value === 0 || value === '' || (Array.isArray(value) && value.length === 0)
