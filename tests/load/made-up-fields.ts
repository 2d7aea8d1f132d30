// What load-test records say: the arrivals of a month that was published, made up anew from the seed, so that a parcel
// weighs what a parcel of the field weighs.
import { anonymiseArrival, type AnonymousFields } from '#domain/anonymise.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { makeUpMonth } from '#domain/months/make-up-month.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'

export const createMadeUpFields = (seed: number): readonly AnonymousFields[] => {
  const [published] = PUBLISHED_MONTHS
  if (published === undefined) throw new Error('No published month')
  return makeUpMonth(published, createSeededRandom(seed)).arrivals.map(({ answers, circumstances }) =>
    anonymiseArrival(NEW_ARRIVAL, answers, circumstances)
  )
}
