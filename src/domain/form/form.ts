// An intake form is data: questions, when each is asked, how it is labelled and who may read the answer.
import * as z from 'zod/mini'
import { Code, FieldName } from '#domain/code.ts'

/** A label is one of our own messages (`key`), or the organisation's own words by language. */
export const Label = z.union([
  z.object({ key: z.string().check(z.regex(/^[a-z][A-Za-z0-9_.]{0,59}$/)) }),
  z.object({ text: z.record(z.string(), z.string().check(z.minLength(1), z.maxLength(200))) })
])
export type Label = z.infer<typeof Label>

/**
 * The seam for a full logic language: today a question is asked when every one of its conditions holds.
 * `sum` adds counters; an unanswered counter counts 0. Both bounds are inclusive.
 */
export const Condition = z.union([
  z.object({
    sum: z.array(FieldName).check(z.minLength(1)),
    atLeast: z.optional(z.int()),
    atMost: z.optional(z.int())
  }),
  z.object({ question: FieldName, isOneOf: z.array(Code).check(z.minLength(1)) })
])
export type Condition = z.infer<typeof Condition>

export const Choice = z.object({ code: Code, label: Label })
export type Choice = z.infer<typeof Choice>

/** Where a choice question takes its choices from: one of our code lists, or choices of its own. */
export const CHOICE_LISTS = [
  'languages',
  'countries',
  'urgent',
  'routes',
  'yesNoUnsure',
  'arrivedWhen',
  'sleeping',
  'needs',
  'quickServices'
] as const
export const ChoiceSource = z.union([
  z.object({ list: z.enum(CHOICE_LISTS) }),
  z.object({ own: z.array(Choice).check(z.minLength(1)) })
])
export type ChoiceSource = z.infer<typeof ChoiceSource>

const common = {
  name: FieldName,
  label: Label,
  hint: z.optional(Label),
  when: z.optional(z.array(Condition)),
  /** `front` is on the first screen, `more` behind *More*. */
  place: z.enum(['front', 'more'])
}
const coded = { ...common, privacy: z._default(z.enum(['shared', 'device']), 'device') }

const Counter = z.object({ ...coded, type: z.literal('counter') })
const ChooseOne = z.object({ ...coded, type: z.literal('choose_one'), choices: ChoiceSource })
const ChooseMany = z.object({ ...coded, type: z.literal('choose_many'), choices: ChoiceSource })
/** Free text has no `shared` class: a form that says so does not parse. */
const Text = z.object({
  ...common,
  type: z.literal('text'),
  privacy: z._default(z.enum(['sealed', 'device']), 'device')
})

export const Question = z.discriminatedUnion('type', [Counter, ChooseOne, ChooseMany, Text])
export type Question = z.infer<typeof Question>
export type SharedQuestion = Exclude<Question, { type: 'text' }> & { privacy: 'shared' }

export const Form = z.object({
  id: Code,
  version: z.int().check(z.gte(1)),
  label: Label,
  /** At least one of these counters must be above zero before the form can be saved. */
  people: z.array(FieldName),
  questions: z.array(Question).check(z.minLength(1), z.maxLength(200))
})
export type Form = z.infer<typeof Form>

export const isShared = (question: Question): question is SharedQuestion => question.privacy === 'shared'
