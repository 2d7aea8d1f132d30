// What a lead writes into the directory on this phone, the real server between two of them.
import 'fake-indexeddb/auto'
import { firstValueFrom } from '#tests/device/first-value.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeIn } from '#app/screens/directory/look-at-file.ts'
import { createCorrections, handOverCorrections } from '#device/library/corrections.ts'
import { watchLibrary } from '#device/library/library.ts'
import { planImport } from '#domain/hsds/import-plan.ts'
import type { Role } from '#protocol/ids.ts'
import { joined } from '#tests/device/person.ts'
import { createTeam, type Phone, type Team } from '#tests/device/world.ts'
import { anEntry } from '#tests/server/test-phone.ts'

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const aPhone = async (role: Role): Promise<Phone> => {
  const { phone, meet } = await joined(team, role)
  await meet()
  return phone
}
const write = (phone: Phone, ...names: readonly string[]) =>
  createCorrections(phone).save(
    ...names.map((name, index) => anEntry({ id: `00000000-0000-4000-8000-00000000000${index}`, name: { en: name } }))
  )
const viewOf = (phone: Phone) => firstValueFrom(watchLibrary(phone.library))
const namesOn = async (phone: Phone) =>
  (await viewOf(phone)).entries.filter(({ source }) => source === 'asked there').map(({ name }) => name.en)
const standingOn = async (phone: Phone) => [...(await viewOf(phone)).own.values()].map(({ standing }) => standing)

it('stands on its own phone at once, without signal, and on every other once it was handed over', async () => {
  const [lead, worker] = [await aPhone('lead'), await aPhone('worker')]
  lead.goOffline()
  expect(await write(lead, 'Shelter', 'Kitchen')).toEqual({ ok: true, value: undefined })
  await handOverCorrections(lead)
  expect(await namesOn(lead)).toEqual(['Shelter', 'Kitchen'])
  expect(await standingOn(lead)).toEqual(['waiting', 'waiting'])
  lead.comeBack()
  await handOverCorrections(lead)
  expect(await standingOn(lead)).toEqual(['taken', 'taken'])
  await worker.round()
  expect((await namesOn(worker)).toSorted()).toEqual(['Kitchen', 'Shelter'])
})

it('that another lead wrote at the same time is kept and shown to need its author, and written again replaces it', async () => {
  const [one, two] = [await aPhone('lead'), await aPhone('lead')]
  await write(one, 'Shelter')
  two.clock.now += 5
  await write(two, 'Shelter for women')
  await handOverCorrections(one)
  await handOverCorrections(two)
  expect(await standingOn(two)).toEqual(['twin'])
  await two.round()
  two.clock.now += 5
  await write(two, 'Shelter for women')
  await handOverCorrections(two)
  await one.round()
  expect(await namesOn(one)).toEqual(['Shelter for women'])
})

it('that came while a file of others was looked at is not written over by that file, which is then looked at again', async () => {
  const [one, two] = [await aPhone('lead'), await aPhone('lead')]
  await write(one, 'Shelter')
  await handOverCorrections(one)
  await two.round()
  const organization = { id: anEntry().id, name: 'Helpers', description: 'They help' }
  const theirs = { id: '00000000-0000-4000-8000-000000000000', name: 'Their shelter', status: 'active', organization }
  const file = { services: [theirs], organizations: [organization], locations: [] }
  const save = createCorrections(one).save
  const look = async () => planImport(file, (await viewOf(one)).entries, '2018-07-03')
  const planned = await look()

  two.clock.now += 5
  await write(two, 'Shelter, second floor')
  await handOverCorrections(two)
  await one.round()
  expect(await takeIn(planned, { entries: (await viewOf(one)).entries, save })).toBe('overtaken')
  expect(await namesOn(one)).toEqual(['Shelter, second floor'])
  const again = await look()
  expect(again.rows.at(-1)).toMatchObject({
    changes: expect.arrayContaining([
      { field: 'name', before: 'Shelter, second floor', after: 'Their shelter' }
    ]) as object[]
  })
  one.clock.now += 10
  expect(await takeIn(again, { entries: (await viewOf(one)).entries, save })).toBe('taken')
  expect((await viewOf(one)).entries.find(({ id }) => id === theirs.id)?.name.en).toBe('Their shelter')
})

it('of a worker is not taken, and reaches nobody', async () => {
  const [worker, lead] = [await aPhone('worker'), await aPhone('lead')]
  await write(worker, 'Shelter')
  await handOverCorrections(worker)
  expect(await standingOn(worker)).toEqual(['refused'])
  await lead.round()
  expect(await namesOn(lead)).toEqual([])
})
