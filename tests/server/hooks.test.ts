// Webhooks against a real receiver: what is said and how it is signed, what happens when it is away, and where none may lead.
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { isPublic, readHookUrl } from '#server/hooks/address.ts'
import { hookRound, MOST_TRIES } from '#server/hooks/rounds.ts'
import { createLog } from '#server/log.ts'
import { createHookReceiver } from './hook-receiver.ts'
import { auditOf } from './machine-world.ts'
import { createServerProcess, inviteIn } from './server-process.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { createTestPhone, type TestPhone } from './test-phone.ts'
import { createTestServer, randomBytes, type TestServer } from './test-server.ts'

const SECRET = 'a-secret-of-both-sides'
const WAIT_MS = 30_000
const DAY_MS = 24 * 60 * 60_000

const referralTo = (provider: string): Change['fields'] => ({
  arrival: 'aaaaaaaaaaaa-1',
  provider,
  service: '00000000-0000-4000-8000-0000000000e1',
  needs: ['medical'],
  due: 'now',
  consent: 'worker',
  told: ['people'],
  state: 'made',
  met: '2018-07-03T19',
  zone: 'parks'
})

describe.each(KINDS)('On %s a partner', (kind) => {
  let from: TestDatabase
  let server: TestServer
  let worker: TestPhone
  let receiver: Awaited<ReturnType<typeof createHookReceiver>>
  const logged: string[] = []
  beforeEach(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from)
    await server.addOrganisation('clinic', 'provider-1')
    worker = await createTestPhone(server.app.request)
    await worker.join(await server.invite())
    receiver = await createHookReceiver()
    receiver.expectSecret(SECRET)
    logged.length = 0
  })
  afterEach(async () => {
    await receiver.close()
    await server.close()
    await from.dispose()
  })

  const set = (url = receiver.url, isInside = true) => {
    const hook = { organisation: 'clinic', url, secret: SECRET, isInside, madeAt: server.clock.now() }
    return server.store.setHook(hook, { host: 'there' })
  }
  const round = () =>
    hookRound({
      store: server.store,
      clock: server.clock,
      random: randomBytes,
      later: () => undefined,
      log: createLog('info', { write: (line) => logged.push(line) }),
      waitMs: WAIT_MS
    })
  const refer = async (count: number): Promise<Change[]> => {
    const made = Array.from({ length: count }, () => worker.say({ type: 'referral', fields: referralTo('provider-1') }))
    const [first, ...others] = made
    if (first) await worker.send(await worker.pack([first, ...others]))
    return made
  }
  const newest = async () => (await server.store.listDeliveries('clinic', 1))[0]

  it('is told how many are new, signed, once, and nothing of whom', async () => {
    await refer(1)
    await set()
    await round()
    expect(receiver.heard).toEqual([])
    const [referral] = await refer(3)
    await worker.send(await worker.pack(worker.noteArrivals(2)))
    await round()
    await round()
    expect(receiver.heard).toHaveLength(1)
    const [{ body, isSigned, seconds, path } = { body: {} }] = receiver.heard
    expect([isSigned, seconds, path]).toEqual([true, Math.floor(server.clock.at / 1_000), '/told'])
    const delivery = expect.stringMatching(/^[A-Za-z0-9_-]{22}$/) as string
    expect(body).toEqual({
      kind: 'new_referrals',
      delivery,
      organisation: 'clinic',
      count: 3,
      at: server.clock.at
    })
    // A step of one that is there is nothing new.
    if (referral) {
      const step = {
        type: 'referral',
        record: nameOf(referral),
        over: [nameOf(referral)],
        fields: { state: 'withdrawn' }
      }
      await worker.send(await worker.pack([worker.say(step)]))
    }
    await round()
    expect(receiver.heard).toHaveLength(1)
    expect(await newest()).toMatchObject({ state: 'arrived', tries: 1, said: 'status 204' })
    expect(logged.join('')).not.toContain(SECRET)
  })

  it('is told again later and later while it is away, of all that came meanwhile, and in the end given up for all to see', async () => {
    await set()
    await refer(1)
    receiver.answerWith(500)
    const waits: number[] = []
    await round()
    await refer(4)
    for (let tries = 2; tries <= MOST_TRIES; tries += 1) {
      const { nextAt = 0 } = (await newest()) ?? {}
      waits.push(nextAt - server.clock.at)
      server.clock.at = nextAt - 1
      await round()
      expect(receiver.heard).toHaveLength(tries - 1)
      server.clock.at = nextAt
      await round()
      expect(receiver.heard).toHaveLength(tries)
    }
    expect(new Set(receiver.heard.map(({ body }) => body['delivery'])).size).toBe(1)
    expect(receiver.heard.every(({ isSigned }) => isSigned)).toBe(true)
    for (const [at, wait] of waits.entries()) {
      const middle = Math.min(6 * 60 * 60_000, WAIT_MS * 2 ** at)
      expect(wait).toBeGreaterThanOrEqual(middle * 0.5 - 1)
      expect(wait).toBeLessThanOrEqual(middle * 1.5 + 1)
    }
    expect(await newest()).toMatchObject({ state: 'given_up', tries: MOST_TRIES, said: 'status 500' })
    expect(logged.at(-1)).toContain('given up')
    expect(logged.join('')).not.toContain('other side')
    receiver.answerWith(200)
    server.clock.at += DAY_MS
    await round()
    expect(receiver.heard.at(-1)?.body).toMatchObject({ count: 4 })
  })

  it('is told of what waited since the clock of the server was once ahead', async () => {
    await set()
    server.clock.at += 365 * DAY_MS
    receiver.answerWith(500)
    await refer(2)
    await round()
    server.clock.at -= 365 * DAY_MS
    receiver.answerWith(200)
    await round()
    expect(receiver.heard.map(({ body }) => body['count'])).toEqual([2, 2])
    await refer(1)
    await round()
    expect(receiver.heard.at(-1)?.body).toMatchObject({ count: 1 })
  })

  it('is not called where only the server itself can reach, whatever its name says then, nor where a redirect leads', async () => {
    for (const url of [`https://localhost:${receiver.port}/`, receiver.url, `http://[::1]:${receiver.port}/`]) {
      await set(url, false)
      await refer(1)
      await round()
      expect(await newest()).toMatchObject({ said: 'leads into the private network', state: 'waiting' })
      await server.store.removeHook('clinic')
      server.clock.at += 1
    }
    expect(receiver.heard).toEqual([])
    await set()
    receiver.answerWith({ redirect: `http://127.0.0.1:${receiver.port}/secret` })
    await refer(1)
    await round()
    expect(receiver.heard.map(({ path }) => path)).toEqual(['/told'])
    expect(await newest()).toMatchObject({ said: 'status 307', state: 'waiting' })
  })

  it('is sent one delivery by one of several processes, and none once it is taken away', async () => {
    await set()
    await refer(2)
    await Promise.all([round(), round(), round()])
    expect(receiver.heard).toHaveLength(1)
    receiver.answerWith(503)
    await refer(1)
    await round()
    await server.store.removeHook('clinic')
    server.clock.at += DAY_MS
    await round()
    expect(receiver.heard).toHaveLength(2)
    expect((await auditOf(server, 'clinic')).entries.map(({ what }) => what)).toEqual(['hook_set', 'hook_removed'])
    expect(await auditOf(server)).toEqual({ entries: [], brokenAt: undefined })
  })
})

describe('A webhook', () => {
  it('leads out into the world only', () => {
    const inside = [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::1'
    ]
    const tunnels = [
      'fe80::1',
      'fd00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001:0:1::',
      'no address'
    ]
    for (const address of [...inside, ...tunnels]) expect([address, isPublic(address)]).toEqual([address, false])
    for (const address of ['1.1.1.1', '172.32.0.1', '2606:4700::1111', '2a00:1450::1']) {
      expect([address, isPublic(address)]).toEqual([address, true])
    }
  })

  it('is set by https, or inside this machine when the operator says so', () => {
    const may = (url: string, isInside = false) => readHookUrl(url, isInside).ok
    expect(may('https://partner.example/in')).toBe(true)
    for (const url of [
      'http://partner.example',
      'https://a:b@partner.example',
      'https://10.0.0.1',
      'https://[fd00::1]'
    ]) {
      expect([url, may(url)]).toEqual([url, false])
    }
    // Written otherwise, the same machine.
    for (const url of ['https://2130706433', 'https://0x7f.1', 'https://localhost', 'https://[::ffff:127.0.0.1]']) {
      expect([url, may(url)]).toEqual([url, false])
    }
    expect(may('http://127.0.0.1.example.org/', true)).toBe(false)
    expect([may('http://127.0.0.1:9/', true), may('https://10.0.0.1', true)]).toEqual([true, true])
    expect([may('http://10.0.0.1', true), may('ftp://partner.example', true), may('nothing', true)]).toEqual([
      false,
      false,
      false
    ])
  })

  it('arrives though the server was killed in the middle of it', async () => {
    const server = await createServerProcess({ SUSRET_HOOK_SECONDS: '1' })
    const receiver = await createHookReceiver()
    try {
      const printed = await server.start()
      await server.command('invite', '--role', 'partner', '--organisation', 'atina', '--provider', 'Atina')
      const made = ['hook', 'set', '--organisation', 'atina', '--url', receiver.url]
      expect((await server.command(...made)).err).toContain('--inside')
      const { out } = await server.command(...made, '--inside')
      receiver.expectSecret(/^ {2}(\S+)$/m.exec(out)?.[1] ?? '')
      const worker = await createTestPhone(server.ask)
      await worker.join(inviteIn(printed, 'worker'))
      const atina = BELGRADE.find((entry) => entry.kind === 'provider' && /atina/i.test(entry.name.en ?? ''))
      const referral = worker.say({ type: 'referral', fields: referralTo(atina?.id ?? '') })
      receiver.answerWith('silent')
      await worker.send(await worker.pack([referral]))
      await until(() => receiver.heard.length === 1)
      await server.kill()
      receiver.answerWith(200)
      await server.start()
      await until(() => receiver.heard.length === 2)
      const [first, second] = receiver.heard
      expect(second?.body).toEqual(first?.body)
      expect(receiver.heard.map(({ isSigned }) => isSigned)).toEqual([true, true])
      await until(async () => /arrived +status 200/.test((await server.command('hook', 'list')).out))
      expect((await server.command('hook', 'remove', '--organisation', 'atina')).code).toBe(0)
      expect((await server.command('hook', 'list')).out).toContain('no webhook')
    } finally {
      await receiver.close()
      await server.dispose()
    }
  })
})

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await setTimeout(100)
}
