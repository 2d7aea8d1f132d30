// Ten thousand arrivals of one month in the store of a server, and a phone that has joined and fetches them.
import { join } from 'node:path'
import { anonymiseArrival } from '#domain/anonymise.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { makeUpMonth } from '#domain/months/make-up-month.ts'
import { findPublishedMonth } from '#domain/months/published-months.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { type Change, createChange } from '#protocol/change.ts'
import { openSqlite } from '#server/store/sqlite.ts'
import { createComplaints } from '#tests/e2e/complaints.ts'
import { joinTeam } from '#tests/e2e/world/acts.ts'
import { createTestPhone, type TestPhone } from '#tests/e2e/world/phone.ts'
import { createTestServer } from '#tests/e2e/world/server.ts'
import { insertAsPhones, SEEDED_PHONES } from '#tests/load/seed-records.ts'

export const RECORDS = 10_000
export const MONTH = '2018-07'

/** Until all of them have come to the phone. */
export const PATIENCE_MS = 300_000

type Size = NonNullable<Parameters<typeof createTestPhone>[2]>['size']

/** `work` waits on a screen of its own until they are all there. */
export const withManyArrivals = async <Figures>(
  { role, size }: { role: 'worker' | 'lead'; size?: Size },
  work: (phone: TestPhone) => Promise<Figures>
): Promise<Figures> => {
  const server = await createTestServer()
  await server.start()
  await seedArrivals(server.folder)
  const phone = await createTestPhone(server.url, createComplaints(), { size })
  try {
    await phone.open()
    await joinTeam(phone.page(), await server.invite(role))
    return await work(phone)
  } finally {
    await phone.dispose()
    await server.dispose()
  }
}

const seedArrivals = async (folder: string): Promise<void> => {
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
