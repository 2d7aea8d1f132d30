// Nudges on both stores, against a real push service on this machine: who gets one and when, that nothing is in it, who sends it, what
// happens when the service is away, and where none may lead.
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint, textToBytes } from '#protocol/bytes.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import type { Role } from '#protocol/ids.ts'
import { createSigningKeys, importVerifier } from '#protocol/keys.ts'
import { NudgeStanding } from '#protocol/nudge.ts'
import { readStatement } from '#protocol/signed.ts'
import { createLog } from '#server/log.ts'
import { findPushAddress, readPushServices } from '#server/nudges/push-service.ts'
import { MOST_TRIES, nudgeRound, QUIET_MS } from '#server/nudges/rounds.ts'
import { vapidFor } from '#server/nudges/vapid.ts'
import { createStore } from '#server/store/create-store.ts'
import { createPushService, type Pushed } from './push-service.ts'
import { createServerProcess, inviteIn } from './server-process.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { type Ask, createTestPhone, problemIn, type TestPhone } from './test-phone.ts'
import { createTestServer, EVENING, ORGANISATION, randomBytes, type TestServer } from './test-server.ts'

const WAIT_MS = 30_000
const PATH = '/v1/nudges'
const MINUTE_MS = 60_000
const MET = { met: '2018-07-03T19', zone: 'parks' }
const URGENT = { men: 1, urgent: ['sick_or_hurt'] }

const askFor = async (
  phone: TestPhone,
  ask: Ask,
  { method, address }: { method: string; address?: string | undefined }
) =>
  ask(PATH, {
    method,
    headers: { authorization: `Bearer ${phone.token}` },
    ...(address !== undefined && { body: JSON.stringify({ address }) })
  })

describe.each(KINDS)('On %s a nudge', (kind) => {
  let from: TestDatabase
  let server: TestServer
  let service: Awaited<ReturnType<typeof createPushService>>
  let [worker, lead] = [] as unknown as [TestPhone, TestPhone]
  const logged: string[] = []
  beforeEach(async () => {
    from = await createTestDatabase(kind)
    service = await createPushService()
    server = await createTestServer(from, { pushServices: [service.origin] })
    ;[worker, lead] = [await joined('worker'), await joined('lead')]
    logged.length = 0
  })
  afterEach(async () => {
    await service.close()
    await server.close()
    await from.dispose()
  })

  const joined = async (role: Role, organisation = ORGANISATION): Promise<TestPhone> => {
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite(role, 10, organisation))
    return phone
  }
  const ask = (phone: TestPhone, method: string, address?: string) =>
    askFor(phone, server.app.request, { method, address })
  const turnOn = async (phone: TestPhone, browser?: string) =>
    expect((await ask(phone, 'PUT', service.address(browser))).status).toBe(200)
  const standingOf = async (phone: TestPhone): Promise<NudgeStanding | undefined> =>
    readStatement(await (await ask(phone, 'GET')).json(), NudgeStanding, await importVerifier(server.keys.verifyingKey))
  const round = () =>
    nudgeRound({
      store: server.store,
      clock: server.clock,
      random: randomBytes,
      later: () => undefined,
      log: createLog('info', { write: (line) => logged.push(line) }),
      waitMs: WAIT_MS,
      pushServices: [service.origin],
      contact: 'https://susret.example'
    })
  const send = async (phone: TestPhone, ...[first, ...others]: Change[]) => {
    if (first) await phone.send(await phone.pack([first, ...others]))
  }
  const logUrgent = async (phone = worker) => send(phone, ...phone.noteArrivals(1, { answers: URGENT }))

  it('goes to the leads who asked for it, once, empty, signed with the key they were shown, and is noted without their address', async () => {
    const other = await joined('lead')
    await turnOn(lead)
    await send(worker, ...worker.noteArrivals(3))
    await round()
    expect(service.pushed).toEqual([])
    await logUrgent()
    await round()
    await round()
    expect(service.pushed).toHaveLength(1)
    const [{ path, method, body, headers, claims, key }] = service.pushed as [Pushed]
    expect([path, method, body, headers['content-length']]).toEqual(['/push/a-browser', 'POST', '', '0'])
    expect([headers.topic, headers.urgency, headers.ttl]).toEqual(['nudge', 'high', '14400'])
    const now = Math.floor(server.clock.at / 1_000)
    expect(claims).toEqual({ aud: service.origin, exp: now + 43_200, sub: 'https://susret.example' })
    expect(key).toBe((await standingOf(lead))?.key)
    expect((await standingOf(other))?.address).toBeNull()
    expect(Object.keys(headers).sort()).toEqual(
      ['authorization', 'connection', 'content-length', 'host', 'topic', 'ttl', 'urgency', 'user-agent'].sort()
    )
    for (const secret of [service.origin, 'a-browser', lead.device]) {
      expect([...logged, server.logged()].join('')).not.toContain(secret)
    }
  })

  it('comes of a child said to be alone, of an urgent arrival and of something to be done at once in a case, and of nothing else', async () => {
    await turnOn(lead)
    const [arrival] = worker.noteArrivals(1, { answers: { boys: 1 } })
    if (arrival === undefined) throw new Error('No arrival')
    const edit = (fields: Change['fields']) =>
      worker.say({ type: 'arrival', record: nameOf(arrival), over: [nameOf(arrival)], fields })
    const calm = [
      arrival,
      edit({ country: 'AF' }),
      worker.say({ type: 'tally', fields: { class: 'rough', met: '2018-07-03T19', zone: 'parks' } })
    ]
    const kase = worker.say({
      type: 'case',
      fields: { arrival: nameOf(arrival), state: 'open', met: '2018-07-03T19', alert_doctor_now: 'doctor_came' }
    })
    for (const change of [...calm, kase]) {
      await send(worker, change)
      await round()
      expect([change.type, service.pushed.length]).toEqual([change.type, 0])
    }
    const alarms = [
      edit({ alone: 'yes' }),
      edit({ urgent: ['at_risk'] }),
      worker.say({ type: 'case', record: nameOf(kase), over: [nameOf(kase)], fields: { alert_unsafe: 'open' } })
    ]
    for (const [at, change] of alarms.entries()) {
      await send(worker, change)
      server.clock.at += QUIET_MS
      await round()
      expect([at, service.pushed.length]).toEqual([at, at + 1])
    }
    expect(await server.store.listAside(ORGANISATION)).toEqual([])
  })

  it('reaches no worker, no other team, not who said it, and nobody whose phone was revoked or is a lead’s no longer', async () => {
    await server.addOrganisation('north')
    const [north, revoked, demoted] = [await joined('lead', 'north'), await joined('lead'), await joined('lead')]
    for (const [phone, browser] of [
      [lead, 'lead'],
      [north, 'north'],
      [revoked, 'revoked'],
      [demoted, 'demoted']
    ] as const) {
      await turnOn(phone, browser)
    }
    expect(await problemIn(await ask(worker, 'PUT', service.address('worker')))).toMatchObject({
      problem: 'not_allowed'
    })
    await server.store.revoke({ id: revoked.device })
    await demoted.join(await server.invite('worker'))
    expect(await server.store.findNudge(revoked.device)).toBeUndefined()
    expect(await server.store.findNudge(demoted.device)).toBeUndefined()
    await logUrgent(lead)
    await round()
    expect(service.pushed).toEqual([])
    await logUrgent()
    await round()
    expect(service.pushed.map(({ path }) => path)).toEqual(['/push/lead'])
  })

  it('is one in five minutes, however many need help; what comes meanwhile is told after them', async () => {
    await turnOn(lead)
    await logUrgent()
    await logUrgent()
    await round()
    expect(service.pushed).toHaveLength(1)
    server.clock.at += QUIET_MS - 1
    await logUrgent()
    await round()
    expect(service.pushed).toHaveLength(1)
    server.clock.at += 1
    await round()
    server.clock.at += QUIET_MS
    await round()
    expect(service.pushed).toHaveLength(2)
  })

  /** What was pushed after each of these minutes from now. */
  const pushedAfter = async (...minutes: number[]) => {
    const start = server.clock.at
    const counts: number[] = []
    for (const minute of minutes) {
      server.clock.at = start + minute * MINUTE_MS
      await round()
      await round()
      counts.push(service.pushed.length)
    }
    return counts
  }

  it('comes again after 15, 30 and 60 minutes while nothing was done, empty, and never after that', async () => {
    await turnOn(lead)
    await logUrgent()
    expect(await pushedAfter(0, 14, 15, 29, 30, 59, 60, 90, 24 * 60)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 4])
    expect(new Set(service.pushed.map(({ path, body }) => `${path} ${body}`))).toEqual(new Set(['/push/a-browser ']))
    // The next one in danger is told like the first.
    await logUrgent()
    expect(await pushedAfter(0, 15, 16)).toEqual([5, 6, 6])
  })

  it('comes no more once what must be done is done, whoever did it, and goes on where another danger stands', async () => {
    await turnOn(lead)
    const [arrival] = worker.noteArrivals(1, { answers: URGENT })
    if (arrival === undefined) throw new Error('No arrival')
    await send(worker, arrival)
    const kase = worker.say({
      type: 'case',
      fields: { ...MET, arrival: nameOf(arrival), state: 'open', owner: worker.device, alert_doctor_now: 'open' }
    })
    await send(worker, kase)
    expect(await pushedAfter(0, 15)).toEqual([1, 2])
    const end = (fields: Change['fields']) =>
      worker.say({ type: 'case', record: nameOf(kase), over: [nameOf(kase)], fields })
    await send(worker, end({ alert_doctor_now: 'doctor_came' }))
    expect(await pushedAfter(15, 45)).toEqual([2, 2])
    const another = end({ alert_not_alone: 'open' })
    await send(worker, another)
    expect(await pushedAfter(0, 15)).toEqual([3, 4])
    await send(
      worker,
      worker.say({
        type: 'case',
        record: nameOf(kase),
        over: [nameOf(another)],
        fields: { alert_not_alone: 'doctor_came' }
      })
    )
    expect(await pushedAfter(15, 45)).toEqual([4, 4])
  })

  it('comes again of a danger noted on an arrival after its case began, until it is done in the case', async () => {
    await turnOn(lead)
    const [arrival] = worker.noteArrivals(1, { answers: { boys: 1 } })
    if (arrival === undefined) throw new Error('No arrival')
    await send(worker, arrival)
    const kase = worker.say({
      type: 'case',
      fields: { ...MET, arrival: nameOf(arrival), state: 'open', owner: worker.device }
    })
    await send(worker, kase)
    expect(await pushedAfter(0, 120)).toEqual([0, 0])
    await send(
      worker,
      worker.say({ type: 'arrival', record: nameOf(arrival), over: [nameOf(arrival)], fields: { alone: 'yes' } })
    )
    expect(await pushedAfter(0, 14, 15, 30)).toEqual([1, 1, 2, 3])
    const done = { alert_child_alone: 'csw_informed' }
    await send(worker, worker.say({ type: 'case', record: nameOf(kase), over: [nameOf(kase)], fields: done }))
    expect(await pushedAfter(30, 60)).toEqual([3, 3])
  })

  it('comes again by the answer that phones read, though the clock of one of two who gave it is a year ahead', async () => {
    await turnOn(lead)
    const other = await joined('worker')
    const kase = worker.say({ type: 'case', fields: { ...MET, arrival: 'aaaaaaaaaaaa-1', state: 'open' } })
    await send(worker, kase)
    const notAlone = {
      type: 'case',
      record: nameOf(kase),
      over: [nameOf(kase)],
      fields: { alert_not_alone: 'open' }
    }
    const ahead = { at: server.clock.at + 365 * 24 * 60 * MINUTE_MS, tick: 0 }
    await send(worker, worker.say({ ...notAlone, clock: ahead }))
    expect(await pushedAfter(0, 10)).toEqual([1, 1])
    await send(other, other.say({ ...notAlone, clock: { at: server.clock.at, tick: 0 } }))
    expect(await pushedAfter(0, 14, 15)).toEqual([2, 2, 3])
  })

  it('comes again only where a lead asked for it, in a whole hour that the server was away once, and by one process', async () => {
    await logUrgent()
    await turnOn(lead)
    expect(await pushedAfter(15, 30, 60)).toEqual([0, 0, 0])
    await logUrgent()
    await round()
    server.clock.at += 59 * MINUTE_MS
    await Promise.all([round(), round(), round()])
    await round()
    expect(service.pushed).toHaveLength(2)
    expect(await pushedAfter(1, 5)).toEqual([2, 3])
  })

  it('is tried again later and later while its service is away, as late as that asks, and is then given up', async () => {
    await turnOn(lead)
    service.answerWith({ status: 429, retryAfter: 600 })
    await logUrgent()
    await round()
    server.clock.at += 599_000
    await round()
    expect(service.pushed).toHaveLength(1)
    service.answerWith(503)
    for (let tries = 2; tries <= MOST_TRIES; tries += 1) {
      server.clock.at += 60 * 60_000
      await round()
      expect(service.pushed).toHaveLength(tries)
      await round()
    }
    service.answerWith(201)
    server.clock.at += 60 * 60_000
    await round()
    expect(service.pushed).toHaveLength(MOST_TRIES)
    expect(logged.at(-1)).toContain('given up')
    await logUrgent()
    await round()
    expect(service.pushed).toHaveLength(MOST_TRIES + 1)
  })

  it('is not silenced by a clock of the server that was once ahead, for the first word or any after it', async () => {
    await turnOn(lead)
    const ahead = 365 * 24 * 60 * MINUTE_MS
    server.clock.at += ahead
    await logUrgent()
    expect(await pushedAfter(0)).toEqual([1])
    server.clock.at -= ahead
    await round()
    expect(await server.store.takeDueWatch(server.clock.at + 1_000)).toBeUndefined()
    await logUrgent()
    expect(await pushedAfter(0, 14, 15, 30)).toEqual([2, 2, 3, 4])
  })

  it('delays no receipt: nobody is called while a parcel is taken, and a service that is not there harms nothing', async () => {
    await turnOn(lead)
    await service.close()
    await logUrgent()
    await round()
    expect(logged.join('')).toContain('ECONNREFUSED')
    await logUrgent()
    service = await createPushService()
  })

  it.each([404, 410])(
    'ends where the browser took its address back (%s), and where the lead says so',
    async (status) => {
      await turnOn(lead)
      await logUrgent()
      service.answerWith(status)
      await round()
      expect((await standingOf(lead))?.address).toBeNull()
      service.answerWith(201)
      await turnOn(lead)
      expect((await standingOf(lead))?.address).toBe(await fingerprint(textToBytes(service.address())))
      expect((await ask(lead, 'DELETE')).status).toBe(200)
      expect((await standingOf(lead))?.address).toBeNull()
      server.clock.at += QUIET_MS
      await logUrgent()
      await round()
      expect(service.pushed).toHaveLength(1)
    }
  )

  it('keeps an address given while the one before it was found gone, and one browser is one phone', async () => {
    await turnOn(lead, 'before')
    await logUrgent()
    const due = await server.store.takeDueNudge(server.clock.at + 1_000)
    await turnOn(lead, 'after')
    if (due) await server.store.settleNudge(due, { is: 'gone' })
    expect(await server.store.findNudge(lead.device)).toBe(service.address('after'))
    const again = await joined('lead')
    await turnOn(again, 'after')
    expect(await server.store.findNudge(lead.device)).toBeUndefined()
  })

  it('is sent once by several processes, with one key made by whoever is first', async () => {
    await turnOn(lead)
    await logUrgent()
    await Promise.all([round(), round(), round()])
    expect(service.pushed).toHaveLength(1)
    const keys = await Promise.all([1, 2, 3].map(() => server.store.nudgeKeys(createSigningKeys)))
    expect(new Set([...keys.map(({ publicKey }) => publicKey), service.pushed[0]?.key]).size).toBe(1)
  })

  it('is in a backup with its key, so that browsers go on taking it after a restore', async () => {
    await turnOn(lead)
    const { key } = (await standingOf(lead)) ?? {}
    const lines: string[] = []
    await server.store.backup(async (line) => void lines.push(line))
    const elsewhere = await createTestDatabase(kind === 'sqlite' ? 'postgres' : 'sqlite')
    const store = await createStore({
      database: await elsewhere.open(),
      now: () => EVENING,
      random: randomBytes,
      waitingLimit: 9
    })
    expect((await store.restore(each(lines))).ok).toBe(true)
    expect((await store.nudgeKeys(createSigningKeys)).publicKey).toBe(key)
    expect(await store.findNudge(lead.device)).toBe(service.address())
    await store.close()
    await elsewhere.dispose()
  })

  it('leads nowhere but to push services', async () => {
    const wrong = [
      'https://partner.example/push',
      'http://fcm.googleapis.com/fcm/send/a',
      'https://fcm.googleapis.com:8443/fcm/send/a',
      'https://fcm.googleapis.com.example.org/a',
      'https://evilpush.apple.com/a',
      'https://a:b@web.push.apple.com/a',
      'https://127.0.0.1/push',
      service.origin.replace('http:', 'https:'),
      service.address().replace('127.0.0.1', 'localhost'),
      `https://web.push.apple.com/${'a'.repeat(1_000)}`,
      'https://web.push.apple.com/a b',
      ''
    ]
    for (const address of wrong)
      expect([address, (await problemIn(await ask(lead, 'PUT', address))).problem]).toEqual([address, 'bad_request'])
    expect(await server.store.findNudge(lead.device)).toBeUndefined()
    for (const address of [
      'https://fcm.googleapis.com/fcm/send/a:b',
      'https://updates.push.services.mozilla.com/wpush/v2/a',
      'https://web.push.apple.com/a',
      'https://wns2-par02p.notify.windows.com/w/?token=a'
    ]) {
      expect([address, (await ask(lead, 'PUT', address)).status]).toEqual([address, 200])
    }
    expect((await ask(lead, 'PUT', `https://web.push.apple.com/${'a'.repeat(5_000)}`)).status).toBe(413)
  })

  it('is sent no more where the operator has named its service no longer', async () => {
    await turnOn(lead)
    await logUrgent()
    await server.store.setNudge(lead.device, 'https://partner.example/push')
    await round()
    expect(await server.store.findNudge(lead.device)).toBeUndefined()
    expect(service.pushed).toEqual([])
  })
})

describe('Push services', () => {
  it('are named by the operator as whole origins, by https or on this very machine', () => {
    expect(readPushServices(' https://push.example.org/  http://127.0.0.1:9 ')).toEqual([
      'https://push.example.org',
      'http://127.0.0.1:9'
    ])
    for (const given of [
      'push.example.org',
      'https://push.example.org/path',
      'http://push.example.org',
      'https://a:b@c.org'
    ]) {
      expect([given, readPushServices(given)]).toEqual([given, undefined])
    }
    expect(findPushAddress('https://push.example.org/x', ['https://push.example.org'])?.isInside).toBe(true)
    expect(findPushAddress('https://push.example.org:444/x', ['https://push.example.org'])).toBeUndefined()
    expect(findPushAddress('https://web.push.apple.com/x', [])?.isInside).toBe(false)
  })

  it('find the token to be of the key that is shown, for them and for half a day', async () => {
    const keys = await createSigningKeys()
    const header = await vapidFor(new URL('https://web.push.apple.com/x'), { keys, contact: 'mailto:a@b.org' }, EVENING)
    const [, said = '', signature = '', key = ''] =
      /^vapid t=([\w-]+\.[\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? []
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    const raw = Buffer.from(key, 'base64url')
    const verifier = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify'])
    const isSigned = (text: string) =>
      crypto.subtle.verify(algorithm, verifier, Buffer.from(signature, 'base64url'), Buffer.from(text))
    expect([await isSigned(said), await isSigned(`${said}x`), key]).toEqual([true, false, keys.publicKey])
    const [head, claims] = said
      .split('.')
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown)
    expect(head).toEqual({ typ: 'JWT', alg: 'ES256' })
    expect(claims).toEqual({ aud: 'https://web.push.apple.com', exp: EVENING / 1_000 + 43_200, sub: 'mailto:a@b.org' })
  })

  it('get it from a server as an operator starts it, though it was killed in between', async () => {
    const service = await createPushService()
    const server = await createServerProcess({ SUSRET_PUSH_SERVICES: service.origin, SUSRET_HOOK_SECONDS: '1' })
    try {
      const printed = await server.start()
      const [worker, lead] = [await createTestPhone(server.ask), await createTestPhone(server.ask)]
      await worker.join(inviteIn(printed, 'worker'))
      await lead.join(inviteIn(printed, 'lead'))
      const on = await askFor(lead, server.ask, { method: 'PUT', address: service.address() })
      expect(on.status).toBe(200)
      service.answerWith(500)
      await worker.send(await worker.pack(worker.noteArrivals(1, { answers: URGENT })))
      await until(() => service.pushed.length >= 1)
      await server.kill()
      service.answerWith(201)
      await server.start()
      const before = service.pushed.length
      await until(() => service.pushed.length > before)
      expect(service.pushed.at(-1)).toMatchObject({
        body: '',
        claims: { aud: service.origin, sub: 'https://localhost' }
      })
      expect(new Set(service.pushed.map(({ key }) => key)).size).toBe(1)
    } finally {
      await service.close()
      await server.dispose()
    }
  })

  it('that cannot be read keep the server from starting, in words', async () => {
    const server = await createServerProcess({ SUSRET_PUSH_SERVICES: 'http://push.example.org' })
    const { code, err } = await server.command('help')
    expect([code, err]).toEqual([1, expect.stringContaining('SUSRET_PUSH_SERVICES: Say https://host')])
    await server.dispose()
  })
})

async function* each(lines: readonly string[]) {
  yield* lines
}

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await setTimeout(100)
}
