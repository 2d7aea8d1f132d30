// Two phones that took the same people without knowing of each other: a case was begun on each.
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'
import { findCode } from '#domain/review/dated-record.ts'

/** By arrival, where it has more than one case. */
export const twinCases = <Kind extends FieldRecord>(records: readonly Kind[]): ReadonlyMap<string, readonly Kind[]> => {
  const byArrival = new Map<string, Kind[]>()
  for (const record of records) {
    const arrival = findCode(record.fields, 'arrival')
    if (record.type !== 'case' || isRemoved(record) || arrival === undefined) continue
    byArrival.set(arrival, [...(byArrival.get(arrival) ?? []), record])
  }
  return new Map([...byArrival].filter(([, cases]) => cases.length > 1))
}
