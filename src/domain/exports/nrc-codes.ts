// What the answers in NRC's own files mean. In a file they stand in English, as NRC reads them; here each is explained in the
// language chosen.
import { COUNTRIES } from '#domain/codes/countries.ts'
import { findIso3 } from '#domain/codes/iso3.ts'
import { SECTORS } from '#domain/codes/needs.ts'
import type { NrcSet } from '#domain/exports/data-sheet.ts'
import { FIELD_ACTIVITY, PARTICIPANT_COLUMNS } from '#domain/exports/participants.ts'
import { EXTERNAL, NO, PRIORITY, REFERRAL_FORM_COLUMNS, YES } from '#domain/exports/referral-forms.ts'
import type { SheetWords } from '#domain/exports/sheet.ts'
import { DUES } from '#domain/records/referral.ts'

type Column = (typeof PARTICIPANT_COLUMNS | typeof REFERRAL_FORM_COLUMNS)[number]
type Explained = readonly (readonly [answer: string, meaning: string])[]

/** Of `words` the meanings; of `english` what stands in NRC's files. */
export type CodeWords = { readonly words: SheetWords; readonly english: SheetWords }

export const nrcCodes = (set: NrcSet, spoken: CodeWords) => {
  const columns: readonly Column[] = set === 'core' ? PARTICIPANT_COLUMNS : REFERRAL_FORM_COLUMNS
  const explained: Partial<Record<Column['id'], Explained>> = set === 'core' ? ofCore(spoken) : ofForms(spoken)
  return columns.flatMap(({ id, heading }) =>
    (explained[id] ?? []).map(([code, name]) => ({ column: id, heading, code, name }))
  )
}

const ofCore = ({ words: { names, heading } }: CodeWords) =>
  ({
    context: [[FIELD_ACTIVITY, names.nrc('fieldActivity')]],
    anonymous: [['true', names.answer('yes')]],
    sex: [
      ['male', `${heading('men')}, ${heading('boys')}`],
      ['female', `${heading('women')}, ${heading('girls')}`]
    ],
    minor: [
      ['true', names.answer('yes')],
      ['false', names.answer('no')]
    ],
    nationality: COUNTRIES.flatMap((country) => {
      const code = findIso3(country)
      return code === undefined ? [] : [[code, names.country(country)] as const]
    })
  }) satisfies Partial<Record<Column['id'], Explained>>

const ofForms = ({ words: { names }, english }: CodeWords) => {
  const yesOrNo = [
    [YES, names.answer('yes')],
    [NO, names.answer('no')]
  ] as const
  return {
    priority: DUES.map((due) => [PRIORITY[due], names.due(due)]),
    consent: yesOrNo,
    minor: yesOrNo,
    reason: SECTORS.map((sector) => [english.names.sector(sector), names.sector(sector)]),
    type: [[EXTERNAL, names.nrc('external')]]
  } satisfies Partial<Record<Column['id'], Explained>>
}
