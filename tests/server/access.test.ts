// Every route asked by everybody there is, on both stores; and that no route is there that openapi.json does not name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayAsk } from '#protocol/access.ts'
import { ENDPOINTS } from '#protocol/endpoints/index.ts'
import { ROLES } from '#protocol/ids.ts'
import type { MachineProblemCode } from '#protocol/machine-problem.ts'
import type { ProblemCode } from '#protocol/problem.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { anEntry, aSealedTestimony, aWording, createTestPhone, type TestPhone } from './test-phone.ts'
import { createTestServer, ORGANISATION, type TestServer } from './test-server.ts'

const TOKEN = 'a-token-of-the-operator'
/** `desk`: of a partner, which is an organisation of its own. A partner's phone in a team reads nothing. */
const ASKERS = ['nobody', ...ROLES, 'desk', 'revoked'] as const
type Asker = (typeof ASKERS)[number]
const SOME_ID = '00000000-0000-4000-8000-000000000001'

type Route = keyof typeof ENDPOINTS | 'openapi' | 'metrics' | 'hsds'

const TOLD = aSealedTestimony({ organisation: 'desk' })

type Said = 200 | ProblemCode | MachineProblemCode

const alike = (all: Said, but: Partial<Record<Asker, Said>> = {}): Record<Asker, Said> => ({
  ...(Object.fromEntries(ASKERS.map((asker) => [asker, all])) as Record<Asker, Said>),
  ...but
})

/** 200, or the problem. A phone's own join, repeated, is its lost reply. */
const EXPECTED: Record<Route, Record<Asker, Said>> = {
  health: alike(200),
  join: alike(200, { nobody: 'invite_unknown', revoked: 'invite_used' }),
  parcels: alike(200, { nobody: 'unknown_device', revoked: 'revoked' }),
  deliveries: alike(200, {
    nobody: 'unknown_device',
    translator: 'not_allowed',
    partner: 'not_allowed',
    revoked: 'revoked'
  }),
  library: alike(200, { nobody: 'unknown_device', revoked: 'revoked' }),
  words: alike(200, {
    nobody: 'unknown_device',
    worker: 'not_allowed',
    partner: 'not_allowed',
    desk: 'not_allowed',
    revoked: 'revoked'
  }),
  entries: alike('not_allowed', { nobody: 'unknown_device', lead: 200, admin: 200, revoked: 'revoked' }),
  feeds: alike('not_allowed', { nobody: 'unknown_device', lead: 200, admin: 200, revoked: 'revoked' }),
  feedPage: alike('not_allowed', { nobody: 'unknown_device', lead: 200, admin: 200, revoked: 'revoked' }),
  feedService: alike('not_allowed', { nobody: 'unknown_device', lead: 200, admin: 200, revoked: 'revoked' }),
  testimony: alike(200, {
    nobody: 'unknown_device',
    translator: 'not_allowed',
    partner: 'not_allowed',
    desk: 'not_allowed',
    revoked: 'revoked'
  }),
  testimoniesListed: alike('not_allowed', { nobody: 'unknown_device', desk: 200, revoked: 'revoked' }),
  testimonyFetched: alike('not_allowed', { nobody: 'unknown_device', desk: 200, revoked: 'revoked' }),
  testimonyDeleted: alike('not_allowed', { nobody: 'unknown_device', desk: 200, revoked: 'revoked' }),
  nudges: alike('not_allowed', { nobody: 'unknown_device', lead: 200, revoked: 'revoked' }),
  nudgesOn: alike('not_allowed', { nobody: 'unknown_device', lead: 200, revoked: 'revoked' }),
  nudgesOff: alike('not_allowed', { nobody: 'unknown_device', lead: 200, revoked: 'revoked' }),
  // A phone's token is none of a program's.
  dataSets: alike('token_unknown'),
  dataTable: alike('token_unknown'),
  dataCodes: alike('token_unknown'),
  openapi: alike(200),
  metrics: alike('not_found'),
  hsds: alike(200)
}

const FEED = 'http://127.0.0.1:1/hsds'

describe.each(KINDS)('On %s', (kind) => {
  let from: TestDatabase
  let server: TestServer
  const phones = new Map<Asker, { phone: TestPhone; invite: string }>()
  beforeAll(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from, {
      metrics: { token: TOKEN, usage },
      hsds: { organisation: ORGANISATION, publicUrl: 'https://susret.example' },
      feeds: [FEED]
    })
    await server.addOrganisation('desk', 'provider-1')
    await server.store.putTestimony(TOLD)
    const one = await createTestDatabase('sqlite')
    const elsewhere = await createTestServer(one, { keys: server.keys })
    for (const asker of ASKERS) {
      const home = asker === 'nobody' ? elsewhere : server
      const invite =
        asker === 'desk'
          ? await home.invite('partner', 10, 'desk')
          : await home.invite(asker === 'nobody' || asker === 'revoked' ? 'worker' : asker)
      const phone = await createTestPhone(home.app.request)
      await phone.join(invite)
      phones.set(asker, { phone, invite })
    }
    await server.store.revoke({ id: get('revoked').phone.device })
    await elsewhere.close()
    await one.dispose()
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })

  const get = (asker: Asker) => {
    const there = phones.get(asker)
    if (there === undefined) throw new Error(`No phone for ${asker}`)
    return there
  }

  const ask = async (route: Route, asker: Asker): Promise<Response> => {
    const { phone, invite } = get(asker)
    const post = (path: string, body: BodyInit) => server.app.request(path, { method: 'POST', body })
    const put = (path: string, body: object) =>
      server.app.request(path, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { authorization: `Bearer ${phone.token}` }
      })
    const read = (path: string) => server.app.request(path, { headers: { authorization: `Bearer ${phone.token}` } })
    switch (route) {
      case 'join':
        return post(ENDPOINTS.join.path, JSON.stringify(phone.joinRequest(invite)))
      case 'parcels':
        return post(ENDPOINTS.parcels.path, await phone.pack(phone.noteArrivals(1)))
      case 'words':
        return put(ENDPOINTS.words.path, aWording())
      case 'entries':
        return put(ENDPOINTS.entries.path, anEntry())
      case 'testimony':
        return put(ENDPOINTS.testimony.path, aSealedTestimony({ organisation: 'desk' }))
      case 'testimonyFetched':
        return read(`${ENDPOINTS.testimonyFetched.path}?id=${TOLD.id}`)
      case 'testimonyDeleted':
        return put(ENDPOINTS.testimonyDeleted.path, { id: aSealedTestimony().id })
      case 'nudgesOn':
        return put(ENDPOINTS.nudgesOn.path, { address: 'https://web.push.apple.com/a-browser' })
      case 'nudgesOff':
        return server.app.request(ENDPOINTS.nudgesOff.path, {
          method: 'DELETE',
          headers: { authorization: `Bearer ${phone.token}` }
        })
      case 'feedPage':
        // Nobody answers at that port: the answer says so.
        return read(`${ENDPOINTS.feedPage.path}?feed=${encodeURIComponent(FEED)}&page=1`)
      case 'feedService':
        return read(`${ENDPOINTS.feedService.path}?feed=${encodeURIComponent(FEED)}&id=${SOME_ID}`)
      case 'openapi':
        return read('/openapi.json')
      case 'hsds':
        return read('/hsds/services')
      case 'metrics':
        return read('/metrics')
      default:
        return read(`${ENDPOINTS[route].path}?after=`)
    }
  }

  const cases = (Object.keys(EXPECTED) as Route[]).flatMap((route) => ASKERS.map((asker) => ({ route, asker })))
  it.each(cases)('$route answers $asker as the table says', async ({ route, asker }) => {
    const answer = await ask(route, asker)
    const said = answer.status === 200 ? 200 : ((await answer.json()) as { problem: Said }).problem
    expect(said).toBe(EXPECTED[route][asker])
  })

  it('says the same as the one table that the server answers by', () => {
    for (const route of Object.keys(ENDPOINTS) as (keyof typeof ENDPOINTS)[]) {
      if (ENDPOINTS[route].access !== 'token') continue
      for (const role of ROLES) {
        const said = EXPECTED[route][role] !== 'not_allowed'
        expect([route, role, mayAsk(route, { role, kind: 'team' })]).toEqual([route, role, said])
      }
      const said = EXPECTED[route].desk !== 'not_allowed'
      expect([route, mayAsk(route, { role: 'partner', kind: 'partner' })]).toEqual([route, said])
    }
  })

  it('lets a revoked phone add nothing', async () => {
    const { changes } = await get('lead').phone.fetchAll()
    const senders = new Set(changes.map(({ author }) => author))
    expect(senders).toEqual(new Set(ROLES.map((role) => get(role).phone.device)))
  })

  it('tells the operator counts and nothing else', async () => {
    const answer = await server.app.request('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })
    expect(answer.status).toBe(200)
    const text = await answer.text()
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{route="[^"]*"(,(status|le)="[^"]*")?\})? [\d.e+]+)$/)
    }
    expect(text).toContain('susret_answers_total{route="/v1/parcels",status="200"} 6')
    expect(text).toContain('susret_answers_total{route="/v1/parcels",status="403"} 1')
    for (const { phone, invite } of phones.values()) {
      for (const secret of [phone.device, phone.token, invite]) expect(text).not.toContain(secret)
    }
  })

  it('has no route that openapi.json does not name, and names none that is not there', async () => {
    const described = (await (await server.app.request('/openapi.json')).json()) as { paths: Record<string, object> }
    const named = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
    )
    const there = server.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(':id', '{id}')}`)
    expect(new Set(there)).toEqual(new Set([...named, 'GET /openapi.json', 'GET /metrics']))
  })
})

const usage = () => ({ cpuSeconds: 1.5, residentBytes: 1_048_576 })
