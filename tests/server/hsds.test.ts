// The directory as other directories read it, on both stores: pages, filters, what is not there, and that nobody reads it
// where the operator has not said so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymiseServiceCheck } from '#domain/anonymise.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { NEED_TERMS } from '#domain/hsds/needs.ts'
import type { Finding } from '#domain/records/service-check.ts'
import { faultsIn } from '#tests/domain/hsds/schemas.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { anEntry, createTestPhone, problemIn } from './test-phone.ts'
import { createTestServer, EVENING, ORGANISATION, type TestServer } from './test-server.ts'

const SERVICES = BELGRADE.filter(({ kind }) => kind === 'service')

type Page = {
  total_items: number
  total_pages: number
  page_number: number
  size: number
  first_page: boolean
  last_page: boolean
  empty: boolean
  contents: { id: string; name: string; organization: { id: string } }[]
}

describe.each(KINDS)('On %s the HSDS interface', (kind) => {
  let from: TestDatabase
  let server: TestServer
  const ask = (path: string) => server.app.request(path)
  const read = async (path: string) => (await (await ask(path)).json()) as Page

  beforeAll(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from, { hsds: { organisation: ORGANISATION, publicUrl: 'https://susret.example' } })
    await server.addOrganisation('other-team')
    await server.store.setDirectory(ORGANISATION, BELGRADE)
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })

  it('says its version, its profile and where it is described; and every route of it is', async () => {
    const root = await (await ask('/hsds')).json()
    expect(root).toEqual({
      version: '3.0',
      profile: expect.stringContaining('openreferral.org') as string,
      openapi_url: 'https://susret.example/openapi.json'
    })
    const { paths } = (await (await ask('/openapi.json')).json()) as { paths: object }
    const lists = ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms']
    for (const list of lists) {
      expect(paths).toHaveProperty([`/hsds/${list}`, 'get'])
      expect(paths).toHaveProperty([`/hsds/${list}/{id}`, 'get'])
      expect(await read(`/hsds/${list}`)).toMatchObject({ page_number: 1, first_page: true, empty: false })
    }
  })

  it('gives all services in pages, each once and each conforming', async () => {
    const seen: Page['contents'] = []
    for (let page = 1; ; page += 1) {
      const found = await read(`/hsds/services?page=${page}&per_page=7`)
      expect(found).toMatchObject({
        total_items: SERVICES.length,
        total_pages: Math.ceil(SERVICES.length / 7),
        page_number: page,
        size: found.contents.length,
        first_page: page === 1,
        empty: false
      })
      seen.push(...found.contents)
      if (found.last_page) break
    }
    expect(seen.map(({ id }) => id).toSorted()).toEqual(SERVICES.map(({ id }) => id).toSorted())
    expect(seen.flatMap((service) => faultsIn('service', service))).toEqual([])
    expect(await read('/hsds/services?page=999')).toMatchObject({ empty: true, size: 0, last_page: true, contents: [] })
  })

  it('narrows by every filter at once', async () => {
    const legal = NEED_TERMS.find(({ code }) => code === 'legal_aid')?.id
    const found = await read(`/hsds/services?taxonomy_term_id=${legal}&per_page=100`)
    const meeting = SERVICES.filter((entry) => entry.kind === 'service' && entry.needs.includes('legal_aid'))
    expect(found.total_items).toBe(meeting.length)
    const [first] = found.contents
    const own = await read(`/hsds/services?taxonomy_term_id=${legal}&organization_id=${first?.organization.id}`)
    expect(own.total_items).toBeGreaterThan(0)
    expect(own.total_items).toBeLessThanOrEqual(found.total_items)
    for (const { organization } of own.contents) expect(organization.id).toBe(first?.organization.id)
    expect((await read('/hsds/services?search=no+such+words')).total_items).toBe(0)
  })

  it('gives services at places in a postcode, or within so many metres of its middle, where a place has a point', async () => {
    type AtPlace = {
      id: string
      name: string
      location: { id: string; name: string; latitude?: number; longitude?: number }
    }
    const placesOf = async (query: string) => {
      const found = await read(`/hsds/service_at_locations?per_page=100${query}`)
      expect(found.total_items).toBe(found.contents.length)
      return new Set((found.contents as unknown as AtPlace[]).map(({ location }) => location.name))
    }
    const everywhere = await placesOf('')
    const newBelgrade = await placesOf('&postcode=11070')
    // One has it written in its address, the other lies there.
    expect([...newBelgrade]).toEqual(expect.arrayContaining(['Asylum Office, by post', 'Police, Novi Beograd']))
    expect([...newBelgrade].filter((name) => /park|Preševo|Krnjača/.test(name))).toEqual([])
    expect(await placesOf('&postcode=11%20070')).toEqual(newBelgrade)
    const written = await read('/hsds/service_at_locations?postcode=11070&per_page=100')
    expect(JSON.stringify(written)).toContain('"postal_code":"11070"')
    expect(JSON.stringify(await read('/hsds/service_at_locations?per_page=100'))).not.toContain('"postal_code":"11000"')
    expect([...(await placesOf('&postcode=17523'))]).toEqual(['Preševo'])
    expect((await placesOf('&postcode=18000')).size).toBe(0)
    const inCity = await placesOf('&postcode=11000')
    expect([...inCity].filter((name) => newBelgrade.has(name))).toEqual([])
    // Krnjača is some five kilometres from the middle of the city, Obrenovac some 27, Banja Koviljača over 100.
    const within = async (metres: number) => placesOf(`&postcode=11000&proximity=${metres}`)
    const [near, around, far] = [await within(3_000), await within(10_000), await within(500_000)]
    expect(near.has('Asylum Info Centre')).toBe(true)
    expect([near.has('Krnjača'), around.has('Krnjača'), around.has('Obrenovac'), far.has('Obrenovac')]).toEqual([
      false,
      true,
      false,
      true
    ])
    for (const name of near) expect(around).toContain(name)
    // No point is known of these, so nobody can say that they are near.
    expect(everywhere.has('Preševo')).toBe(true)
    expect(far.has('Preševo')).toBe(false)
    expect((await placesOf('&postcode=11000&proximity=3000&search=no+such+words')).size).toBe(0)
  })

  it('refuses a postcode or a distance nobody can read, and names both filters where the standard has them', async () => {
    for (const query of [
      'postcode=',
      'postcode=11',
      'postcode=SW1A%201AA',
      'postcode=110700',
      'postcode=91000',
      'proximity=1000',
      'postcode=11000&proximity=',
      'postcode=11000&proximity=0',
      'postcode=11000&proximity=-5',
      'postcode=11000&proximity=1.5km',
      'postcode=11000&proximity=1000000',
      'postcode=18000&proximity=1000'
    ]) {
      const answer = await ask(`/hsds/service_at_locations?${query}`)
      expect({ query, ...(await problemIn(answer)) }).toEqual({ query, problem: 'bad_request', status: 400 })
    }
    const { paths } = (await (await ask('/openapi.json')).json()) as {
      paths: Record<string, { get: { parameters: { name: string; schema: object }[] } }>
    }
    const named = (list: string) => paths[`/hsds/${list}`]?.get.parameters.map(({ name }) => name)
    expect(named('service_at_locations')).toEqual(expect.arrayContaining(['search', 'postcode', 'proximity']))
    expect(named('services')).not.toContain('postcode')
    expect((await read('/hsds/services?postcode=x')).total_items).toBe((await read('/hsds/services')).total_items)
  })

  it('gives what a lead wrote, changed since a moment', async () => {
    const lead = await createTestPhone(server.app.request)
    await lead.join(await server.invite('lead'))
    const [provider] = BELGRADE.filter((entry) => entry.kind === 'provider')
    const entry = anEntry({ providerId: provider?.id ?? '' })
    expect((await read('/hsds/services?modified_after=2018-07-01')).total_items).toBe(0)
    expect(await lead.handOver(entry)).toBe('taken')
    const changed = await read('/hsds/services?modified_after=2018-07-01T00:00:00Z')
    expect(changed.contents.map(({ id }) => id)).toEqual([entry.id])
    const one: unknown = await (await ask(`/hsds/services/${entry.id}`)).json()
    expect(one).toMatchObject({ id: entry.id, name: 'Night shelter', status: 'active', assured_date: '2018-07-03' })
  })

  it('tells of a service what was found in the street, and that it changed', async () => {
    server.clock.at = Date.parse('2026-12-05T12:00Z')
    const worker = await createTestPhone(server.app.request)
    await worker.join(await server.invite('worker'))
    const [asWritten = '', closed = '', wrong = '', untold = ''] = SERVICES.map(({ id }) => id)
    const say = (service: string, found: Finding, at: string) =>
      worker.say({
        type: 'service_check',
        fields: anonymiseServiceCheck({ service, found }, { at: Date.parse(at) }),
        clock: { at: Date.parse(at), tick: 0 }
      })
    const find = async (service: string) =>
      (await (await ask(`/hsds/services/${service}`)).json()) as Partial<Record<string, unknown>>
    const before = await Promise.all([asWritten, closed, wrong, untold].map(find))
    expect(before.map(({ alert }) => alert)).toEqual([undefined, undefined, undefined, undefined])
    const since = new Date(server.clock.now()).toISOString()
    server.clock.at += 60_000
    await worker.send(
      await worker.pack([
        say(asWritten, 'as_written', '2026-12-02T10:00Z'),
        say(closed, 'closed', '2026-12-02T10:00Z'),
        say(wrong, 'wrong', '2026-12-03T10:00Z')
      ])
    )
    expect(await find(asWritten)).toMatchObject({ assured_date: '2026-12-02', x_to_verify: false })
    expect(await find(closed)).toMatchObject({
      assured_date: before[1]?.['assured_date'],
      alert: 'Reported to be closed on 2026-12-02.'
    })
    expect(await find(wrong)).toMatchObject({ alert: 'Reported to be wrong in part on 2026-12-03.' })
    expect(await find(untold)).toEqual(before[3])
    const changed = await read(`/hsds/services?modified_after=${since}`)
    expect(new Set(changed.contents.map(({ id }) => id))).toEqual(new Set([asWritten, closed, wrong]))
    expect(changed.contents.flatMap((service) => faultsIn('service', service))).toEqual([])

    await worker.send(await worker.pack([say(closed, 'as_written', '2026-12-04T10:00Z')]))
    const open = await find(closed)
    expect(open).toMatchObject({ assured_date: '2026-12-04' })
    expect(open).not.toHaveProperty('alert')
    server.clock.at = EVENING
  })

  it('refuses what makes no sense and does not find what is not there, in the words of the other endpoints', async () => {
    for (const query of [
      'page=0',
      'page=x',
      'per_page=0',
      'per_page=101',
      'organization_id=7',
      'modified_after=soon'
    ]) {
      const answer = await ask(`/hsds/services?${query}`)
      expect({ query, ...(await problemIn(answer)) }).toEqual({ query, problem: 'bad_request', status: 400 })
    }
    for (const path of ['/hsds/services/7', `/hsds/services/${anEntry().id.replace('e1', 'ff')}`, '/hsds/people']) {
      expect(await problemIn(await ask(path))).toEqual({ problem: 'not_found', status: 404 })
    }
    expect((await server.app.request('/hsds/services', { method: 'POST' })).status).toBe(404)
  })

  it('is nowhere where the operator has named no organisation', async () => {
    const closed = await createTestServer(from, { keys: server.keys })
    for (const path of ['/hsds', '/hsds/services'])
      expect(await problemIn(await closed.app.request(path))).toEqual({ problem: 'not_found', status: 404 })
    await closed.close()
  })
})
