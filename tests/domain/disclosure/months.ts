// Seeded months as the team's phones would hold them, counted for export.
import { anonymiseArrival } from '#domain/anonymise.ts'
import type { SharedFields } from '#domain/code.ts'
import { ITEM_CODES } from '#domain/codes/items.ts'
import { createItemsCount } from '#domain/exports/items-count.ts'
import type { CountedSubject } from '#domain/exports/offer.ts'
import { createPeopleCount } from '#domain/exports/people-count.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { makeUpMonth } from '#domain/months/make-up-month.ts'
import type { PublishedMonth } from '#domain/months/published-month.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { monthPeriod } from '#domain/review/period.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'

export const arrivalsOf = (published: PublishedMonth, seed: number): FieldRecord[] =>
  makeUpMonth(published, createSeededRandom(seed)).arrivals.map(({ answers, circumstances }, index) => ({
    type: 'arrival',
    id: `arrival-${index}`,
    author: 'phone-3',
    fields: anonymiseArrival(NEW_ARRIVAL, answers, circumstances),
    disputed: []
  }))

/** What the same groups might have been handed out: some items often and some to few, one tap a piece or several pieces at once. */
export const handoutsOf = (published: PublishedMonth, seed: number): FieldRecord[] => {
  const random = createSeededRandom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  return arrivalsOf(published, seed).flatMap((arrival, at) => {
    const times = whole(36)
    return Array.from({ length: times }, (_, tap): FieldRecord => {
      const fields: SharedFields = {
        item: ITEM_CODES[Math.floor(ITEM_CODES.length * random() ** 4)] ?? 'soup',
        count: random() < 0.7 ? 1 : 1 + whole(5),
        end: random() < 0.9 ? 'given' : 'missing',
        met: arrival.fields['met'] ?? '',
        zone: arrival.fields['zone'] ?? '',
        ...(random() < 0.3 && { arrival: arrival.id })
      }
      return { type: 'handout', id: `handout-${at}-${tap}`, author: 'phone-3', fields, disputed: [] }
    })
  })
}

export const countedOf = (published: PublishedMonth, seed: number, subject: CountedSubject) => {
  const period = monthPeriod(published.month)
  const isOfItems = subject === 'items'
  const count = isOfItems ? createItemsCount(period) : createPeopleCount(subject, period)
  for (const record of datedRecords((isOfItems ? handoutsOf : arrivalsOf)(published, seed))) count.add(record)
  return { period, counted: count.counted() }
}
