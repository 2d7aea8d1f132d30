// What a field of a record is called and what its value says, for every kind of record. A value that this phone does not
// know stands for itself: a newer phone may have written it.
import { useSaid } from '#app/directory/said.tsx'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useLibrary } from '#app/phone/use-phone.ts'
import { labelKeyOf, valueKeyOf } from '#app/records/field-keys.ts'
import { usePhoneName } from '#app/records/phone-name.ts'
import { Day, ShiftHour } from '#domain/belgrade-time.ts'
import type { SharedValue } from '#domain/code.ts'
import type { Answer } from '#domain/form/answers.ts'
import type { Form, Question } from '#domain/form/form.ts'
import { NOBODY } from '#domain/records/case.ts'
import type { FieldRecord } from '#domain/records/record.ts'

export type FieldWords = {
  readonly label: (record: FieldRecord, name: string) => string
  readonly value: (record: FieldRecord, name: string, value: SharedValue) => string
  readonly answer: (question: Question, value: Answer) => string
  /** The form the record was made with, or the newest. */
  readonly formOf: (record: FieldRecord) => Form
}

export const useFieldWords = (): FieldWords => {
  const t = useWords('record')
  const format = useFormat()
  const dayAndTime = useDayAndTime()
  const labels = useLabels()
  const said = useSaid()
  const phoneName = usePhoneName()
  const library = useLibrary()

  const formOf = ({ fields }: FieldRecord): Form =>
    library.forms.find(({ id, version }) => id === fields['form'] && version === fields['formVersion']) ??
    library.arrivalForm

  const questionOf = (record: FieldRecord, name: string): Question | undefined =>
    record.type === 'arrival' ? formOf(record).questions.find((question) => question.name === name) : undefined

  const answer = (question: Question, value: Answer): string => {
    if (typeof value === 'number') return format.count(value)
    if (question.type === 'counter' || question.type === 'text') return String(value)
    return format.list([value].flat().map((code) => labels.choice(question.choices, code)))
  }

  const code = ({ type }: FieldRecord, name: string, value: string): string => {
    const entry = library.entries.find(({ id }) => id === value)
    if (entry !== undefined) return said(entry.name, entry.kind !== 'service')
    // A day or an hour is the code of no list: a follow-up is due at an hour, a referral how soon.
    if (Day.safeParse(value).success) return format.shortDate(value)
    if (ShiftHour.safeParse(value).success) return dayAndTime.ofHour(value)
    const key = valueKeyOf(type, name, value)
    if (key !== undefined) return t(key as 'codes:zones.parks', { defaultValue: value })
    if (name === 'owner') return value === NOBODY ? t('nobody') : phoneName(value)
    return value
  }

  return {
    formOf,
    answer,
    label: (record, name) => {
      const question = questionOf(record, name)
      return question === undefined
        ? t(labelKeyOf(record.type, name) as 'fields.zone', { defaultValue: name })
        : labels.label(question.label)
    },
    value: (record, name, value) => {
      const question = questionOf(record, name)
      if (question !== undefined) return answer(question, value)
      if (name === 'removed') return value === 1 ? t('removedValue') : t('keptValue')
      if (typeof value === 'number') return format.count(value)
      return format.list([value].flat().map((one) => code(record, name, one)))
    }
  }
}
