// A save is what the browser has confirmed: asked to be durable, and whole again where the browser let go of its hold.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDesk } from '#device/desk.ts'
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
