// Teams begin to take part in the shared ledger while others hand over what they gave: on PostgreSQL with several server
// processes nobody waits for somebody who waits for them. Each pause is where the one would overtake the other.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Query } from '#server/store/database.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { createTestPhone } from './test-phone.ts'
import { createTestServer, EVENING } from './test-server.ts'

const TEAMS = ['north', 'south'] as const
const DAY = 86_400_000
const CARD = 'a'.repeat(32)
/** Who has not come by then waits for a lock. */
const PATIENCE_MS = 800

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Whoever comes goes on when all have, or when it is clear that one cannot. */
const createMeeting = (count: number) => {
  const all = Promise.withResolvers<void>()
  let here = 0
  return async () => {
    here += 1
    if (here === count) all.resolve()
    await Promise.race([all.promise, pause(PATIENCE_MS)])
  }
}

let from: TestDatabase
beforeEach(async () => {
  from = await createTestDatabase('postgres')
})
afterEach(() => from.dispose())

/** What a server process opens, with `after` each question of its transactions. */
const paused = (after: (sql: string) => Promise<void>): TestDatabase => ({
  ...from,
  open: async () => {
    const database = await from.open()
    const through =
      (query: Query): Query =>
      async (sql, values) => {
        const rows = await query(sql, values)
        await after(sql)
        return rows
      }
    return { ...database, transaction: (work) => database.transaction((query) => work(through(query))) }
  }
})

it('two teams that tell each other as the second of them begins to take part both get through', async () => {
  const first = await createTestServer(from)
  for (const id of TEAMS) await first.addOrganisation(id)
  await first.store.setTakesPart('north', true)

  const [decided, locked] = [createMeeting(TEAMS.length), createMeeting(TEAMS.length)]
  let begins: Promise<void> | undefined
  const state = { isOn: false }
  const pauses = () => {
    let step = 0
    return async (sql: string) => {
      if (!state.isOn) return
      if (step === 0 && sql === 'savepoint one') {
        step = 1
        await decided()
        begins ??= first.store.setTakesPart('south', true)
        await Promise.race([begins, pause(PATIENCE_MS)])
      } else if (step === 1 && sql.startsWith('update organisation set last_seq = last_seq')) {
        step = 2
        await locked()
      }
    }
  }
  const servers = [
    await createTestServer(paused(pauses()), { keys: first.keys }),
    await createTestServer(paused(pauses()), { keys: first.keys })
  ] as const
  const parcels = await Promise.all(
    TEAMS.map(async (team, at) => {
      const phone = await createTestPhone(servers[at === 0 ? 0 : 1].app.request)
      await phone.join(await first.invite('worker', 10, team))
      const fields = { item: 'shoes', count: 1, end: 'given', card: CARD, met: '2018-07-03T19', zone: 'parks' }
      return { phone, bytes: await phone.pack([phone.say({ type: 'handout', fields })]) }
    })
  )
  state.isOn = true
  const answers = await Promise.all(parcels.map(async ({ phone, bytes }) => (await phone.post(bytes)).status))
  state.isOn = false
  expect(answers).toEqual([200, 200])
  await begins
  expect((await first.store.findOrganisation('south'))?.takesPart).toBe(true)
  await Promise.all([first, ...servers].map((server) => server.close()))
})

it('what has ended is dropped in turn with whoever writes in the order of a team, and not between', async () => {
  const server = await createTestServer(from)
  for (const id of TEAMS) await server.addOrganisation(id)
  const phone = await createTestPhone(server.app.request)
  await phone.join(await server.invite('worker', 10, 'north'))
  const database = await from.open()
  const left = () => database.read((query) => query('select card from ledger'))
  await database.transaction(async (query) => {
    await query(
      `insert into ledger (organisation, seq, card, item_group, day, gone) values ('south', 1, ?, 'shoes', '2018-05-01', 0)`,
      [CARD]
    )
  })
  const writing = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const writer = database.transaction(async (query) => {
    await query(`update organisation set last_seq = last_seq where id = 'south'`)
    held.resolve()
    await writing.promise
  })
  await held.promise
  server.clock.at = EVENING + DAY
  const asked = phone.fetchDelivery()
  await pause(PATIENCE_MS)
  expect(await left()).toHaveLength(1)
  writing.resolve()
  await Promise.all([writer, asked])
  expect(await left()).toEqual([])
  await database.close()
  await server.close()
})
