// What the server promises about what it keeps, held against SQLite and PostgreSQL alike.
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { createSealingKeys } from '#protocol/keys.ts'
import type { Database } from '#server/store/database.ts'
import { createLine } from '#server/store/line.ts'
import { formToItem } from '#server/store/library.ts'
import { createStore } from '#server/store/create-store.ts'
import type { Store } from '#server/store/store.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { createTestPhone } from './test-phone.ts'
import { createTestServer, EVENING, ORGANISATION, randomBytes, type TestServer } from './test-server.ts'

describe.each(KINDS)('The store on %s', (kind) => {
  let from: TestDatabase
  let server: TestServer
  let store: Store

  beforeAll(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from)
    store = server.store
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })

  const joinedPhone = async () => {
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite())
    return phone
  }
  const heldOf = async (device: string) => {
    const { changes } = (await store.changesAfter(ORGANISATION, () => ({ after: 0, limit: 100_000 }))) ?? {
      changes: []
    }
    return changes.filter(({ change }) => change.author === device)
  }
  const asideOf = async (device: string) => (await store.listAside(ORGANISATION)).filter((row) => row.device === device)

  it('opens again with the same epoch and all it had', async () => {
    const phone = await joinedPhone()
    await phone.send(await phone.pack(phone.noteArrivals(3)))
    const database = await from.open()
    const again = await createStore({ database, now: () => EVENING, random: randomBytes, waitingLimit: 9 })
    expect(await again.epoch()).toBe(await store.epoch())
    expect((await again.findDevice(phone.device))?.arrived.upTo).toBe(3)
    await again.close()
  })

  it('numbers the changes of an organisation without a gap, in the order they were taken', async () => {
    const phones = await Promise.all([joinedPhone(), joinedPhone(), joinedPhone()])
    await Promise.all(
      phones.map(async (phone) => {
        for (let parcel = 0; parcel < 4; parcel += 1) await phone.send(await phone.pack(phone.noteArrivals(5)))
      })
    )
    const { changes } = (await store.changesAfter(ORGANISATION, () => ({ after: 0, limit: 100_000 }))) ?? {
      changes: []
    }
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, at) => at + 1))
    for (const { device } of phones) {
      expect((await heldOf(device)).map(({ change }) => change.counter)).toEqual(
        Array.from({ length: 20 }, (_, at) => at + 1)
      )
    }
  })

  it('undoes one parcel that fails and keeps the others of its group', async () => {
    const database = await from.open()
    await database.transaction((query) => query('create table tried (number bigint primary key)'))
    const line = createLine({
      database,
      limit: 100,
      order: (a: number, b: number) => a - b,
      takeOne: async (query, number) => {
        await query('insert into tried (number) values (?)', [number])
        // The same number a second time breaks the rule of the table, in the middle of the group's transaction.
        if (number % 3 === 0) await query('insert into tried (number) values (?)', [number])
        return number
      }
    })
    const settled = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map((number) => line.take(number)))
    expect(settled.map(({ status }) => status === 'fulfilled')).toEqual([true, true, false, true, true, false, true])
    const rows = await database.read((query) => query('select number from tried order by number'))
    expect(rows.map((row) => row['number'])).toEqual([1, 2, 4, 5, 7])
    await database.transaction((query) => query('drop table tried'))
    await database.close()
  })

  it('says busy at once when too many wait', async () => {
    const database: Database = await from.open()
    const line = createLine({
      database,
      limit: 2,
      order: () => 0,
      takeOne: async (_query, item: number) => item
    })
    const first = line.take(0)
    const outcomes = await Promise.all([first, line.take(1), line.take(2), line.take(3), line.take(4)])
    expect(outcomes).toEqual([0, 1, 2, 'busy', 'busy'])
    await database.close()
  })

  it('does not let a reader see half of what is being written', async () => {
    const phone = await joinedPhone()
    const bytes = await phone.pack(phone.noteArrivals(200))
    const counts = new Set<number>()
    const progress = { isDone: false }
    const sent = phone.send(bytes).finally(() => (progress.isDone = true))
    while (!progress.isDone) {
      counts.add((await heldOf(phone.device)).length)
      await setImmediate()
    }
    await sent
    counts.add((await heldOf(phone.device)).length)
    expect([...counts].filter((count) => count !== 0)).toEqual([200])
  })

  it('names what never arrived of a phone, and forgets the gap when it comes', async () => {
    const phone = await joinedPhone()
    const [first, second, third] = [phone.noteArrivals(40), phone.noteArrivals(17), phone.noteArrivals(3)]
    await phone.send(await phone.pack(first, 1))
    await phone.send(await phone.pack(third, 3))
    expect((await store.findDevice(phone.device))?.arrived).toEqual({ upTo: 60, missing: [[41, 57]] })
    await phone.send(await phone.pack(second, 2))
    expect((await store.findDevice(phone.device))?.arrived).toEqual({ upTo: 60, missing: [] })
  })

  it('keeps both when the same change comes with other content', async () => {
    const phone = await joinedPhone()
    const [change] = phone.noteArrivals(1)
    await phone.send(await phone.pack([change]))
    const receipt = await phone.send(await phone.pack([{ ...change, fields: { ...change.fields, men: 7 } }]))
    expect(receipt.aside).toEqual([{ counter: 1, reason: 'twin' }])
    expect((await heldOf(phone.device)).map((held) => held.change.fields['men'])).toEqual([1])
    expect(await asideOf(phone.device)).toMatchObject([{ counter: 1, reason: 'twin', parcel: 2 }])
  })

  it('knows a change again whatever parcel it comes in and whatever order its fields have', async () => {
    const phone = await joinedPhone()
    const changes = phone.noteArrivals(2, { answers: { men: 2, language: 'ps' } })
    await phone.send(await phone.pack(changes))
    const [one, two] = changes.map((change) => ({
      ...change,
      fields: Object.fromEntries(Object.entries(change.fields).toReversed())
    }))
    if (one === undefined || two === undefined) throw new Error('Two changes were made')
    const receipt = await phone.send(await phone.pack([one, two]))
    expect(receipt.aside).toEqual([])
    expect(await heldOf(phone.device)).toHaveLength(2)
  })

  it('tries set-aside changes again when the form they were made with has come', async () => {
    const phone = await joinedPhone()
    const later = { ...NEW_ARRIVAL, version: 2 }
    const [known, early] = phone.noteArrivals(2)
    if (early === undefined) throw new Error('Two changes were made')
    const ahead = { ...early, fields: { ...early.fields, formVersion: 2 } }
    const bytes = await phone.pack([known, ahead])
    expect((await phone.send(bytes)).aside).toEqual([{ counter: 2, reason: 'unknown_form' }])
    expect(await heldOf(phone.device)).toHaveLength(1)

    await store.putLibrary(ORGANISATION, [formToItem(later)])
    await store.replayAside(ORGANISATION, server.keys.findOpener)
    expect(await heldOf(phone.device)).toHaveLength(2)
    expect(await asideOf(phone.device)).toEqual([])
    expect((await phone.send(bytes)).aside).toEqual([])
  })

  it('takes nothing from a phone that was revoked while its parcel waited', async () => {
    const phone = await joinedPhone()
    const bytes = await phone.pack(phone.noteArrivals(1))
    await store.revoke({ id: phone.device })
    await phone.post(bytes)
    expect(await heldOf(phone.device)).toEqual([])
  })

  it('gives library items a new number only when they are new or changed, and tells what is gone', async () => {
    const id = 'library-test'
    await store.addOrganisation({ id, name: 'Library', recoveryKey: (await createSealingKeys()).publicKey })
    const forms = [formToItem(NEW_ARRIVAL)]
    const all = async (after: number) =>
      (await store.libraryAfter(id, () => ({ after, limits: { items: 100, letters: 100_000 } })))?.items
    const [provider, other] = ['a', 'b'].map((name) => ({
      kind: 'provider' as const,
      id: `00000000-0000-4000-8000-00000000000${name}`,
      name: { en: name },
      phones: [],
      source: 'none',
      lastChecked: '2018',
      toVerify: true
    }))
    if (provider === undefined || other === undefined) throw new Error('Two providers were made')
    expect(await store.putLibrary(id, forms)).toBe(1)
    expect(await store.setDirectory(id, [provider, other])).toBe(2)
    expect(await store.setDirectory(id, [provider, other])).toBe(0)
    expect(await all(3)).toEqual([])
    expect(await store.setDirectory(id, [{ ...provider, website: 'https://example.org' }])).toBe(2)
    expect((await all(3))?.map((change) => [change.seq, change.id, 'item' in change])).toEqual([
      [4, provider.id, true],
      [5, other.id, false]
    ])
    expect(await store.listForms(id)).toEqual([NEW_ARRIVAL])
  })
})
