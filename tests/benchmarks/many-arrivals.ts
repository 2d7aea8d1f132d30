// Ten thousand arrivals of one month in the store of a server, to be fetched by whoever joins.
import { join } from 'node:path'
import { anonymiseArrival } from '#domain/anonymise.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { makeUpMonth } from '#domain/months/make-up-month.ts'
import { findPublishedMonth } from '#domain/months/published-months.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { type Change, createChange } from '#protocol/change.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import { insertAsPhones, SEEDED_PHONES } from '#tests/load/seed-records.ts'

export const RECORDS = 10_000
export const MONTH = '2018-07'

export const seedArrivals = async (folder: string): Promise<void> => {
  const database = await openSqlite(join(folder, 'susret.sqlite'))
  await insertAsPhones(database, arrivals())
  await database.close()
}

/** The published month made up again and again, each time otherwise, and logged by several phones in turn. */
function* arrivals(): Generator<Change> {
  const published = findPublishedMonth(MONTH)
  if (published === undefined) throw new Error(`No figures for ${MONTH}`)
  for (let [made, randomSeed] = [0, 1]; ; randomSeed += 1) {
    for (const { answers, circumstances } of makeUpMonth(published, createSeededRandom(randomSeed)).arrivals) {
      if (made === RECORDS) return
      const author = SEEDED_PHONES[made % SEEDED_PHONES.length] ?? SEEDED_PHONES[0]
      const counter = 1 + Math.floor(made / SEEDED_PHONES.length)
      const fields = anonymiseArrival(NEW_ARRIVAL, answers, circumstances)
      const clock = { at: circumstances.at, tick: 0 }
      yield createChange({ type: 'arrival', fields }, { author, counter, clock })
      made += 1
    }
  }
}
