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
  const [slow, quick] = await Promise.all([from.open(), from.open()])
  await quick.transaction((query) => query('create table plain (seq bigserial primary key, name text not null)'))
  const readAfter = (cursor: number) =>
    quick.read((query) => query('select seq, name from plain where seq > ? order by seq', [cursor]))

  const [isWritten, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const committing = slow.transaction(async (query) => {
    await query('insert into plain (name) values (?)', ['begun first'])
    isWritten.resolve()
    await mayCommit.promise
  })
  await isWritten.promise
  await quick.transaction((query) => query('insert into plain (name) values (?)', ['committed first']))
  const seen = await readAfter(0)
  mayCommit.resolve()
  await committing

  expect(seen.map(({ name }) => name)).toEqual(['committed first'])
  expect(await readAfter(Number(seen[0]?.['seq']))).toEqual([])
  expect(await readAfter(0)).toHaveLength(2)
  await Promise.all([slow.close(), quick.close()])
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
