// Seeded months as the team's phones would hold them, counted for export.
import { anonymiseArrival } from '#domain/anonymise.ts'
import { createPeopleCount, type Subject } from '#domain/exports/people-count.ts'
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

export const countedOf = (published: PublishedMonth, seed: number, subject: Subject) => {
  const period = monthPeriod(published.month)
  const count = createPeopleCount(subject, period)
  for (const arrival of datedRecords(arrivalsOf(published, seed))) count.add(arrival)
  return { period, counted: count.counted() }
}
