import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bytes, concat, textToBytes } from '#protocol/bytes.ts'
import type { Change } from '#protocol/change.ts'
import { headerToBytes, readEnvelope, writeEnvelope } from '#protocol/envelope.ts'
import { sign } from '#protocol/keys.ts'
import { WipeOrder } from '#protocol/problem.ts'
import { readStatement } from '#protocol/signed.ts'
import { importVerifier } from '#protocol/keys.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { createTestPhone, problemIn, type TestPhone } from './test-phone.ts'
import { createTestServer, EVENING, ORGANISATION, type TestServer } from './test-server.ts'

const MAX_BODY = 100_000

describe.each(KINDS)('Handing over parcels, on %s', (kind) => {
  let from: TestDatabase
  let server: TestServer
  beforeAll(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from, { limits: { maxBodyBytes: MAX_BODY } })
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })

  const aPhone = async () => {
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite())
    return phone
  }
  const heldOf = async ({ device }: TestPhone): Promise<Change[]> => {
    const page = await server.store.changesAfter(ORGANISATION, () => ({ after: 0, limit: 100_000 }))
    return (page?.changes ?? []).map(({ change }) => change).filter(({ author }) => author === device)
  }
  const refused = async (phone: TestPhone, bytes: Bytes) => problemIn(await phone.post(bytes))

  it('answers with a receipt about exactly these bytes', async () => {
    const phone = await aPhone()
    const receipt = await phone.send(await phone.pack(phone.noteArrivals(20)))
    expect(receipt).toMatchObject({ parcel: 1, epoch: await server.store.epoch(), at: server.clock.at, aside: [] })
    expect(await heldOf(phone)).toHaveLength(20)
  })

  it('gives the same receipt for a parcel that comes again, and takes it once', async () => {
    const phone = await aPhone()
    const [good, bad] = phone.noteArrivals(2)
    const bytes = await phone.pack([good, { ...(bad ?? good), type: 'dance' }])
    const first = await phone.send(bytes)
    server.clock.at += 3_600_000
    expect(await phone.send(bytes)).toEqual(first)
    server.clock.at = EVENING
    expect(await heldOf(phone)).toHaveLength(1)
  })

  it('takes 64 copies that come at once as one', async () => {
    const phone = await aPhone()
    const bytes = await phone.pack(phone.noteArrivals(30))
    const receipts = await Promise.all(Array.from({ length: 64 }, () => phone.send(bytes)))
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
    expect(await heldOf(phone)).toHaveLength(30)
  })

  it('refuses a parcel cut short or altered in any place, and takes the whole one after', async () => {
    const phone = await aPhone()
    const whole = await phone.pack(phone.noteArrivals(3))
    const altered = (at: number) => {
      const bytes = whole.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes
    }
    const broken = [
      whole.slice(0, 0),
      whole.slice(0, 40),
      whole.slice(0, whole.length - 1),
      textToBytes('<html>Sign in to the free network</html>'),
      altered(0),
      altered(whole.length - 1),
      altered(whole.length - 80)
    ]
    for (const bytes of broken) expect(await refused(phone, bytes)).toEqual({ problem: 'altered', status: 400 })
    for (let at = 3; at < whole.length; at += 17) expect((await phone.post(altered(at))).status).toBeGreaterThan(399)
    expect(await heldOf(phone)).toEqual([])
    expect((await phone.send(whole)).aside).toEqual([])
  })

  it('does not know a phone that never joined, nor one that signs for another', async () => {
    const [phone, other] = [await aPhone(), await aPhone()]
    const stranger = await createTestPhone(server.app.request)
    const envelope = readEnvelope(await phone.pack(phone.noteArrivals(1)))
    if (envelope === undefined) throw new Error('A parcel is an envelope')
    const named = (device: string, signer: CryptoKey) =>
      writeEnvelope(headerToBytes({ ...(envelope.header as object), device }), envelope.body, signer)
    expect(await refused(phone, await named(stranger.device, stranger.signer))).toMatchObject({ status: 401 })
    expect(await refused(phone, await named(other.device, phone.signer))).toMatchObject({ problem: 'altered' })
  })

  it('refuses a revoked phone with a signed order to destroy its keys', async () => {
    const phone = await aPhone()
    await phone.send(await phone.pack(phone.noteArrivals(1)))
    const bytes = await phone.pack(phone.noteArrivals(1))
    await server.store.revoke({ id: phone.device })
    const { order, ...problem } = await refused(phone, bytes)
    expect(problem).toEqual({ problem: 'revoked', status: 403 })
    const verifier = await importVerifier(server.keys.verifyingKey)
    expect(await readStatement(order, WipeOrder, verifier)).toMatchObject({ kind: 'wipe', device: phone.device })
    expect(await heldOf(phone)).toHaveLength(1)
    expect((await problemIn(await phone.get('/v1/deliveries?after='))).problem).toBe('revoked')
    expect((await problemIn(await phone.get('/v1/library?after='))).problem).toBe('revoked')
  })

  it('sets a parcel of an unknown version aside whole and says so of every change', async () => {
    const phone = await aPhone()
    const bytes = await phone.pack(phone.noteArrivals(3))
    const envelope = readEnvelope(bytes)
    if (envelope === undefined) throw new Error('A parcel is an envelope')
    const header = envelope.header as object
    const withSchema = await writeEnvelope(headerToBytes({ ...header, schema: 99 }), envelope.body, phone.signer)
    const all = [1, 2, 3].map((counter) => ({ counter, reason: 'unknown_version' }))
    expect((await phone.send(withSchema)).aside).toEqual(all)

    const signed = envelope.signed.slice()
    signed[3] = 2
    expect((await phone.send(concat(signed, await sign(phone.signer, signed)))).aside).toEqual(all)

    const { from: _from, count: _count, ...bare } = header as Record<string, unknown>
    const withoutRange = await writeEnvelope(headerToBytes({ ...bare, shape: 'new' }), envelope.body, phone.signer)
    expect((await phone.send(withoutRange)).aside).toEqual([{ counter: 0, reason: 'unknown_version' }])

    expect(await heldOf(phone)).toEqual([])
    expect((await phone.send(bytes)).aside).toEqual([])
    expect(await heldOf(phone)).toHaveLength(3)
  })

  it('sets a body it cannot open aside, sealed to another key or with another count inside', async () => {
    const phone = await aPhone()
    const envelope = readEnvelope(await phone.pack(phone.noteArrivals(2)))
    if (envelope === undefined) throw new Error('A parcel is an envelope')
    const header = envelope.header as object
    for (const wrong of [{ key: 'other' }, { count: 3 }, { organisation: 'another' }]) {
      const bytes = await writeEnvelope(headerToBytes({ ...header, ...wrong }), envelope.body, phone.signer)
      expect((await phone.send(bytes)).aside).toContainEqual({ counter: 1, reason: 'unreadable' })
    }
    expect(await heldOf(phone)).toEqual([])
  })

  it('sets single changes aside, each with its reason, and lets the others flow', async () => {
    const phone = await aPhone()
    const changes = phone.noteArrivals(9)
    const wrong: ((change: Change) => Change)[] = [
      (change) => change,
      (change) => ({ ...change, type: 'dance' }),
      (change) => ({ ...change, fields: { ...change.fields, form: 'nobody' } }),
      (change) => ({ ...change, fields: { ...change.fields, nickname: 'x' } }),
      (change) => ({ ...change, type: 'tally', fields: { class: 'nobody' } }),
      (change) => ({ ...change, fields: { ...change.fields, language: 'his name is Ahmad' } }),
      (change) => ({ ...change, author: 'zzzzzzzzzzzz' }),
      (change) => ({ ...change, fields: { ...change.fields, zone: 'Ahmad' } }),
      (change) => change
    ]
    const receipt = await phone.send(
      await phone.pack(changes.map((change, at) => wrong[at]?.(change) ?? change) as [Change, ...Change[]])
    )
    expect(receipt.aside).toEqual([
      { counter: 2, reason: 'unknown_type' },
      { counter: 3, reason: 'unknown_form' },
      { counter: 4, reason: 'unknown_field' },
      { counter: 5, reason: 'bad_value' },
      { counter: 6, reason: 'bad_value' },
      { counter: 7, reason: 'bad_value' },
      { counter: 8, reason: 'bad_value' }
    ])
    expect((await heldOf(phone)).map(({ counter }) => counter)).toEqual([1, 9])
  })

  it('takes hand-outs, stock and the hash of a card, and sets aside the code of a card and an item nobody hands out', async () => {
    const phone = await aPhone()
    const [met, card] = [{ met: '2018-07-03T19', zone: 'parks' }, 'ab'.repeat(16)]
    const noted: [string, Change['fields']][] = [
      ['handout', { ...met, item: 'shoes', count: 1, end: 'missing', size: '43' }],
      ['handout', { ...met, item: 'shoes', count: 1, end: 'given', card }],
      ['stock', { ...met, item: 'blanket', movement: 'counted', count: 0 }],
      ['card_given', { ...met, card, arrival: `${phone.device}-1`, until: '2018-08-02' }],
      ['card_given', { ...met, card: 'K7QM4TXG', arrival: `${phone.device}-1`, until: '2018-08-02' }],
      ['handout', { ...met, item: 'gold', count: 1, end: 'given' }]
    ]
    const changes = phone.noteArrivals(noted.length).map((change, at) => {
      const [type, fields] = noted[at] ?? ['', {}]
      return { ...change, type, fields }
    })
    const receipt = await phone.send(await phone.pack(changes as [Change, ...Change[]]))
    expect(receipt.aside).toEqual([
      { counter: 5, reason: 'bad_value' },
      { counter: 6, reason: 'bad_value' }
    ])
    expect(await heldOf(phone)).toEqual(changes.slice(0, 4))
  })

  it('keeps aside what a newer phone notes of the law, and takes all else of its parcel', async () => {
    const phone = await aPhone()
    const begun = phone.say({ type: 'case', fields: { state: 'open', since_granted: '2018-07-03T00' } })
    const of = { type: 'case', record: `${phone.device}-${begun.counter}` }
    const [newer, other] = [{ since_pardoned: '2018-07-03T00' }, { since_appealed: '2018-07-03T00' }].map((fields) =>
      phone.say({ ...of, fields })
    ) as [Change, Change]
    const receipt = await phone.send(await phone.pack([begun, newer, other]))
    expect(receipt.aside).toEqual([{ counter: newer.counter, reason: 'bad_value' }])
    expect(await heldOf(phone)).toEqual([begun, other])
    const kept = (await server.store.listAside(ORGANISATION)).filter(({ device }) => device === phone.device)
    expect(kept.map(({ counter }) => counter)).toEqual([newer.counter])
  })

  it('takes a correction that names no form', async () => {
    const phone = await aPhone()
    const [arrival, correction] = phone.noteArrivals(2)
    const edit = {
      ...(correction ?? arrival),
      record: arrival.record,
      over: [arrival.record],
      fields: { women: 2 }
    }
    expect((await phone.send(await phone.pack([arrival, edit]))).aside).toEqual([])
  })

  it('takes a removal, and what puts the record back', async () => {
    const phone = await aPhone()
    const [arrival, removal, putBack] = phone.noteArrivals(3) as [Change, Change, Change]
    const parcel = await phone.pack([
      arrival,
      { ...removal, record: arrival.record, fields: { removed: 1 } },
      { ...putBack, record: arrival.record, over: [removal.record], fields: { removed: 0 } }
    ])
    expect((await phone.send(parcel)).aside).toEqual([])
  })

  it('takes what phones with clocks years off have noted, as they noted it', async () => {
    const phone = await aPhone()
    const clocks = [0, Date.UTC(1970, 0, 2), Date.UTC(2038, 0, 19), Date.UTC(2093, 5, 1)]
    for (const at of clocks)
      expect((await phone.send(await phone.pack(phone.noteArrivals(1, { at })))).aside).toEqual([])
    expect((await heldOf(phone)).map(({ clock }) => clock.at)).toEqual(clocks)
  })

  it('cuts a body off at the limit, whether or not it says how long it is', async () => {
    const phone = await aPhone()
    const tooLong = new Uint8Array(MAX_BODY + 1)
    const says = await phone.post(tooLong)
    expect(await problemIn(says)).toEqual({ problem: 'too_large', status: 413 })

    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(10_000))
      }
    })
    const answer = await server.app.request('/v1/parcels', {
      method: 'POST',
      body: endless,
      duplex: 'half'
    } as RequestInit)
    expect(await problemIn(answer)).toEqual({ problem: 'too_large', status: 413 })
    expect(pulled).toBeLessThan(MAX_BODY / 10_000 + 5)
  })
})

describe('A server with too much to do', () => {
  it('tells phones to come later, each at another time, and loses nothing it has confirmed', async () => {
    const from = await createTestDatabase('sqlite')
    const server = await createTestServer(from, { limits: { parcelsAtOnce: 4 } })
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite())
    const parcels = await Promise.all(Array.from({ length: 40 }, () => phone.pack(phone.noteArrivals(1))))
    const answers = await Promise.all(parcels.map((bytes) => phone.post(bytes)))
    const taken = answers.filter(({ status }) => status === 200)
    const later = answers.filter(({ status }) => status === 503)
    expect(taken.length + later.length).toBe(40)
    expect(later.length).toBeGreaterThan(0)
    const waits = later.map((answer) => Number(answer.headers.get('retry-after')))
    for (const seconds of waits) {
      expect(seconds).toBeGreaterThanOrEqual(5)
      expect(seconds).toBeLessThanOrEqual(20)
    }
    expect(await problemIn(later[0] as Response)).toEqual({ problem: 'busy', status: 503 })
    const page = await server.store.changesAfter(ORGANISATION, () => ({ after: 0, limit: 100 }))
    expect(page?.changes).toHaveLength(taken.length)
    await server.close()
    await from.dispose()
  })

  it('holds no more bodies in memory than it was allowed', async () => {
    const from = await createTestDatabase('sqlite')
    const server = await createTestServer(from, { limits: { bodyMemoryBytes: 20_000 } })
    const slow = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(18_000)) })
    const ends = new AbortController()
    const request = new Request('http://localhost/v1/parcels', {
      method: 'POST',
      body: slow,
      duplex: 'half',
      signal: ends.signal
    } as RequestInit)
    void server.app.request(request)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const answer = await server.app.request('/v1/parcels', { method: 'POST', body: new Uint8Array(3_000) })
    expect(await problemIn(answer)).toEqual({ problem: 'busy', status: 503 })
    await server.close()
    await from.dispose()
  })
})
