import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DELIVERY_CHANGES } from '#protocol/delivery.ts'
import { ENDPOINTS } from '#protocol/endpoints/index.ts'
import { MACHINE_PROBLEMS } from '#protocol/machine-problem.ts'
import { PROBLEMS } from '#protocol/problem.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { createTestPhone, problemIn } from './test-phone.ts'
import { createTestServer, ORGANISATION, type TestServer } from './test-server.ts'

let from: TestDatabase
let server: TestServer
beforeAll(async () => {
  from = await createTestDatabase('sqlite')
  server = await createTestServer(from)
})
afterAll(async () => {
  await server.close()
  await from.dispose()
})

const aPhone = async (role: 'worker' | 'lead' | 'translator' = 'worker') => {
  const phone = await createTestPhone(server.app.request)
  await phone.join(await server.invite(role))
  return phone
}

describe('Deliveries', () => {
  it("bring everybody's changes to everybody, the phone's own among them, with when they were heard of", async () => {
    const [one, two] = [await aPhone(), await aPhone()]
    const changes = one.noteArrivals(2)
    await one.send(await one.pack(changes))
    for (const phone of [one, two]) {
      const delivery = await phone.fetchDelivery()
      expect(delivery.changes.map(({ change }) => change)).toEqual(expect.arrayContaining(changes))
      expect(delivery.changes.every(({ heardAt }) => heardAt === server.clock.at)).toBe(true)
      expect(delivery.header).toMatchObject({ device: phone.device, organisation: ORGANISATION, from: '', more: false })
    }
  })

  it('come in pages that follow each other without a gap or a repetition', async () => {
    const phone = await aPhone()
    const { cursor } = await phone.fetchAll()
    for (let parcel = 0; parcel < 9; parcel += 1) await phone.send(await phone.pack(phone.noteArrivals(250)))
    const first = await phone.fetchDelivery(cursor)
    expect(first.header).toMatchObject({ count: DELIVERY_CHANGES, more: true, from: cursor })
    const all = await phone.fetchAll(cursor)
    expect(all.changes.map(({ counter }) => counter)).toEqual(Array.from({ length: 2_250 }, (_, at) => at + 1))
    const nothing = await phone.fetchDelivery(all.cursor)
    expect(nothing.header).toMatchObject({ count: 0, more: false, from: all.cursor, to: all.cursor })
  })

  it('begin again for a cursor of another epoch, and refuse what is no cursor', async () => {
    const phone = await aPhone()
    await phone.send(await phone.pack(phone.noteArrivals(1)))
    const all = await phone.fetchDelivery('')
    const other = await phone.fetchDelivery('AnotherEpoch0001.999999')
    expect(other.changes).toEqual(all.changes)
    expect(other.header).toMatchObject({ epoch: await server.store.epoch(), from: 'AnotherEpoch0001.999999' })
    for (const cursor of ['999999', 'a.b', '%20', 'x'.repeat(61)]) {
      const answer = await phone.get(`/v1/deliveries?after=${cursor}`)
      expect(await problemIn(answer)).toEqual({ problem: 'bad_request', status: 400 })
    }
    expect((await phone.get('/v1/deliveries')).status).toBe(400)
  })

  it('tell a lead, and nobody else, of the phones of the team', async () => {
    const [worker, lead] = [await aPhone(), await aPhone('lead')]
    worker.noteArrivals(4)
    await worker.send(await worker.pack(worker.noteArrivals(2)))
    expect((await worker.fetchDelivery()).team).toEqual([])
    expect((await lead.fetchDelivery()).team).toContainEqual({
      device: worker.device,
      number: worker.membership().number,
      role: 'worker',
      heardAt: server.clock.at,
      upTo: 6,
      missing: [[1, 4]],
      revoked: false
    })
  })

  it('go to roles that work with records, and only to a phone with its token', async () => {
    const translator = await aPhone('translator')
    expect(await problemIn(await translator.get('/v1/deliveries?after='))).toEqual({
      problem: 'not_allowed',
      status: 403
    })
    expect((await translator.fetchLibrary()).items.length).toBeGreaterThan(0)
    for (const token of ['A'.repeat(43), 'short', '']) {
      const answer = await translator.get('/v1/deliveries?after=', token)
      expect(await problemIn(answer)).toEqual({ problem: 'unknown_device', status: 401 })
    }
    expect((await server.app.request('/v1/library?after=')).status).toBe(401)
  })

  it('are not needed to be heard from: the library is asked for as well', async () => {
    const [translator, lead] = [await aPhone('translator'), await aPhone('lead')]
    await translator.fetchLibrary()
    const { device } = translator
    expect((await lead.fetchDelivery()).team).toContainEqual(
      expect.objectContaining({ device, heardAt: server.clock.at })
    )
  })

  it('are not needed to tell that the data was put back: who asks for the library says what was confirmed', async () => {
    const translator = await aPhone('translator')
    await translator.send(await translator.pack(translator.noteArrivals(1)))
    const { epoch } = await translator.fetchLibrary()
    const epochAfter = async (parcels: number) => {
      const answer = await translator.get(`/v1/library?after=&received=${epoch}.${parcels}`)
      expect(answer.status).toBe(200)
      return server.store.epoch()
    }
    expect(await epochAfter(1)).toBe(epoch)
    expect(await epochAfter(2)).not.toBe(epoch)
  })
})

describe('The library', () => {
  it('comes by cursor: once whole, then only what is new', async () => {
    const phone = await aPhone()
    const providers = Array.from({ length: 450 }, (_, at) => ({
      kind: 'provider' as const,
      id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      name: { en: `Provider ${at}` },
      phones: [],
      source: 'none',
      lastChecked: '2018',
      toVerify: true
    }))
    await server.store.setDirectory(ORGANISATION, providers)
    const ids: string[] = []
    let cursor = ''
    for (let more = true; more;) {
      const page = await phone.fetchLibrary(cursor)
      ids.push(...page.items.map((item) => (item as { id: string }).id))
      ;({ cursor, more } = page)
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['new_arrival.1', ...providers.map(({ id }) => id)]))

    expect(await phone.fetchLibrary(cursor)).toMatchObject({ items: [], gone: [], cursor, more: false })
    await server.store.setDirectory(ORGANISATION, providers.slice(1))
    expect(await phone.fetchLibrary(cursor)).toMatchObject({ items: [], gone: [providers[0]?.id] })
  })
})

describe('Everything else', () => {
  it('describes every endpoint in openapi.json', async () => {
    const described = (await (await server.app.request('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { responses: object }>>
    }
    for (const { path, method, refusals } of Object.values(ENDPOINTS)) {
      const operation = described.paths[path]?.[method.toLowerCase()]
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining([
          '200',
          ...refusals.map((problem) => String({ ...PROBLEMS, ...MACHINE_PROBLEMS }[problem]))
        ])
      )
    }
  })

  it('says it is well', async () => {
    const answer = await server.app.request('/health')
    expect(await answer.json()).toEqual({ status: 'ok', version: 'test', store: 'sqlite' })
  })

  it('answers an unknown address with a problem, not a page', async () => {
    for (const path of ['/v1/nothing', '/nothing', '/v1/parcels']) {
      const answer = await server.app.request(path, { headers: { accept: 'text/html' } })
      expect(await problemIn(answer)).toEqual({ problem: 'not_found', status: 404 })
    }
  })

  it('answers a fault with a problem and logs where, without what was being worked on', async () => {
    const own = await createTestDatabase('sqlite')
    const ill = await createTestServer(own)
    const phone = await createTestPhone(ill.app.request)
    await phone.join(await ill.invite())
    const bytes = await phone.pack(phone.noteArrivals(1))
    await ill.database.transaction((query) => query('drop table aside'))
    await ill.database.transaction((query) => query('drop table parcel'))
    expect(await problemIn(await phone.post(bytes))).toEqual({ problem: 'fault', status: 500 })
    expect(ill.logged()).toContain('"fault"')
    expect(ill.logged()).toContain('parcels.ts')
    expect(ill.logged()).not.toContain('no such table')
    await ill.close()
    await own.dispose()
  })

  it('logs routes and phone numbers, and nothing of people, phones or addresses', async () => {
    const phone = await aPhone()
    const invite = await server.invite()
    await phone.send(await phone.pack(phone.noteArrivals(1, { answers: { men: 3, language: 'ps', country: 'AF' } })))
    const { cursor } = await phone.fetchAll()
    await phone.fetchLibrary()
    await phone.postJoin({ ...phone.joinRequest(invite), token: 'wrong' })
    await server.app.request('/secret/path?name=Ahmad', { headers: { 'x-forwarded-for': '203.0.113.7' } })
    const logged = server.logged()
    expect(logged).toContain('"route":"/v1/parcels"')
    expect(logged).toContain(`"phone":${phone.membership().number}`)
    const epoch = await server.store.epoch()
    const secrets = [phone.device, phone.token, invite, cursor, epoch, 'Ahmad', 'secret', '203.0.113.7', 'AF', 'after=']
    for (const secret of secrets) expect(logged).not.toContain(secret)
  })
})
