// A machine that dies says no word: what was asked of PostgreSQL is never answered, and nothing closes the connection.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPostgres } from '#server/store/postgres.ts'
import { createPostgresDatabase, type TestDatabase } from './test-database.ts'
import { createTestPhone, problemIn, type TestPhone } from './test-phone.ts'
import { createTestServer, type TestServer } from './test-server.ts'

const ANSWER_WITHIN_MS = 1_000

let postgres: Awaited<ReturnType<typeof createPostgresDatabase>>
let between: Awaited<ReturnType<typeof standBetween>>
let server: TestServer
let phone: TestPhone
beforeEach(async () => {
  postgres = await createPostgresDatabase()
  between = await standBetween(postgres.url)
  const from: TestDatabase = {
    open: () => openPostgres(between.url, { answerWithinMs: ANSWER_WITHIN_MS }),
    dispose: postgres.drop
  }
  server = await createTestServer(from)
  phone = await createTestPhone(server.app.request)
  await phone.join(await server.invite())
})
afterEach(async () => {
  between.close()
  await server.close()
  await postgres.drop()
})

/** Carries bytes both ways. What was connected before `fallSilent` hears nothing any more; who connects after it does. */
const standBetween = async (url: string) => {
  const { hostname, port, pathname, username, password } = new URL(url)
  const sockets = new Set<Socket>()
  const open = new Set<{ isSilent: boolean }>()
  const proxy = createServer((near) => {
    const line = { isSilent: false }
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined))
    open.add(line)
    near.on('data', (bytes) => far.write(bytes)).on('close', () => far.destroy())
    far.on('data', (bytes) => line.isSilent || near.write(bytes)).on('close', () => line.isSilent || near.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const through = new URL(url)
  through.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`
  Object.assign(through, { pathname, username, password })
  return {
    url: through.href,
    fallSilent: () => {
      for (const line of open) line.isSilent = true
    },
    close: () => {
      proxy.close()
      for (const socket of sockets) socket.destroy()
    }
  }
}

it('puts phones off in words and takes their parcels over a new connection, without a restart', async () => {
  const [first, second] = [await phone.pack(phone.noteArrivals(2)), await phone.pack(phone.noteArrivals(1))]
  await phone.send(first)
  between.fallSilent()
  const asked = Date.now()
  expect(await problemIn(await phone.post(second))).toMatchObject({ status: 503, problem: 'busy' })
  expect(Date.now() - asked).toBeLessThan(2 * ANSWER_WITHIN_MS)
  await phone.send(second)
  expect((await phone.fetchAll()).changes).toHaveLength(3)
})

it('puts off whoever asks what there is, and answers the next', async () => {
  await phone.send(await phone.pack(phone.noteArrivals(2)))
  between.fallSilent()
  expect((await phone.get('/v1/deliveries?after=')).status).toBe(503)
  expect((await phone.fetchAll()).changes).toHaveLength(2)
})

it('leaves what is long under way its time: set-up and restore', async () => {
  const slept = await server.database.alone((query) =>
    query(`select 1 as there from pg_sleep(?)`, [(2 * ANSWER_WITHIN_MS) / 1_000])
  )
  expect(slept).toEqual([{ there: 1 }])
})
