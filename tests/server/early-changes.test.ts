// A store that was put back is told again in whatever order phones come by, on both stores: an answer before its referral, a
// colleague's word before the record, a word taken back before the one it replaces. Each parcel here is packed before it is handed over.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Change, nameOf } from '#protocol/change.ts'
import { createStore } from '#server/store/create-store.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { createTestPhone, type TestPhone } from './test-phone.ts'
import { createTestServer, EVENING, ORGANISATION, randomBytes, type TestServer } from './test-server.ts'

const MADE = {
  arrival: 'aaaaaaaaaaaa-1',
  provider: 'provider-clinic',
  service: '00000000-0000-4000-8000-00000000000a',
  needs: ['medical'],
  due: 'now',
  consent: 'worker',
  told: ['people'],
  state: 'made',
  met: '2018-07-03T19',
  zone: 'parks'
}
const LATER = '2018-07-03T20'
const CHILD_ALONE = 'alert_child_alone'

describe.each(KINDS)('After a restore, on %s', (kind) => {
  const databases: TestDatabase[] = []
  let server: TestServer
  let [worker, colleague, lead, clinic, shelter] = [] as unknown as [
    TestPhone,
    TestPhone,
    TestPhone,
    TestPhone,
    TestPhone
  ]

  const freshDatabase = async () => {
    const database = await createTestDatabase(kind)
    databases.push(database)
    return database
  }
  const joined = async (role: 'worker' | 'lead' | 'partner', organisation = ORGANISATION) => {
    const phone = await createTestPhone((path, init) => server.app.request(path, init))
    await phone.join(await server.invite(role, 10, organisation))
    return phone
  }
  beforeEach(async () => {
    server = await createTestServer(await freshDatabase())
    await server.addOrganisation('clinic', 'provider-clinic')
    await server.addOrganisation('shelter', 'provider-shelter')
    worker = await joined('worker')
    colleague = await joined('worker')
    lead = await joined('lead')
    clinic = await joined('partner', 'clinic')
    shelter = await joined('partner', 'shelter')
  })
  afterEach(async () => {
    await server.close()
    await Promise.all(databases.splice(0).map((database) => database.dispose()))
  })

  const send = async (phone: TestPhone, ...changes: [Change, ...Change[]]) =>
    (await phone.send(await phone.pack(changes))).aside
  const read = async (phone: TestPhone) => (await phone.fetchAll()).changes.map(nameOf)
  const expectAll = async (phone: TestPhone, ...changes: Change[]) => {
    const names = await read(phone)
    expect(names.filter((name) => changes.map(nameOf).includes(name)).toSorted()).toEqual(
      changes.map(nameOf).toSorted()
    )
  }
  const refusedOf = (...changes: Change[]) => changes.map(({ counter }) => ({ counter, reason: 'not_theirs' }))
  const isEmpty = async () => expect(await server.database.read((query) => query('select name from early'))).toEqual([])

  const stepOf = (phone: TestPhone, of: Change, state = 'accepted') =>
    phone.say({ type: 'referral', record: of.record, over: [nameOf(of)], fields: { state, stepAt: LATER } })
  const answersOf = (phone: TestPhone, referral: Change) => {
    const step = stepOf(phone, referral)
    const opening = phone.say({ type: 'opening', fields: { referral: nameOf(referral), met: LATER } })
    const question = phone.say({
      type: 'question',
      fields: { referral: nameOf(referral), ask: 'come_today', met: LATER }
    })
    const gone = phone.say({ type: 'opening', record: nameOf(opening), fields: { removed: 1 } })
    return [step, opening, question, gone] as const
  }

  it('takes a partner’s answers when the team’s phone has offered the referral again, and asks nobody', async () => {
    const referral = worker.say({ type: 'referral', fields: MADE })
    const answers = answersOf(clinic, referral)
    const parcel = await clinic.pack(answers)
    expect((await clinic.send(parcel)).aside).toEqual(refusedOf(...answers))
    expect(await send(worker, referral)).toEqual([])
    for (const phone of [worker, lead, clinic]) await expectAll(phone, referral, ...answers)
    expect(await server.store.listAside('clinic')).toEqual([])
    expect((await clinic.send(parcel)).aside).toEqual([])
    await isEmpty()
  })

  it('takes them once, in whatever parcels they come again, and goes on from every cursor', async () => {
    const referral = worker.say({ type: 'referral', fields: MADE })
    const [step, opening] = answersOf(clinic, referral)
    const before = await lead.fetchAll()
    const ofClinic = await clinic.fetchAll()
    expect(await send(clinic, step)).not.toEqual([])
    expect(await send(clinic, step, opening)).not.toEqual([])
    expect(await send(worker, referral)).toEqual([])
    expect(await send(clinic, step, opening)).toEqual([])
    expect(await send(worker, referral)).toEqual([])
    const after = await lead.fetchAll(before.cursor)
    expect(after.changes.map(nameOf)).toEqual([referral, step, opening].map(nameOf))
    expect((await clinic.fetchAll(ofClinic.cursor)).changes.map(nameOf)).toEqual(after.changes.map(nameOf))
    expect(await server.store.listAside('clinic')).toEqual([])
    await isEmpty()
  })

  it('passes on what a colleague said of a referral before it came, and the partner’s word on that', async () => {
    const referral = worker.say({ type: 'referral', fields: MADE })
    const asked = colleague.say({
      type: 'question',
      fields: { referral: nameOf(referral), ask: 'come_today', met: LATER }
    })
    const answered = colleague.say({ type: 'question', record: nameOf(asked), fields: { reply: 'yes' } })
    const step = stepOf(colleague, referral, 'withdrawn')
    const corrected = lead.say({
      type: 'question',
      record: nameOf(asked),
      over: [nameOf(answered)],
      fields: { reply: 'no' }
    })
    const taken = clinic.say({ type: 'question', record: nameOf(asked), fields: { removed: 1 } })
    expect(await send(lead, corrected)).toEqual([])
    expect(await send(colleague, asked, answered, step)).toEqual([])
    expect(await send(clinic, taken)).toEqual(refusedOf(taken))
    expect(await read(clinic)).toEqual([])
    expect(await send(worker, referral)).toEqual([])
    for (const phone of [worker, clinic]) await expectAll(phone, referral, asked, answered, step, corrected, taken)
    await isEmpty()
  })

  it('takes back a worker’s slip when the lead’s word it stands over has come again', async () => {
    const kase = worker.say({ type: 'case', fields: { state: 'open', [CHILD_ALONE]: 'open' } })
    const say = (phone: TestPhone, value: string, over: Change) =>
      phone.say({ type: 'case', record: nameOf(kase), over: [nameOf(over)], fields: { [CHILD_ALONE]: value } })
    const notSo = say(lead, 'not_so', kase)
    const slip = say(worker, 'open', notSo)
    const back = say(worker, 'not_so', slip)
    expect(await send(worker, back)).toEqual(refusedOf(back))
    expect(await send(worker, kase, slip)).toEqual([])
    expect(await server.store.listAside(ORGANISATION)).toHaveLength(1)
    expect(await send(lead, notSo)).toEqual([])
    await expectAll(lead, kase, notSo, slip, back)
    expect(await server.store.listAside(ORGANISATION)).toEqual([])
    await isEmpty()
  })

  it('takes a partner’s step over consent taken back when the team’s word that this was a slip has come', async () => {
    const referral = worker.say({ type: 'referral', fields: MADE })
    const gone = stepOf(worker, referral, 'withdrawn')
    const slip = stepOf(lead, gone)
    const done = clinic.say({
      type: 'referral',
      record: nameOf(referral),
      over: [slip, gone].map(nameOf),
      fields: { state: 'done', stepAt: LATER }
    })
    expect(await send(worker, referral, gone)).toEqual([])
    expect(await send(clinic, done)).toEqual(refusedOf(done))
    expect(await send(lead, slip)).toEqual([])
    for (const phone of [worker, clinic]) await expectAll(phone, referral, gone, slip, done)
    await isEmpty()
  })

  it('keeps aside what was rightly refused, whatever comes later', async () => {
    const referral = worker.say({ type: 'referral', fields: MADE })
    const theirs = answersOf(shelter, referral)
    const agreed = clinic.say({ type: 'referral', record: nameOf(referral), fields: { consent: 'interpreter' } })
    const kase = worker.say({ type: 'case', fields: { state: 'open', [CHILD_ALONE]: 'open' } })
    const notSo = colleague.say({
      type: 'case',
      record: nameOf(kase),
      over: [nameOf(kase)],
      fields: { [CHILD_ALONE]: 'not_so' }
    })
    expect(await send(shelter, ...theirs)).toEqual(refusedOf(...theirs))
    expect(await send(clinic, agreed)).toEqual(refusedOf(agreed))
    expect(await send(colleague, notSo)).toEqual(refusedOf(notSo))
    expect(await send(worker, referral, kase)).toEqual([])
    await expectAll(lead, referral, kase)
    expect(await read(lead)).toHaveLength(2)
    expect(await read(shelter)).toEqual([])
    const aside = await Promise.all(['shelter', 'clinic', ORGANISATION].map((id) => server.store.listAside(id)))
    expect(aside.map((rows) => rows.length)).toEqual([theirs.length, 1, 1])
  })

  it('remembers what waits through a second restore', async () => {
    const referral = worker.say({ type: 'referral', fields: MADE })
    const answers = answersOf(clinic, referral)
    const asked = stepOf(colleague, referral, 'withdrawn')
    await send(clinic, ...answers)
    await send(colleague, asked)
    const lines: string[] = []
    await server.store.backup(async (line) => void lines.push(line))
    const { keys } = server
    await server.close()

    const from = await freshDatabase()
    const store = await createStore({
      database: await from.open(),
      now: () => EVENING,
      random: randomBytes,
      waitingLimit: 9
    })
    const each = async function* () {
      yield* lines
    }
    expect((await store.restore(each())).ok).toBe(true)
    await store.close()
    server = await createTestServer(from, { keys })
    expect(await send(worker, referral)).toEqual([])
    for (const phone of [lead, clinic]) await expectAll(phone, referral, asked, ...answers)
    await isEmpty()
  })

  it('lets the team and the partner offer again at once, and neither waits for the other', async () => {
    const referrals = Array.from({ length: 8 }, () => worker.say({ type: 'referral', fields: MADE }))
    const answers = referrals.map((referral) => stepOf(clinic, referral))
    const words = referrals.map((referral) => stepOf(colleague, referral))
    const second = await createTestServer({ ...(databases[0] as TestDatabase) }, { keys: server.keys })
    const post = async (at: TestServer, phone: TestPhone, change: Change) => {
      const body = await phone.pack([change])
      expect((await at.app.request('/v1/parcels', { method: 'POST', body })).status).toBe(200)
    }
    await Promise.all([
      ...answers.map((change) => post(server, clinic, change)),
      ...words.map((change) => post(second, colleague, change)),
      ...referrals.map((change) => post(second, worker, change))
    ])
    for (const phone of [lead, clinic]) await expectAll(phone, ...referrals, ...answers, ...words)
    await isEmpty()
    await second.close()
  })
})
