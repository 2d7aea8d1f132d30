// The kinds of record that travel, and what one looks like once its changes are merged.
import type { SharedFields } from '#domain/code.ts'

export const RECORD_TYPES = [
  'arrival',
  'tally',
  'referral',
  'interpretation',
  'case',
  'contact',
  'follow_up',
  'bond',
  'opening',
  'question',
  'handout',
  'stock',
  'card_given',
  'sameness',
  'accompaniment',
  'shift',
  'dawn_count',
  'service_check',
  'referral_card'
] as const
export type RecordType = (typeof RECORD_TYPES)[number]

/** A newer version may write kinds that this one does not know: kept, carried and not shown. */
export const isRecordType = (type: string): type is RecordType => (RECORD_TYPES as readonly string[]).includes(type)

/** One record as lists and reviews see it. */
export type FieldRecord = {
  readonly type: RecordType
  readonly id: string
  /** The phone that made the record. */
  readonly author: string
  readonly fields: SharedFields
  /** Names of fields that two people have answered differently and nobody has settled. */
  readonly disputed: readonly string[]
}

/** Listed among people. The others are counted in totals, or hang on one of these. */
const LISTED: readonly RecordType[] = ['arrival', 'referral', 'case']

export const isListed = ({ type }: { readonly type: RecordType }): boolean => LISTED.includes(type)

/**
 * Set by a step beside the state: read and settled with the state. While the state is agreed on, a reason, an outcome, a time or a
 * place that differs is asked about by itself, and the hour of the step, which nobody said, is not.
 */
export const SAID_WITH_STATE: readonly string[] = ['stepAt', 'reason', 'outcome', 'appointment', 'place', 'centre']

export const isRemoved = (record: FieldRecord): boolean => record.fields['removed'] === 1
