// What an organisation asks beside the questions every team has: counted from the form alone, whatever the question is.
import { countField } from '#domain/records/arrival.ts'
import type { ChoiceSource, Form, Label, SharedQuestion } from '#domain/form/form.ts'
import { isShared } from '#domain/form/form.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { codesIn, type DatedRecord, findCode } from '#domain/review/dated-record.ts'
import { type ReachRow, reachOf } from '#domain/review/tables.ts'

export type OwnQuestion = {
  readonly question: string
  readonly label: Label
  readonly type: SharedQuestion['type']
  /** Where the labels of the codes are; a counter has none. */
  readonly choices?: ChoiceSource
  /**
   * One row per code that was answered. Of a counter: one row named like the question, `groups` that counted any and
   * `people` the sum. With `choose_one`, rows and `notAnswered` add up to all groups and all people.
   */
  readonly rows: readonly ReachRow[]
  readonly notAnswered: { readonly groups: number; readonly people: number }
}

/** `forms`: every version whose answers may be among the arrivals, the newest last; its labels count. */
export const ownQuestions = (arrivals: readonly DatedRecord[], forms: readonly Form[]): OwnQuestion[] => {
  const byName = new Map(forms.flatMap((form) => form.questions).map((question) => [question.name, question]))
  return [...byName.values()]
    .filter((question) => !BUILT_IN.has(question.name))
    .filter(isShared)
    .map((question) => summed(question, arrivals))
}

const BUILT_IN = new Set(NEW_ARRIVAL.questions.map(({ name }) => name))

const summed = (question: SharedQuestion, arrivals: readonly DatedRecord[]): OwnQuestion => {
  const { name, label, type } = question
  const answered = arrivals.filter((arrival) => codesFor(question, arrival).length > 0)
  const silent = arrivals.filter((arrival) => codesFor(question, arrival).length === 0)
  const [notAnswered = { groups: 0, people: 0 }] = reachOf(silent, () => [name]).map(({ groups, people }) => ({
    groups,
    people
  }))
  if (question.type === 'counter') {
    const people = answered.reduce((sum, { fields }) => sum + countField(fields, name), 0)
    return { question: name, label, type, rows: [{ code: name, groups: answered.length, people }], notAnswered }
  }
  const rows = reachOf(answered, (arrival) => codesFor(question, arrival))
  return { question: name, label, type, choices: question.choices, rows, notAnswered }
}

const codesFor = ({ name, type }: SharedQuestion, { fields }: DatedRecord): string[] => {
  if (type === 'counter') return countField(fields, name) > 0 ? [name] : []
  if (type === 'choose_many') return codesIn(fields, name)
  const code = findCode(fields, name)
  return code === undefined ? [] : [code]
}
