// A reader who goes on from its cursor misses nothing, however many server processes append at the same time.
import { afterAll, beforeAll, expect, it, describe } from 'vitest'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { createTestPhone } from './test-phone.ts'
import { createTestServer, type TestServer } from './test-server.ts'

describe.each(KINDS)('Two servers on one database, on %s', (kind) => {
  let from: TestDatabase
  let servers: [TestServer, TestServer]
  beforeAll(async () => {
    from = await createTestDatabase(kind)
    const first = await createTestServer(from)
    servers = [first, await createTestServer(from, { keys: first.keys })]
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()))
    await from.dispose()
  })

  it('never append behind a reader', async () => {
    const [one, two] = servers
    const reader = await createTestPhone(two.app.request)
    await reader.join(await two.invite())
    const writers = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const server = at % 2 === 0 ? one : two
        const phone = await createTestPhone(server.app.request)
        await phone.join(await server.invite())
        return phone
      })
    )
    const progress = { isDone: false }
    const written = Promise.all(
      writers.map(async (phone) => {
        for (let parcel = 0; parcel < 15; parcel += 1) await phone.send(await phone.pack(phone.noteArrivals(3)))
      })
    ).finally(() => (progress.isDone = true))

    const seen = new Map<string, number[]>()
    let cursor = ''
    const readOn = async () => {
      const delivery = await reader.fetchAll(cursor)
      for (const { author, counter } of delivery.changes) seen.set(author, [...(seen.get(author) ?? []), counter])
      cursor = delivery.cursor
    }
    while (!progress.isDone) await readOn()
    await written
    await readOn()
    for (const { device } of writers) expect(seen.get(device)).toEqual(Array.from({ length: 45 }, (_, at) => at + 1))
  })

  it('take one parcel once when it comes to both at the same time', async () => {
    const [one, two] = servers
    const phone = await createTestPhone(one.app.request)
    await phone.join(await one.invite())
    const bytes = await phone.pack(phone.noteArrivals(10))
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, at) =>
        (at % 2 === 0 ? one : two).app.request('/v1/parcels', { method: 'POST', body: bytes })
      )
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    const { changes } = await phone.fetchAll()
    expect(changes.filter(({ author }) => author === phone.device)).toHaveLength(10)
  })
})
