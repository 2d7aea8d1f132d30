// A person or group met as newly arrived. The answers are fields of their own, named by the form.
import * as z from 'zod/mini'
import { ShiftHour } from '#domain/belgrade-time.ts'
import { Code, Count, type SharedFields } from '#domain/code.ts'
import { ZONES } from '#domain/codes/zones.ts'
import { type Answers, countOf, fits, isRelevant } from '#domain/form/answers.ts'
import { type Form, isShared, type Question } from '#domain/form/form.ts'

/** Why an answer was given anew. It is said of one change, so two of them never dispute anything. */
export const WHY_CHANGED = ['mistake', 'learned', 'misheard'] as const
export type WhyChanged = (typeof WHY_CHANGED)[number]
export const WHY_FIELD = 'why'

/** What every arrival carries beside its answers. */
export const ArrivalFrame = z.object({
  form: Code,
  formVersion: z.int().check(z.gte(1)),
  met: ShiftHour,
  zone: z.enum(ZONES),
  why: z.optional(z.enum(WHY_CHANGED))
})
export const ARRIVAL_FRAME_FIELDS = ['form', 'formVersion', 'met', 'zone', WHY_FIELD, 'removed'] as const

/** Names of the fields that are neither the frame's nor answers the form can have. An empty list is a fitting arrival. */
export const misfitsInArrival = (form: Form, fields: SharedFields): string[] =>
  Object.entries(fields)
    .filter(([name]) => !(ARRIVAL_FRAME_FIELDS as readonly string[]).includes(name))
    .filter(([name, value]) => {
      const question = form.questions.find((candidate) => candidate.name === name)
      return question === undefined || !isShared(question) || !fits(question, value)
    })
    .map(([name]) => name)

/** Counters the totals are made of; a form of another organisation may lack any of them. */
export const PEOPLE = ['men', 'boys', 'women', 'girls'] as const

/** Children without an adult who is theirs: counted, or the whole group when it answered "alone"; the more of the two. */
export const childrenAlone = (fields: SharedFields): number => {
  const counted = Count.safeParse(fields['childrenAlone'])
  const answered = fields['alone'] === 'yes' ? countField(fields, 'boys') + countField(fields, 'girls') : 0
  return Math.max(counted.success ? counted.data : 0, answered)
}

/** Who some are counted among: no more of them can be there. Babies are children, and children may be pregnant. */
const AMONG: Readonly<Record<string, readonly string[]>> = {
  childrenAlone: ['boys', 'girls'],
  babies: ['boys', 'girls'],
  pregnant: ['women', 'girls'],
  older: ['men', 'women'],
  disabled: PEOPLE
}

/** More of these than there are people they could be. */
export type TooMany = { readonly question: Question; readonly number: number; readonly all: number }

/** The first in the form. `changed`: only where this one answer takes part. */
export const findTooMany = (form: Form, answers: Answers, changed?: string): TooMany | undefined => {
  const asked = new Set(form.questions.map(({ name }) => name))
  return form.questions.flatMap((question): TooMany[] => {
    const among = Object.hasOwn(AMONG, question.name) ? (AMONG[question.name] ?? []) : []
    const isOfChange = changed === undefined || changed === question.name || among.includes(changed)
    if (among.length === 0 || !isOfChange || !among.every((name) => asked.has(name))) return []
    const number = isRelevant(question, answers) ? countOf(answers, question.name) : 0
    const all = among.reduce((sum, name) => sum + countOf(answers, name), 0)
    return number > all ? [{ question, number, all }] : []
  })[0]
}

export const peopleInArrival = (fields: SharedFields): number =>
  PEOPLE.reduce((sum, name) => sum + countField(fields, name), 0)

export const countField = (fields: SharedFields, name: string): number => {
  const value = fields[name]
  return typeof value === 'number' ? value : 0
}
