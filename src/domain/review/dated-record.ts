// A record whose hour is known. What has no readable hour belongs to no day and is in no review.
import { ShiftHour } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'

export type DatedRecord = FieldRecord & { readonly met: ShiftHour }

/** Removed records are left out. Oldest first; the id decides within an hour, so the order records came in never shows. */
export const datedRecords = (records: Iterable<FieldRecord>): DatedRecord[] => {
  const dated: DatedRecord[] = []
  for (const record of records) {
    const { met } = record.fields
    if (isRemoved(record) || typeof met !== 'string' || !ShiftHour.safeParse(met).success) continue
    dated.push({ ...record, met })
  }
  return dated.sort((a, b) => compare(a.met, b.met) || compare(a.id, b.id))
}

/** One code of a field, or undefined when there is none or something else stands there. */
export const findCode = (fields: SharedFields, name: string): string | undefined => {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

/** Several codes, each once. */
export const codesIn = (fields: SharedFields, name: string): string[] => {
  const value = fields[name]
  return Array.isArray(value) ? [...new Set(value)] : []
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
