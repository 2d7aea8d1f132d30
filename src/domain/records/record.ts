// The kinds of record that travel, and what one looks like once its changes are merged.
import type { SharedFields } from '#domain/code.ts'

export const RECORD_TYPES = ['arrival', 'tally', 'referral'] as const
export type RecordType = (typeof RECORD_TYPES)[number]

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

export const isRemoved = (record: FieldRecord): boolean => record.fields['removed'] === 1
