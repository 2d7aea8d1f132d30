// Entries of the directory as leads write them, held against SQLite and PostgreSQL alike: what is taken, what is refused, who
// hears of it, and that no later release writes over one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import type { Role } from '#protocol/ids.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { anEntry, createTestPhone, problemIn, type TestPhone } from './test-phone.ts'
import { createTestServer, ORGANISATION, type TestServer } from './test-server.ts'

describe.each(KINDS)('On %s an entry of the directory', (kind) => {
  let from: TestDatabase
  let server: TestServer
  let lead: TestPhone
  let worker: TestPhone

  const aPhone = async (role: Role) => {
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite(role))
    return phone
  }
  beforeAll(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from)
    await server.store.setDirectory(ORGANISATION, BELGRADE)
    lead = await aPhone('lead')
    worker = await aPhone('worker')
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })

  it('reaches every phone with the next page, and handed over again, because the answer was lost, moves nothing', async () => {
    const { cursor } = await worker.fetchLibrary()
    expect(await lead.handOver(anEntry())).toBe('taken')
    const page = await worker.fetchLibrary(cursor)
    expect(page).toMatchObject({ items: [anEntry()], gone: [] })
    expect(await lead.handOver(anEntry())).toBe('taken')
    expect((await worker.fetchLibrary(page.cursor)).items).toEqual([])
  })

  it('that a release brought is written by the team once, and two who write at once hear of each other', async () => {
    const brought = BELGRADE.find((entry) => entry.kind === 'service')
    if (brought === undefined) throw new Error('The directory has no service')
    const mine = { ...brought, lastChecked: '2026-11-23', at: 5 }
    expect(await lead.handOver(mine)).toBe('taken')
    expect(await lead.handOver({ ...mine, lastChecked: '2026-11-24', at: 6 })).toBe('twin')
    expect(await lead.handOver({ ...mine, lastChecked: '2026-11-24', at: 6, over: 5 })).toBe('taken')
  })

  it('stays as the team wrote it when a release sets its directory anew, and so does one the release does not know', async () => {
    const { cursor } = await worker.fetchLibrary()
    expect(await server.store.setDirectory(ORGANISATION, BELGRADE)).toBe(0)
    expect((await worker.fetchLibrary(cursor)).items).toEqual([])
  })

  it('that cannot be is refused, and nobody hears of it', async () => {
    const { cursor } = await worker.fetchLibrary()
    const office = { byday: ['MO'], opensAt: '09:00', closesAt: '17:00' } as const
    const bad: readonly object[] = [
      { ...anEntry(), hours: [office, { ...office, opensAt: '16:00', closesAt: '18:00' }] },
      { ...anEntry(), hours: [{ ...office, opensAt: '9' }] },
      { ...anEntry(), exceptions: [{ from: '2026-12-31', to: '2026-12-25', times: [] }] },
      { ...anEntry(), eligibility: { minimumAge: 18, maximumAge: 12 } },
      { ...anEntry(), capacity: { available: 21, maximum: 20, updated: '2026-11-23' } },
      { ...anEntry(), phones: [{ number: 'call Mina' }] },
      { ...anEntry(), needs: [] },
      { ...anEntry(), name: { en: ' ' } },
      { ...anEntry(), id: 'new_arrival.1' },
      { ...anEntry(), at: undefined },
      {
        kind: 'provider',
        id: anEntry().id,
        name: { en: 'x' },
        phones: [],
        website: 'javascript:alert(1)',
        source: 'x',
        lastChecked: '2026',
        toVerify: true,
        at: 1
      },
      { kind: 'form', id: 'new_arrival.2' }
    ]
    for (const entry of bad) {
      const answer = await lead.write(entry)
      expect({ entry, ...(await problemIn(answer)) }).toEqual({ entry, problem: 'bad_request', status: 400 })
    }
    expect((await worker.fetchLibrary(cursor)).items).toEqual([])
  })
})
