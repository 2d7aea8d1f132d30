// The kinds of record that travel, and what one looks like once its changes are merged.
import type { SharedFields } from '#domain/code.ts'

export const RECORD_TYPES = ['arrival', 'tally', 'referral', 'interpretation'] as const
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

/** Counted in totals and never listed among people. */
const COUNTED: readonly RecordType[] = ['tally', 'interpretation']

export const isListed = ({ type }: { readonly type: RecordType }): boolean => !COUNTED.includes(type)

export const isRemoved = (record: FieldRecord): boolean => record.fields['removed'] === 1
