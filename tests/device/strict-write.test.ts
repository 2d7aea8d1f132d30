// A save is what the browser has confirmed: asked to be durable, and whole again where the browser let go of its hold.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCheckIn } from '#device/check-in.ts'
import { openDesk } from '#device/desk.ts'
import { createHandOuts } from '#device/hand-outs.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { given } from '#tests/device/person.ts'
import { createTeam, NOW, PASSPHRASE, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await team.dispose()
})

const worker = async () => {
  const phone = team.createPhone()
  const keeper = phone.startKeeper()
  const identity = given(await keeper.joinWith(await team.invite('worker'), PASSPHRASE))
  return { phone, keeper, identity, desk: await openDesk(keeper, identity) }
}

it('a save asks the browser to keep it through a power cut, in every store it writes', async () => {
  const { desk } = await worker()
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction')
  given(await desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
  const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite')
  expect(writes.length).toBeGreaterThan(0)
  expect(writes.filter(([, , options]) => options?.durability !== 'strict')).toEqual([])
})

it('a save is made again, once, where the browser has closed the connection before it', async () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const { phone, keeper, identity, desk } = await worker()
  for (let men = 1; men <= 40; men += 1) {
    if (men % 3 === 0) phone.letterbox.backendDB().close()
    if (men % 4 === 0) phone.vault.backendDB().close()
    given(await desk.logArrival(NEW_ARRIVAL, { men }, HERE))
  }
  await phone.round()
  const counted = (await openDesk(keeper, identity)).records().map(({ fields }) => fields['men'])
  expect(counted.toSorted((one, other) => Number(one) - Number(other))).toEqual(
    Array.from({ length: 40 }, (_, before) => before + 1)
  )
  expect(said.mock.calls.flat().filter((words) => words !== 'Dexie: Need to reopen db')).toEqual([])
})

it('a start is no incident where the browser cuts off what it reads, once or twice', async () => {
  const { phone } = await worker()
  for (const store of ['state', 'keyring']) {
    let cuts = 2
    const { value } = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction') ?? {}
    const begin = value as IDBDatabase['transaction']
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...asked) {
      const transaction = begin.apply(this, asked)
      const [names] = asked
      if ([...names].join('') !== store || cuts === 0) return transaction
      cuts -= 1
      queueMicrotask(() => transaction.abort())
      return transaction
    })
    expect(await phone.reopen().state()).toBe('locked')
    expect(cuts).toBe(0)
    vi.restoreAllMocks()
  }
})

it('a phone that is full removes nothing and takes no card off, and does both when there is room', async () => {
  const { phone, desk } = await worker()
  const [items, checkIn] = [createHandOuts(desk), createCheckIn(desk)]
  const arrival = given(await desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))
  const [hash] = await desk.hashesOf('K7QM4TXG')
  given(await items.giveCard(arrival, { hash }, HERE))
  const [before, [card], record] = [desk.records(), items.cardsOf(arrival, NOW), desk.findRecord(arrival)]
  if (card === undefined || record === undefined) throw new Error('Nothing to remove')

  const native = phone.letterbox.backendDB()
  const transaction = native.transaction.bind(native)
  native.transaction = () => {
    throw new DOMException('The disk is full', 'QuotaExceededError')
  }
  for (const refused of [await checkIn.takeCardOff(card), await desk.remove(record), await desk.takeBack(arrival)]) {
    expect(refused).toEqual({ ok: false, refusal: 'phone_full' })
  }
  expect(desk.records()).toBe(before)
  native.transaction = transaction
  given(await checkIn.takeCardOff(card))
  given(await desk.remove(record))
  expect(desk.records()).toEqual([])
})
