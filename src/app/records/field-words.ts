// What a field of a record is called and what its value says, for every kind of record. A value that this phone does not
// know stands for itself: a newer phone may have written it.
import { useSaid } from '#app/directory/said.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useLabels } from '#app/language/labels.ts'
import { useLibrary } from '#app/phone/use-phone.ts'
import { familyLabelKey, familyValueKey } from '#app/records/case-field-words.ts'
import { usePhoneName } from '#app/records/phone-name.ts'
import { dayOf, ShiftHour } from '#domain/belgrade-time.ts'
import type { SharedValue } from '#domain/code.ts'
import type { Answer } from '#domain/form/answers.ts'
import type { Form, Question } from '#domain/form/form.ts'
import { NOBODY } from '#domain/records/case.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'

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
    const lists: Readonly<Record<string, string>> = { ...CODE_LISTS, ...OWN_LISTS[type] }
    const list = name in lists && (lists[name]?.includes(':') ? lists[name] : `codes:${lists[name]}`)
    const key = (type === 'case' && familyValueKey(name, value)) || (list && `${list}.${value}`)
    if (key) return t(key as 'codes:zones.parks', { defaultValue: value })
    if (ShiftHour.safeParse(value).success) return `${format.shortDate(dayOf(value))}, ${value.slice(11)}:00`
    if (name === 'owner') return value === NOBODY ? t('nobody') : phoneName(value)
    const entry = library.entries.find(({ id }) => id === value)
    return entry === undefined ? value : said(entry.name)
  }

  return {
    formOf,
    answer,
    label: (record, name) => {
      const question = questionOf(record, name)
      const family = record.type === 'case' ? familyLabelKey(name) : undefined
      return question === undefined
        ? t((family ?? OWN_LABELS[record.type]?.[name] ?? `fields.${name}`) as 'fields.zone', { defaultValue: name })
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

const CODE_LISTS = {
  zone: 'zones',
  class: 'tally',
  state: 'referralStates',
  reason: 'reasons',
  due: 'dues',
  consent: 'consents',
  needs: 'needs',
  told: 'tellable',
  language: 'languages',
  outcome: 'interpreting'
} as const

/** Where a kind of record means another list by the same name. */
const OWN_LISTS: Partial<Record<RecordType, Readonly<Record<string, string>>>> = {
  case: { state: 'caseStates', outcome: 'caseOutcomes' },
  bond: { bond: 'bonds' },
  contact: { given: 'quickServices' },
  follow_up: { state: 'followUpStates', what: 'followUps' },
  shift: { state: 'shift:states', languages: 'languages' }
}

/** Labels that stand with the screen of their record. */
const OWN_LABELS: Partial<Record<RecordType, Readonly<Record<string, string>>>> = {
  shift: { crew: 'review:columns.people', languages: 'review:cuts.language' },
  dawn_count: { men: 'form:men', women: 'form:women', children: 'shift:children', unseen: 'shift:unseen' }
}
