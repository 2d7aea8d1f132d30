// Several organisations on one server, on both stores: two teams, two partners. What each phone reads is held against the one
// table, kind by kind, field by field; every id of one organisation is tried by all the others.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RECORD_TYPES, type RecordType } from '#domain/records/record.ts'
import { readable } from '#protocol/access.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { PartnerItem } from '#protocol/library.ts'
import { openSealed, sealTo } from '#protocol/sealed.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { createTestPhone, type TestPhone } from './test-phone.ts'
import { createTestServer, ORGANISATION, randomBytes, type TestServer } from './test-server.ts'

const SERVICE = '00000000-0000-4000-8000-00000000000a'
const PROVIDERS = { clinic: 'provider-clinic', shelter: 'provider-shelter' } as const
const SECRETS = { name: 'Parwana', where: 'third bench by the fountain', note: 'her leg hurts' }

/** One of each kind, with every field the partner must not learn. */
const FIELDS: Record<RecordType, Change['fields']> = {
  arrival: { form: 'new_arrival', formVersion: 1, met: '2018-07-03T19', zone: 'parks', men: 1, language: 'ps' },
  tally: { class: 'rough', count: 1, met: '2018-07-03T19', zone: 'parks' },
  referral: {
    arrival: 'aaaaaaaaaaaa-1',
    provider: PROVIDERS.clinic,
    service: SERVICE,
    needs: ['medical'],
    due: 'now',
    consent: 'worker',
    told: ['people'],
    state: 'made',
    met: '2018-07-03T19',
    zone: 'parks'
  },
  interpretation: { language: 'ps', outcome: 'missing', met: '2018-07-03T19', zone: 'parks' },
  case: { arrival: 'aaaaaaaaaaaa-1', met: '2018-07-03T19', zone: 'parks', state: 'open', owner: 'nobody' },
  contact: { case: 'aaaaaaaaaaaa-1', met: '2018-07-03T19', zone: 'parks', given: ['clothes'] },
  follow_up: { case: 'aaaaaaaaaaaa-1', what: 'bring', due: '2018-07-04T19', state: 'open' },
  bond: { one: 'aaaaaaaaaaaa-1', other: 'aaaaaaaaaaaa-2', bond: 'together', met: '2018-07-03T19', zone: 'parks' },
  opening: { referral: 'aaaaaaaaaaaa-1', met: '2018-07-03T19' },
  question: { referral: 'aaaaaaaaaaaa-1', ask: 'come_today', met: '2018-07-03T19' },
  handout: { item: 'water_05', count: 1, end: 'given', arrival: 'aaaaaaaaaaaa-1', met: '2018-07-03T19', zone: 'parks' },
  stock: { item: 'water_05', movement: 'arrived', count: 60, met: '2018-07-03T19', zone: 'parks' },
  card_given: {
    card: '0123456789abcdef0123456789abcdef',
    arrival: 'aaaaaaaaaaaa-1',
    until: '2018-08-02',
    met: '2018-07-03T19',
    zone: 'parks'
  },
  sameness: { one: 'aaaaaaaaaaaa-1', other: 'aaaaaaaaaaaa-2', answer: 'same', met: '2018-07-03T19', zone: 'parks' },
  accompaniment: {
    case: 'aaaaaaaaaaaa-1',
    to: 'reg_accompany',
    owner: 'aaaaaaaaaaaa',
    state: 'certificate',
    centre: SERVICE,
    stepAt: '2018-07-03T20',
    met: '2018-07-03T19',
    zone: 'parks'
  },
  shift: { crew: 2, languages: ['ps'], state: 'on', met: '2018-07-03T19', zone: 'parks' },
  dawn_count: { men: 3, women: 0, children: 1, unseen: 2, met: '2018-07-03T05', zone: 'parks' },
  service_check: { service: SERVICE, found: 'closed', met: '2018-07-03T19' },
  referral_card: { referral: 'aaaaaaaaaaaa-1', tag: '0123456789abcdef0123456789abcdef', until: '2018-08-02' }
}

type Who = 'worker' | 'lead' | 'other' | 'clinic' | 'shelter'
const WHO: Record<Who, readonly [role: 'worker' | 'lead' | 'partner', organisation: string]> = {
  worker: ['worker', ORGANISATION],
  lead: ['lead', ORGANISATION],
  other: ['worker', 'other-team'],
  clinic: ['partner', 'clinic'],
  shelter: ['partner', 'shelter']
}

describe.each(KINDS)('On %s', (kind) => {
  let from: TestDatabase
  let server: TestServer
  const phones = {} as Record<Who, TestPhone>
  const send = async (phone: TestPhone, ...changes: readonly [Change, ...Change[]]) =>
    (await phone.send(await phone.pack(changes))).aside
  const read = async (who: Who) => (await phones[who].fetchAll()).changes
  const mine: Record<RecordType, Change> = {} as Record<RecordType, Change>

  beforeAll(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from)
    await server.addOrganisation('other-team')
    for (const [id, provider] of Object.entries(PROVIDERS)) await server.addOrganisation(id, provider)
    for (const who of Object.keys(WHO) as Who[]) {
      const [role, organisation] = WHO[who]
      phones[who] = await createTestPhone(server.app.request)
      await phones[who].join(await server.invite(role, 10, organisation))
    }
    const { worker } = phones
    const to = await partnerItem(worker, 'clinic')
    for (const type of RECORD_TYPES) {
      const isReferral = type === 'referral'
      const sealed = isReferral
        ? await sealTo(to, SECRETS, { author: worker.device, random: (count) => new Uint8Array(randomBytes(count)) })
        : undefined
      mine[type] = worker.say({ type, fields: FIELDS[type], ...(sealed && { sealed }) })
    }
    const [first, ...rest] = RECORD_TYPES.map((type) => mine[type])
    if (first === undefined || (await send(worker, first, ...rest)).length > 0)
      throw new Error('Something was set aside')
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })

  it.each(Object.keys(WHO) as Who[])(
    '%s reads what the table says of each kind of record, and no more',
    async (who) => {
      const [role, organisation] = WHO[who]
      const reader = { role, organisation, kind: role === 'partner' ? 'partner' : 'team' } as const
      const isReader = who === 'worker' || who === 'lead' || who === 'clinic'
      const there = new Map((await read(who)).map((change) => [nameOf(change), change]))
      for (const type of RECORD_TYPES) {
        // An opening and a question of no referral of theirs reach nobody else.
        const isTheirs = organisation === ORGANISATION || type === 'referral'
        const said = isReader && isTheirs ? readable(mine[type], reader) : undefined
        expect([type, there.get(nameOf(mine[type]))]).toEqual([type, said])
      }
    }
  )

  it('tells a partner neither the person’s record nor the place, and nobody but the partner what is sealed', async () => {
    const [referral] = await read('clinic')
    expect(referral?.fields).toEqual({
      provider: PROVIDERS.clinic,
      service: SERVICE,
      due: 'now',
      consent: 'worker',
      told: ['people'],
      state: 'made',
      met: '2018-07-03T19'
    })
    const { clinic, worker, shelter } = phones
    expect(referral?.sealed && (await openSealed(referral.sealed, clinic.inbox, worker.device))).toEqual(SECRETS)
    expect(referral?.sealed && (await openSealed(referral.sealed, shelter.inbox, worker.device))).toBeUndefined()
    expect(referral?.sealed && (await openSealed(referral.sealed, clinic.inbox, shelter.device))).toBeUndefined()
    for (const who of ['worker', 'lead', 'other', 'shelter'] as const) {
      expect((await read(who)).filter(({ sealed }) => sealed)).toEqual([])
    }
    let everything = server.logged()
    await server.store.backup(async (line) => void (everything += line))
    for (const secret of Object.values(SECRETS)) expect(everything).not.toContain(secret)
  })

  it('tells a partner what is needed only where the person agreed that it is told', async () => {
    const { worker } = phones
    const agreed = worker.say({ type: 'referral', fields: { ...FIELDS.referral, told: ['needs'] } })
    const nothing = worker.say({ type: 'referral', fields: { ...FIELDS.referral, told: [] } })
    expect(await send(worker, agreed, nothing)).toEqual([])
    const needsRead = async (who: Who, change: Change) =>
      (await read(who)).find((one) => nameOf(one) === nameOf(change))?.fields['needs']
    expect(await needsRead('clinic', agreed)).toEqual(['medical'])
    for (const change of [nothing, mine.referral]) {
      expect(await needsRead('clinic', change)).toBeUndefined()
      expect(await needsRead('worker', change), 'the team reads what it wrote').toEqual(['medical'])
    }
  })

  it('carries steps, openings, questions and their answers between the two, and to nobody else', async () => {
    const { worker, clinic } = phones
    const record = nameOf(mine.referral)
    const opening = clinic.say({ type: 'opening', fields: { referral: record, met: '2018-07-03T20' } })
    const question = clinic.say({
      type: 'question',
      fields: { referral: record, ask: 'come_today', met: '2018-07-03T20' }
    })
    const step = clinic.say({
      type: 'referral',
      record,
      over: [record],
      fields: { state: 'accepted', stepAt: '2018-07-03T20' }
    })
    // A tap that was wrong is taken back, and done again.
    const back = clinic.say({ type: 'referral', record, over: [nameOf(step)], fields: { state: 'made' } })
    const again = clinic.say({ type: 'referral', record, over: [nameOf(back)], fields: { state: 'accepted' } })
    expect(await send(clinic, opening, question, step, back, again)).toEqual([])
    const reply = worker.say({ type: 'question', record: question.record, fields: { reply: 'yes' } })
    expect(await send(worker, reply)).toEqual([])
    for (const who of ['worker', 'lead', 'clinic'] as const) {
      const names = new Set((await read(who)).map(nameOf))
      for (const change of [opening, question, step, back, again, reply]) expect(names).toContain(nameOf(change))
    }
    for (const who of ['other', 'shelter'] as const) expect(await read(who)).toEqual([])
  })

  it('sets aside what a partner may not say, whatever id it names', async () => {
    const { clinic, shelter } = phones
    const record = nameOf(mine.referral)
    const stepOf = (state: string, of = record) => ({ type: 'referral', record: of, fields: { state } })
    const attempts: readonly [TestPhone, Parameters<TestPhone['say']>[0]][] = [
      [clinic, { type: 'referral', record, fields: { consent: 'interpreter' } }],
      [clinic, { type: 'referral', record, fields: { needs: ['shoes'] } }],
      [clinic, { type: 'referral', record, fields: { removed: 1 } }],
      [clinic, stepOf('withdrawn')],
      [clinic, stepOf('closed')],
      [clinic, { type: 'referral', fields: FIELDS.referral }],
      [clinic, { type: 'arrival', fields: FIELDS.arrival }],
      [clinic, { type: 'question', record: nameOf(mine.question), fields: { reply: 'yes' } }],
      [shelter, stepOf('declined')],
      [shelter, { type: 'opening', fields: { referral: record, met: '2018-07-03T20' } }],
      [shelter, { type: 'question', fields: { referral: record, ask: 'call_us', met: '2018-07-03T20' } }],
      ...RECORD_TYPES.map((type): [TestPhone, Parameters<TestPhone['say']>[0]] => [
        shelter,
        { type, record: nameOf(mine[type]), fields: { removed: 1 } }
      ])
    ]
    const before = await read('lead')
    for (const [phone, draft] of attempts) {
      const change = phone.say(draft)
      expect([draft, await send(phone, change)]).toEqual([draft, [{ counter: change.counter, reason: 'not_theirs' }]])
    }
    expect(await read('lead')).toEqual(before)
  })

  it('takes steps of a partner again once the team has taken consent taken back as its own slip', async () => {
    const { worker, clinic } = phones
    const record = nameOf(mine.referral)
    const say = (phone: TestPhone, over: string[], fields: Record<string, string>) =>
      phone.say({ type: 'referral', record, over, fields })
    const gone = say(worker, [record], { state: 'withdrawn', stepAt: '2018-07-03T21' })
    expect(await send(worker, gone)).toEqual([])
    const refused = async (change: Change) => {
      expect(await send(clinic, change)).toEqual([{ counter: change.counter, reason: 'not_theirs' }])
    }
    await refused(say(clinic, [nameOf(gone)], { state: 'done', stepAt: '2018-07-03T22' }))
    // Nor by words of its own in between, in one parcel.
    const own = say(clinic, [nameOf(gone)], { state: 'accepted' })
    const over = say(clinic, [nameOf(own), nameOf(gone)], { state: 'done' })
    expect(await send(clinic, own, over)).toEqual([own, over].map(({ counter }) => ({ counter, reason: 'not_theirs' })))
    // What is taken back says the state alone: the hour of the slip still stands, and is named by whoever goes on.
    const slip = say(worker, [nameOf(gone)], { state: 'accepted' })
    expect(await send(worker, slip)).toEqual([])
    const done = say(clinic, [nameOf(slip), nameOf(gone)], { state: 'done', stepAt: '2018-07-03T22' })
    expect(await send(clinic, done)).toEqual([])
    expect((await read('worker')).map(nameOf)).toContain(nameOf(done))
  })

  it('keeps to a team of its own whatever another team says of its ids', async () => {
    const before = await Promise.all((['lead', 'clinic', 'shelter'] as const).map(read))
    const { other } = phones
    for (const type of RECORD_TYPES) {
      const record = nameOf(mine[type])
      await send(other, other.say({ type, record, fields: { removed: 1 } }))
    }
    await send(other, other.say({ type: 'opening', fields: { referral: nameOf(mine.referral), met: '2018-07-03T21' } }))
    expect(await Promise.all((['lead', 'clinic', 'shelter'] as const).map(read))).toEqual(before)
    expect(new Set((await read('other')).map(({ author }) => author))).toEqual(new Set([other.device]))
  })

  it('lets two organisations write to each other at once, and neither misses a change', async () => {
    const { worker, clinic } = phones
    const record = nameOf(mine.referral)
    const both = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        const phone = at % 2 === 0 ? worker : clinic
        const change = phone.say({ type: 'referral', record, fields: { state: 'accepted', stepAt: '2018-07-03T22' } })
        expect(await send(phone, change)).toEqual([])
        return nameOf(change)
      })
    )
    for (const who of ['lead', 'clinic'] as const) {
      const names = (await read(who)).map(nameOf)
      expect(names).toEqual(expect.arrayContaining(both))
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('gives teams a key for each phone of a partner, and takes back that of one that is revoked', async () => {
    const second = await createTestPhone(server.app.request)
    await second.join(await server.invite('partner', 10, 'clinic'))
    const keys = [phones.clinic, second].map(({ inbox }) => inbox.publicKey)
    expect((await partnerItem(phones.worker, 'clinic')).keys).toEqual(keys)
    await server.store.revoke({ id: second.device })
    expect((await partnerItem(phones.other, 'clinic')).keys).toEqual(keys.slice(0, 1))
    const { items } = await phones.shelter.fetchLibrary()
    expect(items.filter((item) => PartnerItem.safeParse(item).success)).toEqual([])
  })

  it('restores who reads what', async () => {
    const lines: string[] = []
    await server.store.backup(async (line) => void lines.push(line))
    const other = await createTestDatabase(kind)
    const { createStore } = await import('#server/store/create-store.ts')
    const store = await createStore({
      database: await other.open(),
      now: server.clock.now,
      random: randomBytes,
      waitingLimit: 10
    })
    const all = async function* () {
      yield* lines
    }
    expect((await store.restore(all())).ok).toBe(true)
    const page = () => ({ after: 0, limit: 1_000 })
    const [before, after] = await Promise.all([server.store, store].map((one) => one.changesAfter('clinic', page)))
    expect(after?.changes).toEqual(before?.changes)
    await store.close()
    await other.dispose()
  })
})

const partnerItem = async (phone: TestPhone, organisation: string) => {
  const { items } = await phone.fetchLibrary()
  const found = items.flatMap((item) => {
    const one = PartnerItem.safeParse(item)
    return one.success && one.data.organisation === organisation ? [one.data] : []
  })
  if (found[0] === undefined) throw new Error(`No partner ${organisation}`)
  return found[0]
}
