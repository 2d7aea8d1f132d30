// Which cards an arrival's people carry, and until when each counts: given to them, or brought when they were handed something.
import { type Day, dayOf } from '#domain/belgrade-time.ts'
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'
import { findCode } from '#domain/review/dated-record.ts'

/** The last day of each card, by its hash, by the arrival. */
export type CardsByArrival = ReadonlyMap<string, ReadonlyMap<string, Day>>

export const cardsByArrival = (records: Iterable<FieldRecord>): CardsByArrival => {
  const cards = new Map<string, Map<string, Day>>()
  for (const record of records) {
    const [card, arrival] = [findCode(record.fields, 'card'), findCode(record.fields, 'arrival')]
    if (card === undefined || arrival === undefined || isRemoved(record)) continue
    const last = findCode(record.fields, 'until') ?? dayOf(findCode(record.fields, 'met') ?? '')
    const known = cards.get(arrival) ?? new Map<string, Day>()
    const before = known.get(card) ?? ''
    cards.set(arrival, known.set(card, last > before ? last : before))
  }
  return cards
}
