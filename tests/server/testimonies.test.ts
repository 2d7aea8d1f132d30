// Testimonies on both stores: who may hand one over, who gets it, what is kept of it and what is not, and what a backup holds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Testimony } from '#domain/testimony.ts'
import { PartnerItem } from '#protocol/library.ts'
import { openTestimony, SealedTestimony, sealTestimony } from '#protocol/testimony.ts'
import { LISTED, TESTIMONIES_A_DAY } from '#server/http/testimonies.ts'
import { createStore } from '#server/store/create-store.ts'
import { createTestDatabase, KINDS, type TestDatabase } from './test-database.ts'
import { aSealedTestimony, createTestPhone, problemIn, type TestPhone } from './test-phone.ts'
import { createTestServer, EVENING, ORGANISATION, randomBytes, type TestServer } from './test-server.ts'

const TOLD: Testimony = {
  from: 'HR',
  to: 'BA',
  when: '2018-06',
  people: '6-20',
  happened: ['force', 'papers_taken'],
  account: 'They broke the phones with a stone.'
}
const DAY = 86_400_000
const random = (bytes: number) => new Uint8Array(randomBytes(bytes))

type Who = 'worker' | 'lead' | 'collector' | 'clinic'
const WHO: Record<Who, readonly [role: 'worker' | 'lead' | 'partner', organisation: string]> = {
  worker: ['worker', ORGANISATION],
  lead: ['lead', ORGANISATION],
  collector: ['partner', 'collector'],
  clinic: ['partner', 'clinic']
}

describe.each(KINDS)('On %s a testimony', (kind) => {
  let from: TestDatabase
  let server: TestServer
  const phones = {} as Record<Who, TestPhone>

  beforeAll(async () => {
    from = await createTestDatabase(kind)
    server = await createTestServer(from, { metrics: { token: 'operator', usage } })
    await server.addOrganisation('collector', 'provider-collector')
    await server.addOrganisation('clinic', 'provider-clinic')
    for (const who of Object.keys(WHO) as Who[]) {
      const [role, organisation] = WHO[who]
      phones[who] = await createTestPhone(server.app.request)
      await phones[who].join(await server.invite(role, 10, organisation))
    }
    await server.store.setCollectsTestimony('collector')
    await server.store.setCollectsTestimony(ORGANISATION)
  })
  afterAll(async () => {
    await server.close()
    await from.dispose()
  })

  const collectors = async (who: Who) =>
    (await phones[who].fetchLibrary()).items.flatMap((item) => {
      const partner = PartnerItem.safeParse(item)
      return partner.success && partner.data.collectsTestimony ? [partner.data] : []
    })
  const aTestimony = async (): Promise<SealedTestimony> => {
    const [to] = await collectors('worker')
    if (to === undefined) throw new Error('Nobody collects testimonies')
    return sealTestimony(to, TOLD, random)
  }

  it('has a receiver every team knows, and that knows itself; a team is none', async () => {
    for (const who of ['worker', 'lead', 'collector'] as const) {
      expect((await collectors(who)).map(({ organisation }) => organisation)).toEqual(['collector'])
    }
    expect(await collectors('clinic')).toEqual([])
  })

  it('reaches its receiver, sealed as it came, and opens there alone', async () => {
    const sealed = await aTestimony()
    await phones.worker.handOverTestimony(sealed)
    expect((await phones.collector.listTestimonies()).ids).toContain(sealed.id)
    const come = SealedTestimony.parse(await (await phones.collector.fetchTestimony(sealed.id)).json())
    expect(come).toEqual(sealed)
    expect(await openTestimony(come, phones.collector.inbox)).toEqual(TOLD)
    for (const who of ['worker', 'lead', 'clinic'] as const) {
      expect(await openTestimony(come, phones[who].inbox)).toBeUndefined()
    }
    const other = { ...come, id: aSealedTestimony().id }
    expect(await openTestimony(other, phones.collector.inbox)).toBeUndefined()
  })

  it('is no organisation’s but its receiver’s, and no team’s', async () => {
    const sealed = await aTestimony()
    await phones.worker.handOverTestimony(sealed)
    expect(await phones.clinic.listTestimonies()).toMatchObject({ ids: [], gone: [] })
    expect((await problemIn(await phones.clinic.fetchTestimony(sealed.id))).problem).toBe('not_found')
    await phones.clinic.deleteTestimony(sealed.id)
    expect((await phones.collector.fetchTestimony(sealed.id)).status).toBe(200)
    for (const who of ['worker', 'lead'] as const) {
      expect((await problemIn(await phones[who].fetchTestimony(sealed.id))).problem).toBe('not_allowed')
    }
    const { changes } = await phones.lead.fetchAll()
    expect(changes).toEqual([])
  })

  it('handed over again, because the answer was lost, is there once', async () => {
    const sealed = await aTestimony()
    const first = await phones.worker.handOverTestimony(sealed)
    const receipts = await Promise.all(Array.from({ length: 8 }, () => phones.worker.handOverTestimony(sealed)))
    expect(receipts).toEqual(receipts.map(() => first))
    const { ids } = await phones.collector.listTestimonies()
    expect(ids.filter((id) => id === sealed.id)).toHaveLength(1)
  })

  it('is not confirmed where another has its id, nor for whom nobody knows, nor in another size', async () => {
    const sealed = await aTestimony()
    await phones.worker.handOverTestimony(sealed)
    const bad: readonly unknown[] = [
      { ...sealed, body: `${sealed.body.slice(0, -1)}A` },
      { ...sealed, organisation: 'clinic' },
      aSealedTestimony({ organisation: 'nobody' }),
      aSealedTestimony({ organisation: ORGANISATION }),
      aSealedTestimony({ organisation: 'collector', body: 'A'.repeat(43_724) }),
      aSealedTestimony({ organisation: 'collector', id: 'short' }),
      aSealedTestimony({ organisation: 'collector', boxes: [] }),
      {}
    ]
    for (const one of bad) {
      expect((await problemIn(await phones.worker.putTestimony(one))).problem).toBe('bad_request')
    }
    const tooLong = await phones.worker.putTestimony(aSealedTestimony({ body: 'A'.repeat(70_000) }))
    expect((await problemIn(tooLong)).problem).toBe('too_large')
    expect(await (await phones.collector.fetchTestimony(sealed.id)).json()).toEqual(sealed)
  })

  it('deleted by its receiver is gone, and does not come again', async () => {
    const sealed = await aTestimony()
    await phones.worker.handOverTestimony(sealed)
    expect(await phones.collector.deleteTestimony(sealed.id)).toBe(sealed.id)
    expect(await phones.collector.deleteTestimony(sealed.id)).toBe(sealed.id)
    await phones.worker.handOverTestimony(sealed)
    const list = await phones.collector.listTestimonies()
    expect(list.ids).not.toContain(sealed.id)
    expect(list.gone).toContain(sealed.id)
    expect((await problemIn(await phones.collector.fetchTestimony(sealed.id))).problem).toBe('not_found')
    expect((await everything()).includes(sealed.body.slice(0, 400))).toBe(false)
  })

  it('is listed page by page, each once', async () => {
    const sent = Array.from({ length: LISTED + 3 }, () => aSealedTestimony({ organisation: 'clinic' }))
    for (const one of sent) await server.store.putTestimony(one)
    const ids: string[] = []
    let after: string | undefined = ''
    let pages = 0
    for (; after !== undefined; pages += 1) {
      const page = await phones.clinic.listTestimonies(after)
      ids.push(...page.ids)
      after = page.next
    }
    expect(pages).toBe(2)
    expect(ids.toSorted()).toEqual(sent.map(({ id }) => id).toSorted())
  })

  it('leaves no phone, no time and no order: not in its row, not in a log, not in a count, not in who was heard of', async () => {
    const logged = server.logged()
    const sealed = [await aTestimony(), await aTestimony(), await aTestimony()]
    const [before] = await heard()
    server.clock.at += 40 * 60_000
    const untilNow = server.logged()
    for (const one of sealed) await phones.worker.handOverTestimony(one)
    await phones.collector.listTestimonies()
    await phones.collector.fetchTestimony(sealed[0]?.id ?? '')
    expect(server.logged()).toBe(untilNow)
    expect(logged).not.toContain('testimonies')
    expect(await heard()).toEqual([before])
    const counted = await server.app.request('/metrics', { headers: { authorization: 'Bearer operator' } })
    expect(await counted.text()).not.toContain('testimonies')
    const rows = await server.database.read((query) => query(`select * from testimony`))
    expect(new Set(rows.flatMap((row) => Object.keys(row)))).toEqual(new Set(['id', 'organisation', 'sealed']))
    const kept = JSON.stringify(rows)
    for (const { device, token } of Object.values(phones)) {
      expect(kept).not.toContain(device)
      expect(kept).not.toContain(token)
    }
    // SQLite hands rows out in the order it keeps them: that of their ids.
    if (kind !== 'sqlite') return
    const ids = rows.map((row) => String(row['id']))
    expect(ids).toEqual([...ids].sort())
    await expect(server.database.read((query) => query(`select rowid from testimony`))).rejects.toThrow('rowid')
  })

  it('comes from one phone no more than so many times a day; the rest waits there, and no other phone with it', async () => {
    const worker = await createTestPhone(server.app.request)
    await worker.join(await server.invite())
    server.clock.at += DAY
    const sent = Array.from({ length: TESTIMONIES_A_DAY }, () => aSealedTestimony({ organisation: 'collector' }))
    // What is there already takes no place again.
    for (const one of sent) for (const each of [sent[0] ?? one, one]) await worker.handOverTestimony(each)
    const [next, other] = [await aTestimony(), await aTestimony()]
    const answers = await Promise.all([next, other].map((one) => worker.putTestimony(one)))
    for (const answer of answers) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await problemIn(answer)).problem).toBe('busy')
    }
    expect((await phones.collector.fetchTestimony(next.id)).status).toBe(404)
    await phones.worker.handOverTestimony(other)
    server.clock.at += DAY
    // Nor does what is refused.
    for (let times = 0; times < TESTIMONIES_A_DAY; times += 1) {
      await worker.putTestimony(aSealedTestimony({ organisation: 'nobody' }))
    }
    await worker.handOverTestimony(next)
    const many = Array.from({ length: TESTIMONIES_A_DAY + 3 }, () => aSealedTestimony({ organisation: 'collector' }))
    const taken = await Promise.all(many.map(async (one) => (await worker.putTestimony(one)).status))
    expect(taken.filter((status) => status === 200)).toHaveLength(TESTIMONIES_A_DAY - 1)
    server.clock.at = EVENING
  })

  it('of the server’s own fault is logged without the phone', async () => {
    const worker = await createTestPhone(server.app.request)
    await worker.join(await server.invite())
    const untilNow = server.logged()
    const there = server.store.putTestimony
    Object.assign(server.store, { putTestimony: () => Promise.reject(new Error('broken')) })
    expect((await worker.putTestimony(await aTestimony())).status).toBe(500)
    Object.assign(server.store, { putTestimony: there })
    const said = server.logged().slice(untilNow.length)
    expect(said).toContain('"route":"/v1/testimonies"')
    expect(said.split('\n').filter((line) => line.includes('testimonies') && line.includes('"phone"'))).toEqual([])
  })

  it('is in a backup, and in what is restored from it, in no order but that of its id', async () => {
    const sealed = await aTestimony()
    const { epoch } = await phones.worker.handOverTestimony(sealed)
    const lines: string[] = []
    await server.store.backup(async (line) => void lines.push(line))
    const other = await createTestDatabase(kind === 'sqlite' ? 'postgres' : 'sqlite')
    const store = await createStore({
      database: await other.open(),
      now: () => EVENING,
      random: randomBytes,
      waitingLimit: 9
    })
    const all = async function* () {
      yield* lines
    }
    expect((await store.restore(all())).ok).toBe(true)
    expect(await store.findTestimony('collector', sealed.id)).toEqual(sealed)
    expect((await store.findOrganisation('collector'))?.collectsTestimony).toBe(true)
    const again = await store.putTestimony(sealed)
    expect(again).toEqual({ epoch: await store.epoch(), isNew: false })
    expect(again?.epoch).not.toBe(epoch)
    await store.close()
    await other.dispose()
  })

  const heard = async () => (await server.store.listDevices(ORGANISATION)).slice(0, 1).map(({ heardAt }) => heardAt)

  const everything = async (): Promise<string> => {
    let text = ''
    await server.store.backup(async (line) => void (text += line))
    return text
  }
})

const usage = () => ({ cpuSeconds: 1, residentBytes: 1 })
