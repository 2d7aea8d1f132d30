// A data file that was damaged while nobody looked: the server says so and does not start over it with less than it had.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSqlite } from '#server/store/sqlite.ts'
import { createStore } from '#server/store/create-store.ts'
import { createTestDatabase } from './test-database.ts'
import { createTestPhone } from './test-phone.ts'
import { createTestServer, EVENING, ORGANISATION, randomBytes } from './test-server.ts'

const SEED = Number(process.env['SEED'])
const ROUNDS = 120
const RECORDS = 200
/** Bytes of a page of SQLite. */
const PAGE = 4096

let folder: string
let whole: Uint8Array
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'susret-damaged-'))
  const from = await createTestDatabase('sqlite')
  const server = await createTestServer(from)
  const phone = await createTestPhone(server.app.request)
  await phone.join(await server.invite())
  await phone.send(await phone.pack(phone.noteArrivals(RECORDS)))
  const database = await openSqlite(join(folder, 'whole.sqlite'))
  const copy = await createStore({ database, now: () => EVENING, random: randomBytes, waitingLimit: 9 })
  const lines: string[] = []
  await server.store.backup(async (line) => void lines.push(line))
  const restored = await copy.restore(
    (async function* () {
      yield* lines
    })()
  )
  if (!restored.ok) throw new Error(restored.refusal)
  await copy.close()
  whole = await readFile(join(folder, 'whole.sqlite'))
  await server.close()
  await from.dispose()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** How many records a server finds in the file; `refused` when it does not open it or cannot read it. */
const foundIn = async (bytes: Uint8Array, round: number): Promise<number | 'refused'> => {
  const path = join(folder, `damaged-${round}.sqlite`)
  await writeFile(path, bytes)
  try {
    const database = await openSqlite(path)
    const store = await createStore({ database, now: () => EVENING, random: randomBytes, waitingLimit: 9 })
    const page = await store.changesAfter(ORGANISATION, () => ({ after: 0, limit: 100_000 }))
    await store.close()
    return page?.changes.length ?? 0
  } catch {
    return 'refused'
  }
}

const cutShort = (share: number): Uint8Array => whole.subarray(0, Math.floor(whole.length * share))

it('a whole file is opened with all it holds', async () => {
  expect(await foundIn(whole, 0)).toBe(RECORDS)
})

it('a file cut short anywhere is never opened with some of its records', async () => {
  let state = SEED
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296
  const silent: string[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    const share = 0.01 + 0.98 * next()
    const found = await foundIn(cutShort(share), round)
    if (found !== 'refused' && found !== RECORDS) silent.push(`cut at ${share} (seed ${SEED}): ${found} records`)
  }
  expect(silent).toEqual([])
})

it('a file with a page of zeros anywhere is refused before anybody reads from it', async () => {
  const pages = whole.length / PAGE
  expect(pages).toBeGreaterThan(10)
  const opened: string[] = []
  for (let page = 1; page < pages; page += 1) {
    const path = join(folder, `holed-${page}.sqlite`)
    await writeFile(path, Uint8Array.from(whole).fill(0, page * PAGE, (page + 1) * PAGE))
    await openSqlite(path).then(
      (database) => database.close().then(() => opened.push(`page ${page}`)),
      () => undefined
    )
  }
  expect(opened).toEqual([])
})
