// Several processes append to one PostgreSQL, and commit in another order than they began. A reader that goes on after the
// highest number it has seen misses rows when the numbers come from a sequence, and none with ours.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSeededRandom } from '#domain/seeded-random.ts'
import type { Database } from '#server/store/database.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { createTestPhone } from './test-phone.ts'
import { createTestServer } from './test-server.ts'

const WRITERS = 6
const EACH = 15
const LONGEST_HESITATION_MS = 12

const random = createSeededRandom(Number(process.env['SEED']))
let from: TestDatabase
beforeAll(async () => {
  from = await createTestDatabase('postgres')
})
afterAll(() => from.dispose())

it('a plain sequence makes the reader miss what commits late', async () => {
  const databases = await Promise.all([openHesitant(), openHesitant()])
  const [one] = databases
  await one.transaction((query) => query('create table plain (seq bigserial primary key, name text not null)'))
  const { seen, written } = await readWhileWriting({
    write: async (writer, at) => {
      const name = `${writer}-${at}`
      const database = databases[writer % 2] ?? one
      await database.transaction((query) => query('insert into plain (name) values (?)', [name]))
      return [name]
    },
    readAfter: async (after) => {
      const rows = await one.read((query) =>
        query('select seq, name from plain where seq > ? order by seq', [Number(after)])
      )
      return {
        names: rows.map((row) => String(row['name'])),
        cursor: rows.length > 0 ? String(rows.at(-1)?.['seq']) : after
      }
    },
    start: '0'
  })
  await Promise.all(databases.map((database) => database.close()))
  expect(written).toHaveLength(WRITERS * EACH)
  expect(seen.length).toBeLessThan(written.length)
})

it('ours makes it miss nothing', async () => {
  const hesitant: TestDatabase = { open: openHesitant, dispose: from.dispose }
  const one = await createTestServer(hesitant)
  const two = await createTestServer(hesitant, { keys: one.keys })
  const phones = await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const server = writer % 2 === 0 ? one : two
      const phone = await createTestPhone(server.app.request)
      await phone.join(await server.invite())
      return phone
    })
  )
  const reader = await createTestPhone(two.app.request)
  await reader.join(await two.invite())
  const { seen, written } = await readWhileWriting({
    write: async (writer) => {
      const phone = phones[writer]
      const changes = phone?.noteArrivals(2) ?? []
      const [first, ...rest] = changes
      if (phone !== undefined && first !== undefined) await phone.send(await phone.pack([first, ...rest]))
      return changes.map(nameOf)
    },
    readAfter: async (after) => {
      const { changes, cursor } = await reader.fetchAll(after)
      return { names: changes.map(nameOf), cursor }
    },
    start: ''
  })
  await Promise.all([one.close(), two.close()])
  expect(seen.toSorted()).toEqual(written.toSorted())
})

type Sides = {
  readonly write: (writer: number, at: number) => Promise<string[]>
  readonly readAfter: (cursor: string) => Promise<{ names: string[]; cursor: string }>
  readonly start: string
}

const readWhileWriting = async ({ write, readAfter, start }: Sides) => {
  const [seen, written]: [string[], string[]] = [[], []]
  const progress = { isDone: false, cursor: start }
  const readOn = async () => {
    const { names, cursor } = await readAfter(progress.cursor)
    seen.push(...names)
    progress.cursor = cursor
  }
  const writing = Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let at = 0; at < EACH; at += 1) written.push(...(await write(writer, at)))
    })
  ).finally(() => (progress.isDone = true))
  while (!progress.isDone) await readOn()
  await writing
  await readOn()
  return { seen, written }
}

/** Commits a moment after its last statement, as a busy process does. */
const openHesitant = async (): Promise<Database> => {
  const database = await from.open()
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (query) => {
        const outcome = await work(query)
        await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_HESITATION_MS))
        return outcome
      })
  }
}

const nameOf = ({ author, counter }: { author: string; counter: number }) => `${author}-${counter}`
