// The shared ledger on both stores: who tells whom, what crosses the border between two teams, and what never does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerLine } from '#domain/ledger.ts'
import { mayReadLedger, ORGANISATION_KINDS } from '#protocol/access.ts'
import type { Change } from '#protocol/change.ts'
import { ROLES } from '#protocol/ids.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { createTestPhone, type TestPhone } from './test-phone.ts'
import { createTestServer, EVENING, ORGANISATION, type TestServer } from './test-server.ts'

const DAY = 86_400_000
const PARTIES = ['north', 'south'] as const
/** One phone of each role a team can have, and of a partner. */
const WHO = {
  giver: ['worker', 'north'],
  worker: ['worker', 'south'],
  lead: ['lead', 'south'],
  admin: ['admin', 'south'],
  translator: ['translator', 'south'],
  stranger: ['worker', ORGANISATION],
  desk: ['partner', 'clinic']
} as const
type Who = keyof typeof WHO

let cards = 0
/** Each test has a card of its own. */
const aCard = () => (cards += 1).toString(16).padStart(32, '0')

describe.each(KINDS)('On %s', (kind) => {
  let from: TestDatabase
  let server: TestServer
  const phones = {} as Record<Who, TestPhone>
  beforeAll(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from)
    for (const id of PARTIES) await server.addOrganisation(id)
    await server.addOrganisation('clinic', 'provider-clinic')
    for (const id of PARTIES) await server.store.setTakesPart(id, true)
    for (const who of Object.keys(WHO) as Who[]) {
      const [role, organisation] = WHO[who]
      phones[who] = await createTestPhone(server.app.request)
      await phones[who].join(await server.invite(role, 10, organisation))
    }
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })

  const handout = (card: string, fields: Change['fields'] = {}) => ({
    type: 'handout' as const,
    fields: { item: 'shoes', count: 2, end: 'given', card, met: '2018-07-03T19', zone: 'parks', ...fields }
  })
  const give = async (card: string, { by = 'giver', ...fields }: Change['fields'] & { by?: Who } = {}) => {
    const change = phones[by].say(handout(card, fields))
    expect((await phones[by].send(await phones[by].pack([change]))).aside).toEqual([])
    return change
  }
  const takeBack = async ({ record }: Change, removed = 1, phone = phones.giver) => {
    const change = phone.say({ type: 'handout', record, over: [record], fields: { removed } })
    await phone.send(await phone.pack([change]))
  }
  /** Everything this phone is told of one card. */
  const told = async (who: Who, card?: string): Promise<LedgerLine[] | undefined> => {
    const lines: LedgerLine[] = []
    for (let cursor = ''; ;) {
      const { header, cards: news } = await phones[who].fetchDelivery(cursor)
      if (news?.ledger === undefined) return undefined
      lines.push(...news.ledger)
      cursor = header.to
      if (!header.more) return lines.filter((line) => card === undefined || line.card === card)
    }
  }
  const shoes = (card: string, gone = false) => [{ card, group: 'shoes', day: '2018-07-03', gone }]

  it('what a team gave reaches whoever hands out in another team that takes part, and nobody else', async () => {
    const card = aCard()
    await give(card)
    for (const who of ['worker', 'lead', 'admin'] as const) expect(await told(who, card)).toEqual(shoes(card))
    expect(await told('giver', card)).toEqual([])
    for (const who of ['stranger', 'desk'] as const) expect(await told(who, card)).toBeUndefined()
    expect((await phones.translator.get('/v1/deliveries?after=')).status).toBe(403)
  })

  it('says the same as the one table: phones that read everything of a team of their own', () => {
    const readers = ORGANISATION_KINDS.flatMap((kindOf) =>
      ROLES.filter((role) => mayReadLedger({ role, kind: kindOf })).map((role) => `${kindOf} ${role}`)
    )
    expect(readers.toSorted()).toEqual(['team admin', 'team lead', 'team worker'])
  })

  it('a team that takes no part tells nothing and is told nothing', async () => {
    const card = aCard()
    await give(card, { by: 'stranger' })
    expect(await told('worker', card)).toEqual([])
    expect((await server.store.listOrganisations()).filter(({ takesPart }) => takesPart).map(({ id }) => id)).toEqual([
      ...PARTIES
    ])
  })

  it('neither who gave it, nor the record, nor how much or how often, nor where crosses the border', async () => {
    const card = aCard()
    for (const count of [2, 7, 9]) await give(card, { count, arrival: 'aaaaaaaaaaaa-1' })
    await give(card, { item: 'boots' })
    expect(await told('worker', card)).toEqual(shoes(card))
    const lines: string[] = []
    await server.store.backup(async (line) => void lines.push(line))
    const kept = lines.filter((line) => line.includes('"table":"ledger"') && line.includes(card))
    expect(kept.map((line) => Object.keys((JSON.parse(line) as { row: object }).row).toSorted())).toEqual([
      ['card', 'day', 'gone', 'item_group', 'organisation', 'seq']
    ])
    for (const line of kept) {
      for (const secret of [phones.giver.device, 'north', 'parks', 'T19']) expect(line).not.toContain(secret)
    }
  })

  it('what is given every day, or tells of a baby, an illness or a journey, is told to nobody', async () => {
    const card = aCard()
    for (const item of ['meal_hot', 'diapers', 'scabies_cream', 'bus_ticket']) await give(card, { item })
    await give(card, { item: 'shoes', end: 'missing', size: '43' })
    expect(await told('worker', card)).toEqual([])
  })

  it('what is taken back before it is sent is never told; later it is told as taken back, and put back as there', async () => {
    const [never, later] = [aCard(), aCard()]
    const made = phones.giver.say(handout(never))
    const undone = phones.giver.say({
      type: 'handout',
      record: made.record,
      over: [made.record],
      fields: { removed: 1 }
    })
    await phones.giver.send(await phones.giver.pack([made, undone]))
    expect(await told('worker', never)).toEqual([])

    const given = await give(later)
    const { header } = await phones.worker.fetchDelivery((await phones.worker.fetchAll()).cursor)
    await takeBack(given)
    const after = await phones.worker.fetchDelivery(header.to)
    expect([after.header.count, after.changes.length, after.cards?.ledger]).toEqual([1, 0, shoes(later, true)])
    await takeBack(given, 0)
    expect(await told('worker', later)).toEqual(shoes(later))
  })

  it('what one hand-out says goes only with the last one that says it, whatever was sent first', async () => {
    const card = aCard()
    const [boots, more] = [await give(card, { item: 'boots' }), await give(card)]
    await give(card, { item: 'blanket' })
    await takeBack(boots)
    expect((await told('worker', card))?.filter(({ group }) => group === 'shoes')).toEqual(shoes(card))
    await takeBack(more)
    expect((await told('worker', card))?.filter(({ group }) => group === 'shoes')).toEqual(shoes(card, true))
    await takeBack(boots, 0)
    expect((await told('worker', card))?.filter(({ group }) => group === 'shoes')).toEqual(shoes(card))
  })

  it('what two teams gave the same day goes only with the last of the two, for whoever had it from both', async () => {
    for (const id of ['east', 'west']) {
      await server.addOrganisation(id)
      await server.store.setTakesPart(id, true)
    }
    const joinedTo = async (organisation: string) => {
      const phone = await createTestPhone(server.app.request)
      await phone.join(await server.invite('worker', 10, organisation))
      return phone
    }
    const [east, west] = [await joinedTo('east'), await joinedTo('west')]
    const card = aCard()
    const says = async (phone: TestPhone, item: string) => {
      const change = phone.say(handout(card, { item }))
      await phone.send(await phone.pack([change]))
      return change
    }
    const standsFor = async (phone: TestPhone) =>
      (await phone.fetchDelivery()).cards?.ledger?.filter((line) => line.card === card).map(({ gone }) => !gone)
    const [first, second] = [await says(east, 'shoes'), await says(west, 'boots')]
    const everybody = [phones.worker, east, west]
    expect(await Promise.all(everybody.map(standsFor))).toEqual([[true], [true], [true]])
    await takeBack(first, 1, east)
    // The west gave it and is told of nobody else who did.
    expect(await Promise.all(everybody.map(standsFor))).toEqual([[true], [true], [false]])
    await takeBack(second, 1, west)
    expect(await Promise.all(everybody.map(standsFor))).toEqual([[false], [false], [false]])
    await takeBack(first, 0, east)
    expect(await Promise.all(everybody.map(standsFor))).toEqual([[true], [false], [true]])
    for (const id of ['east', 'west']) await server.store.setTakesPart(id, false)
  })

  it('stands in the order of the team’s own changes, and no cursor passes one of them by', async () => {
    const card = aCard()
    const { cursor } = await phones.worker.fetchAll()
    await give(card)
    await phones.worker.send(await phones.worker.pack(phones.worker.noteArrivals(1)))
    await give(card, { item: 'blanket' })
    const { header, changes, cards: news } = await phones.worker.fetchDelivery(cursor)
    expect([changes.length, news?.ledger?.length, header.more]).toEqual([1, 2, false])
    expect((await phones.worker.fetchDelivery(header.to)).header.count).toBe(0)
  })

  it('the key of cards comes first, with lines and when there is nothing to carry, and not with every change', async () => {
    const keyAfter = async (cursor: string) => {
      const { header, cards: news } = await phones.worker.fetchDelivery(cursor)
      return { key: news?.key, to: header.to }
    }
    const { cursor } = await phones.worker.fetchAll()
    const { key } = await keyAfter('')
    expect(key).toBeTruthy()
    expect(await keyAfter(cursor)).toEqual({ key, to: cursor })
    await phones.worker.send(await phones.worker.pack(phones.worker.noteArrivals(3)))
    const { to } = await keyAfter(cursor)
    expect(await keyAfter(cursor)).toEqual({ key: undefined, to })
    expect((await keyAfter(to)).key).toBe(key)
    await give(aCard())
    expect((await keyAfter(to)).key).toBe(key)
  })

  it('many teams telling each other at once lose nothing and wait for nobody for ever', async () => {
    const cardsGiven = Array.from({ length: 24 }, aCard)
    await Promise.all(cardsGiven.map((card, at) => give(card, { by: at % 2 === 0 ? 'giver' : 'worker' })))
    for (const [who, mine] of [
      ['worker', 0],
      ['giver', 1]
    ] as const) {
      const heard = new Set((await told(who))?.map(({ card }) => card))
      expect(cardsGiven.filter((card, at) => at % 2 === mine && !heard.has(card))).toEqual([])
    }
  })

  it('a phone’s wrong clock tells of no day that has not come', async () => {
    const card = aCard()
    await give(card, { met: '2018-07-05T10' })
    expect(await told('worker', card)).toEqual([])
  })

  it('goes into a backup and comes back from it, and who takes part with it', async () => {
    const card = aCard()
    await give(card)
    const lines: string[] = []
    await server.store.backup(async (line) => void lines.push(line))
    const empty = await createTestDatabase(kind)
    const { createStore } = await import('#server/store/create-store.ts')
    const store = await createStore({
      database: await empty.open(),
      now: server.clock.now,
      random: (count) => new Uint8Array(count).fill(9),
      waitingLimit: 9
    })
    const restored = await store.restore(
      (async function* () {
        yield* lines
      })()
    )
    expect(restored.ok).toBe(true)
    const page = await store.changesAfter('south', () => ({ after: 0, limit: 1_000 }))
    expect(page?.ledger?.map(({ line }) => line)).toContainEqual(shoes(card)[0])
    await store.close()
    await empty.dispose()
  })

  it('is gone after the thirty days of a card, from what is told and from the table', async () => {
    const card = aCard()
    await give(card)
    server.clock.at = EVENING + 30 * DAY
    expect(await told('worker', card)).toEqual(shoes(card))
    server.clock.at = EVENING + 31 * DAY
    expect(await told('worker')).toEqual([])
    expect(await server.database.read((query) => query('select card from ledger'))).toEqual([])
    server.clock.at = EVENING
  })

  it('a team that takes part no more is told nothing, and what it was told goes', async () => {
    const card = aCard()
    await give(card)
    expect(await told('worker', card)).toEqual(shoes(card))
    await server.store.setTakesPart('south', false)
    expect(await told('worker', card)).toBeUndefined()
    await server.store.setTakesPart('south', true)
    expect(await told('worker', card)).toEqual([])
  })
})
