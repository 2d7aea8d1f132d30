// A testimony from the phone it is told on to the desk of the organisation that collects it: sealed at once, apart from
// everything else, kept until it is there, and never readable on the way.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readState } from '#device/letterbox/database.ts'
import { fetchTestimonies } from '#device/testimonies/come.ts'
import { countLeaving, isSetAside, openTestimonies } from '#device/testimonies/database.ts'
import { handOverTestimonies } from '#device/testimonies/leaving.ts'
import { createTestimonies } from '#device/testimonies/testimonies.ts'
import { isNewerStorage } from '#device/versioned-database.ts'
import type { Testimony } from '#domain/testimony.ts'
import type { Role } from '#protocol/ids.ts'
import type { PartnerItem } from '#protocol/library.ts'
import { laterTestimonies } from '#tests/device/later-versions.ts'
import { given } from '#tests/device/person.ts'
import { createTeam, PASSPHRASE, type Phone, type Team } from '#tests/device/world.ts'

const TOLD: Testimony = {
  from: 'HU',
  to: 'RS',
  when: '2026-11',
  happened: ['dogs'],
  account: 'Kolibrizam at the fence'
}
const HOUR_MS = 3_600_000

let team: Team
beforeEach(async () => {
  team = await createTeam()
  await team.addPartner('collector', 'provider-collector')
  await team.store().setCollectsTestimony('collector')
})
afterEach(() => team.dispose())

const joined = async (role: Role, organisation?: string) => {
  const phone = team.createPhone()
  const keeper = phone.startKeeper()
  const identity = given(await keeper.joinWith(await team.invite(role, 10, organisation), PASSPHRASE))
  await phone.round()
  return { phone, keeper, identity, deeds: createTestimonies(phone) }
}
type Joined = Awaited<ReturnType<typeof joined>>

/** A desk of the organisation that collects them, then a worker who knows whom to seal to. */
const both = async () => {
  const desk = await joined('partner', 'collector')
  return { desk, worker: await joined('worker') }
}

const collectorOf = async ({ phone }: Joined): Promise<PartnerItem> => {
  const items = await phone.library.items.toArray()
  const found = items.find((item) => item.kind === 'partner' && item.collectsTestimony)
  if (found?.kind !== 'partner') throw new Error('Nobody collects testimonies')
  return found
}

const take = async (worker: Joined, told = TOLD) => {
  const sealed = await worker.keeper.sealTestimony(await collectorOf(worker), told)
  given(await worker.deeds.keep(sealed))
  return sealed
}

const handOver = (phone: Phone) => handOverTestimonies(phone)
const waiting = ({ phone }: Joined) => countLeaving(phone.testimonies)
/** Whatever chance has said. */
const later = ({ phone }: Joined) => {
  phone.clock.now += 4 * HOUR_MS
}
const readOn = async (desk: Joined) => {
  await fetchTestimonies(desk.phone)
  return Promise.all((await desk.deeds.come()).map((one) => desk.keeper.openTestimony(one)))
}

it('reaches the desk it is sealed to, and can be read there without signal', async () => {
  const { desk, worker } = await both()
  await take(worker)
  later(worker)
  await handOver(worker.phone)
  expect(await waiting(worker)).toBe(0)
  expect(await readOn(desk)).toEqual([TOLD])
  desk.phone.goOffline()
  expect(await readOn(desk)).toEqual([TOLD])
})

it('is nowhere in the clear, and the phone it was told on cannot open it', async () => {
  const { worker } = await both()
  const sealed = await take(worker)
  expect(await worker.keeper.openTestimony(sealed)).toBeUndefined()
  const atRest = await worker.phone.atRest()
  expect(atRest).not.toContain('Kolibrizam')
  const [row] = await worker.phone.testimonies.leaving.toArray()
  expect(Object.keys(row ?? {}).toSorted()).toEqual(['from', 'id', 'json'])
  for (const linking of [worker.identity.device, worker.identity.organisation.id, 'parks']) {
    expect(row?.json).not.toContain(linking)
  }
})

it('is as long as any other', async () => {
  const { worker } = await both()
  const [short, long] = [await take(worker, { from: 'HR' }), await take(worker, { account: 'ት'.repeat(5_000) })]
  expect(JSON.stringify(long).length).toBe(JSON.stringify(short).length)
})

it('is no change: the phone’s counter, its records and its parcels know nothing of it', async () => {
  const { worker } = await both()
  const before = await worker.phone.letterbox.numbers.toArray()
  await take(worker)
  expect(await worker.phone.letterbox.numbers.toArray()).toEqual(before)
  expect(await worker.phone.letterbox.rows.count()).toBe(0)
  expect(await worker.phone.letterbox.parcels.count()).toBe(0)
})

it('waits for an hour of chance: half an hour at least, four hours at most, and a full one', async () => {
  const { worker } = await both()
  const { clock, platform, testimonies } = worker.phone
  for (const chance of [0, 128, 255]) {
    const deeds = createTestimonies({
      ...worker.phone,
      platform: { ...platform, random: () => new Uint8Array(2).fill(chance) }
    })
    const sealed = await worker.keeper.sealTestimony(await collectorOf(worker), TOLD)
    given(await deeds.keep(sealed))
    const from = (await testimonies.leaving.get(sealed.id))?.from ?? 0
    expect(from % HOUR_MS).toBe(0)
    expect(from - clock.now).toBeGreaterThanOrEqual(HOUR_MS / 2)
    expect(from - clock.now).toBeLessThanOrEqual(4 * HOUR_MS)
  }
  clock.now += HOUR_MS / 2 - 1
  await handOver(worker.phone)
  expect(await waiting(worker)).toBe(3)
  clock.now += 4 * HOUR_MS
  await handOver(worker.phone)
  expect(await waiting(worker)).toBe(0)
})

it('survives no signal, a kill, a portal that says yes, and a server that is busy; then it is there once', async () => {
  const { desk, worker } = await both()
  await take(worker)
  later(worker)
  worker.phone.goOffline()
  await handOver(worker.phone)
  const again = worker.phone.reopen()
  again.clock.now = worker.phone.clock.now
  const sent: string[] = []
  const answers = [
    () => Promise.resolve(Response.json({ kind: 'testimony' })),
    () => Promise.resolve(Response.json({ problem: 'busy' }, { status: 503 })),
    // It arrives, and the answer is lost.
    async (path: string, init: RequestInit) => {
      await team.reach(path, init)
      throw new TypeError('Failed to fetch')
    }
  ]
  for (const answer of answers) {
    again.network.fetch = async (path, init) => {
      sent.push(path)
      return answer(path, init)
    }
    await handOver(again)
    expect(await countLeaving(again.testimonies)).toBe(1)
  }
  again.comeBack()
  await handOver(again)
  expect(await countLeaving(again.testimonies)).toBe(0)
  expect(new Set(sent)).toEqual(new Set(['/v1/testimonies']))
  expect(await readOn(desk)).toEqual([TOLD])
})

it('that is refused for itself holds up none of the others', async () => {
  const { desk, worker } = await both()
  const sealed = await worker.keeper.sealTestimony({ ...(await collectorOf(worker)), organisation: 'nobody' }, TOLD)
  given(await worker.deeds.keep(sealed))
  await take(worker)
  later(worker)
  await handOver(worker.phone)
  expect(await waiting(worker)).toBe(1)
  expect(await readOn(desk)).toEqual([TOLD])
})

it('that a restored server has lost is offered again, for thirty days; after that it is forgotten', async () => {
  const { desk, worker } = await both()
  const backup = await team.backup()
  await take(worker)
  later(worker)
  await handOver(worker.phone)
  expect(await readOn(desk)).toHaveLength(1)
  await desk.phone.testimonies.come.clear()
  await team.restore(backup)
  expect(await readOn(desk)).toEqual([])
  await worker.phone.round()
  await handOver(worker.phone)
  expect(await readOn(desk)).toEqual([TOLD])
  worker.phone.clock.now += 32 * 24 * HOUR_MS
  await handOver(worker.phone)
  expect(await worker.phone.testimonies.leaving.count()).toBe(0)
})

it('goes with everything else when the phone is revoked, and one that is sealed after the order too', async () => {
  const { worker } = await both()
  const to = await collectorOf(worker)
  await take(worker)
  await team.store().revoke({ id: worker.identity.device })
  await worker.phone.round()
  expect(await worker.phone.testimonies.leaving.count()).toBe(0)
  given(await worker.deeds.keep(await worker.keeper.sealTestimony(to, TOLD)))
  await handOver(worker.phone)
  expect(await worker.phone.testimonies.leaving.count()).toBe(0)
})

it('on a phone too full to open it holds up nothing of the order to forget, and goes when there is room', async () => {
  const { worker } = await both()
  await take(worker)
  const { testimonies, letterbox } = worker.phone
  testimonies.close()
  const open = vi.spyOn(testimonies, 'open').mockImplementation(() => {
    throw new DOMException('The disk is full', 'QuotaExceededError')
  })
  await team.store().revoke({ id: worker.identity.device })
  await worker.phone.round()
  expect((await readState(letterbox)).revoked).toBe(true)
  expect(await letterbox.rows.count()).toBe(0)
  open.mockRestore()
  await testimonies.open()
  expect(await testimonies.leaving.count()).toBe(1)
  await handOver(worker.phone)
  expect(await testimonies.leaving.count()).toBe(0)
})

it('on a full phone is refused, and nothing of it is kept', async () => {
  const { worker } = await both()
  const sealed = await worker.keeper.sealTestimony(await collectorOf(worker), TOLD)
  const { testimonies } = worker.phone
  await testimonies.open()
  const native = testimonies.backendDB()
  const transaction = native.transaction.bind(native)
  native.transaction = () => {
    throw new DOMException('The disk is full', 'QuotaExceededError')
  }
  expect(await worker.deeds.keep(sealed)).toEqual({ ok: false, refusal: 'phone_full' })
  native.transaction = transaction
  expect(await waiting(worker)).toBe(0)
  given(await worker.deeds.keep(sealed))
  expect(await waiting(worker)).toBe(1)
})

it('deleted at one desk goes from every desk of the organisation, and without signal from none', async () => {
  const { desk, worker } = await both()
  const second = await joined('partner', 'collector')
  await worker.phone.round()
  const { id } = await take(worker)
  later(worker)
  await handOver(worker.phone)
  expect(await readOn(desk)).toEqual([TOLD])
  expect(await readOn(second)).toEqual([TOLD])
  desk.phone.goOffline()
  expect((await desk.deeds.remove(id)).ok).toBe(false)
  expect(await readOn(desk)).toEqual([TOLD])
  desk.phone.comeBack()
  expect((await desk.deeds.remove(id)).ok).toBe(true)
  expect(await readOn(desk)).toEqual([])
  expect(await readOn(second)).toEqual([])
})

it('that comes in a shape nobody knows, or not at all, is set aside in sight; the others come, and it when it can', async () => {
  const { desk, worker } = await both()
  const ids: string[] = []
  for (let count = 0; count < 5; count += 1) ids.push((await take(worker)).id)
  const [unknown = '', faulty = '', gone = '', ...well] = ids.toSorted()
  later(worker)
  await handOver(worker.phone)
  desk.phone.network.fetch = async (path, init) => {
    if (path.endsWith(unknown)) return Response.json({ id: unknown, later: 'a shape of years to come' })
    if (path.endsWith(faulty)) return Response.json({ problem: 'fault' }, { status: 500 })
    // Deleted at another desk meanwhile.
    if (path.endsWith(gone)) return Response.json({ problem: 'not_found' }, { status: 404 })
    return team.reach(path, init)
  }
  const asideOn = async () => (await desk.deeds.come()).filter(isSetAside).map(({ id }) => id)
  expect(await readOn(desk)).toEqual([undefined, undefined, ...well.map(() => TOLD)])
  expect(await asideOn()).toEqual([unknown, faulty])
  desk.phone.goOffline()
  await readOn(desk)
  expect(await asideOn()).toEqual([unknown, faulty])
  desk.phone.comeBack()
  expect(await readOn(desk)).toEqual(ids.map(() => TOLD))
  expect(await asideOn()).toEqual([])
})

it('where something else than the server answers, nothing is set aside', async () => {
  const { desk, worker } = await both()
  await take(worker)
  later(worker)
  await handOver(worker.phone)
  const strangers = [
    () => new Response('<p>Welcome to our Wi-Fi</p>'),
    () => Response.json({ problem: 'busy' }, { status: 503 }),
    () => Promise.reject(new TypeError('Failed to fetch'))
  ]
  for (const answer of strangers) {
    desk.phone.network.fetch = async (path, init) => (path.includes('fetched') ? answer() : team.reach(path, init))
    expect(await readOn(desk)).toEqual([])
  }
  desk.phone.comeBack()
  expect(await readOn(desk)).toEqual([TOLD])
})

it('is for the phones that were there when it was sealed: one that joins later keeps it closed', async () => {
  const { desk, worker } = await both()
  await take(worker)
  const second = await joined('partner', 'collector')
  later(worker)
  await handOver(worker.phone)
  expect(await readOn(desk)).toEqual([TOLD])
  expect(await readOn(second)).toEqual([undefined])
})

it('waits through an upgrade of the storage that was killed, and old code writes nothing into the newer one', async () => {
  const { desk, worker } = await both()
  await take(worker)
  const { testimonies } = worker.phone
  const killed = openTestimonies(
    testimonies.name,
    laterTestimonies((transaction) => transaction.abort())
  )
  expect(
    await killed.open().then(
      () => 'upgraded',
      () => 'undone'
    )
  ).toBe('undone')
  killed.close()
  expect(await waiting(worker)).toBe(1)
  const upgraded = openTestimonies(testimonies.name, laterTestimonies())
  await upgraded.open()
  const to = await collectorOf(worker)
  const sealed = await worker.keeper.sealTestimony(to, TOLD)
  expect(await worker.deeds.keep(sealed).then(() => 'kept', isNewerStorage)).toBe(true)
  later(worker)
  await handOverTestimonies({ ...worker.phone, testimonies: upgraded })
  expect(await countLeaving(upgraded)).toBe(0)
  expect(await readOn(desk)).toEqual([TOLD])
  upgraded.close()
})
