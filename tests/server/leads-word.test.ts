// What of a case is the lead's to say, on both stores: every alert with every end, said by a phone of every role. And what a worker
// may take back all the same: a word of their own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALERT_CODES, ALERTS, NOT_SO } from '#domain/immediate-actions.ts'
import { saysForOthers } from '#protocol/access.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { ROLES } from '#protocol/ids.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { createTestPhone, type TestPhone } from './test-phone.ts'
import { createTestServer, ORGANISATION, type TestServer } from './test-server.ts'

const TEAM = ROLES.filter((role) => role !== 'partner')
const CHILD_ALONE = 'alert_child_alone'

/** All that can be said of an alert, and whether it is said by a lead or an admin alone. */
const WORDS = ALERT_CODES.flatMap((alert) =>
  ['open', ...ALERTS[alert].closedBy, NOT_SO].map((value) => ({
    fields: { [`alert_${alert}`]: value },
    isLeads: alert === 'child_alone' && value === 'not_so'
  }))
)

describe.each(KINDS)('On %s', (kind) => {
  let from: TestDatabase
  let server: TestServer
  beforeAll(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from)
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })

  const joined = async (role: (typeof TEAM)[number]) => {
    const phone = await createTestPhone(server.app.request)
    await phone.join(await server.invite(role))
    return phone
  }
  const send = async (phone: TestPhone, ...changes: [Change, ...Change[]]) =>
    (await phone.send(await phone.pack(changes))).aside
  const refusedOf = (...changes: Change[]) => changes.map(({ counter }) => ({ counter, reason: 'not_theirs' }))
  const held = async (phone: TestPhone): Promise<number[]> => {
    const page = await server.store.changesAfter(ORGANISATION, () => ({ after: 0, limit: 100_000 }))
    return (page?.changes ?? [])
      .map(({ change }) => change)
      .filter(({ author }) => author === phone.device)
      .map(({ counter }) => counter)
  }
  /** The case of a child alone, begun by that phone, and how it speaks of it. */
  const begun = async (phone: TestPhone, value = 'open') => {
    const kase = phone.say({ type: 'case', fields: { state: 'open', ...(value !== '' && { [CHILD_ALONE]: value }) } })
    expect(await send(phone, kase)).toEqual([])
    return kase
  }
  const say = (phone: TestPhone, value: string, ...over: readonly Change[]) =>
    phone.say({
      type: 'case',
      record: over[0]?.record ?? '',
      over: over.map(nameOf),
      fields: { [CHILD_ALONE]: value }
    })

  it.each(TEAM)(
    'a phone of a %s says of every alert what the table lets it say, and harms nothing else',
    async (role) => {
      const phone = await joined(role)
      const kase = await begun(phone)
      const isLead = role === 'lead' || role === 'admin'
      const said = WORDS.map(({ fields, isLeads }) => ({
        change: phone.say({ type: 'case', record: kase.record, over: [kase.record], fields }),
        isRefused: isLeads && !isLead
      }))
      const [first, ...others] = said.map(({ change }) => change)
      if (first === undefined) throw new Error('Nothing to say')
      const refused = said.filter(({ isRefused }) => isRefused).map(({ change }) => change)
      expect(refused).toHaveLength(isLead ? 0 : 1)
      expect(await send(phone, first, ...others)).toEqual(refusedOf(...refused))
      expect(await held(phone)).toEqual(
        [kase, ...said.filter(({ isRefused }) => !isRefused).map(({ change }) => change)].map(({ counter }) => counter)
      )
      for (const { change, isRefused } of said)
        expect([change.fields, saysForOthers(change, { role, kind: 'team' })]).toEqual([change.fields, isRefused])
    }
  )

  it('a worker’s word is set aside with all of its change, in a new case and beside other answers too', async () => {
    const worker = await joined('worker')
    const kase = await begun(worker)
    const beside = worker.say({
      type: 'case',
      record: kase.record,
      fields: { owner: 'nobody', [CHILD_ALONE]: 'not_so' }
    })
    const fresh = worker.say({ type: 'case', fields: { state: 'open', [CHILD_ALONE]: 'not_so' } })
    const good = worker.say({ type: 'case', record: kase.record, fields: { need_shoes: 'given' } })
    expect(await send(worker, beside, fresh, good)).toEqual(refusedOf(beside, fresh))
    expect(await held(worker)).toEqual([kase.counter, good.counter])
  })

  it('a worker takes back what they noted by a slip: at once, later, and where the lead had spoken before', async () => {
    const [worker, lead] = [await joined('worker'), await joined('lead')]
    const kase = await begun(worker, '')
    const raised = worker.say({ type: 'case', record: kase.record, fields: { [CHILD_ALONE]: 'open' } })
    const back = say(worker, 'not_so', raised)
    expect(await send(worker, raised, back)).toEqual([])
    const again = say(worker, 'open', back)
    expect(await send(worker, again)).toEqual([])
    expect(await send(worker, say(worker, 'not_so', again))).toEqual([])

    const other = await begun(worker)
    const notSo = say(lead, 'not_so', other)
    expect(await send(lead, notSo)).toEqual([])
    const slip = say(worker, 'open', notSo)
    expect(await send(worker, slip)).toEqual([])
    expect(await send(worker, say(worker, 'not_so', slip))).toEqual([])
  })

  it('a worker takes back nobody else’s word, not how the case began, and nothing by way of their own', async () => {
    const [worker, other] = [await joined('worker'), await joined('worker')]
    const kase = await begun(worker)
    const theirs = say(other, 'open', kase)
    expect(await send(other, theirs)).toEqual([])
    const own = say(worker, 'open', kase)
    const informed = say(worker, 'csw_informed', kase)
    const undone = say(worker, 'open', informed)
    expect(await send(worker, own, informed, undone)).toEqual([])
    const beside = worker.say({ type: 'case', record: kase.record, fields: { [CHILD_ALONE]: 'open' } })
    const otherwise = worker.say({ type: 'case', record: kase.record, fields: { need_shoes: 'open' } })
    expect(await send(worker, beside, otherwise)).toEqual([])
    const never = { ...kase, counter: 9_999 }
    for (const over of [[], [kase], [theirs], [own], [informed], [undone], [beside, kase], [otherwise], [never]]) {
      const change = { ...say(worker, 'not_so', ...over), record: kase.record }
      expect([over, await send(worker, change)]).toEqual([over, refusedOf(change)])
    }
  })

  it('a word that is there counts before another one of its name', async () => {
    const worker = await joined('worker')
    const kase = await begun(worker)
    const own = say(worker, 'open', kase)
    expect(await send(worker, own)).toEqual([])
    const change = say(worker, 'not_so', own)
    expect(await send(worker, { ...own, over: [] }, change)).toEqual([
      { counter: own.counter, reason: 'twin' },
      ...refusedOf(change)
    ])
  })

  it('what was set aside is taken when its author has become a lead, and stays while not', async () => {
    const worker = await joined('worker')
    const kase = await begun(worker)
    const change = say(worker, 'not_so', kase)
    expect(await send(worker, change)).toEqual(refusedOf(change))
    await server.store.replayAside(ORGANISATION, server.keys.findOpener)
    expect(await held(worker)).toEqual([kase.counter])
    await worker.join(await server.invite('lead'))
    await server.store.replayAside(ORGANISATION, server.keys.findOpener)
    expect(await held(worker)).toEqual([kase.counter, change.counter])
  })
})
