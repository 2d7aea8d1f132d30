// A shift and a dawn count on two phones, the real server between them: begun and counted without signal, with the team once.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDesk } from '#device/desk.ts'
import { createShifts } from '#device/shifts.ts'
import { dayAt } from '#domain/belgrade-time.ts'
import { sleptOut } from '#domain/review/slept-out.ts'
import { given, joined } from '#tests/device/person.ts'
import { createTeam, NOW, PASSPHRASE, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const
const HOUR = 3_600_000
const TODAY = dayAt(NOW)

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const withShifts = async () => {
  const person = await joined(team)
  return { ...person, shifts: createShifts(person.desk) }
}

it('A shift begun without signal is seen by the next team, and is over there when it is over here', async () => {
  const [mina, omar] = [await withShifts(), await withShifts()]
  mina.phone.goOffline()
  given(await mina.shifts.begin({ crew: 2, languages: ['ps', 'fa'] }, HERE))
  expect(omar.shifts.running(NOW)).toEqual([])
  mina.phone.comeBack()
  for (const person of [mina, omar]) await person.meet()
  expect(omar.shifts.running(NOW)).toMatchObject([
    { author: mina.device, fields: { crew: 2, languages: ['ps', 'fa'], zone: 'parks', state: 'on' } }
  ])
  expect(omar.shifts.own(NOW)).toBeUndefined()

  const own = mina.shifts.own(NOW)
  if (own === undefined) throw new Error('Mina is not on shift')
  given(await mina.shifts.step(own, 'over', { ...HERE, at: NOW + HOUR }))
  for (const person of [mina, omar]) await person.meet()
  expect(omar.shifts.running(NOW + HOUR)).toEqual([])
  given(await mina.shifts.step(mina.shifts.lastOwn() ?? own, 'on', { ...HERE, at: NOW + HOUR }))
  for (const person of [mina, omar]) await person.meet()
  expect(omar.shifts.running(NOW + HOUR)).toHaveLength(1)
})

it('A second start while a shift is going on begins nothing, in this tab or another, and the first loses nothing', async () => {
  const mina = await withShifts()
  const keeper = mina.phone.startKeeper()
  const otherTab = createShifts(await openDesk(keeper, given(await keeper.unlock(PASSPHRASE))))
  const first = given(await mina.shifts.begin({ crew: 2, languages: ['ps'] }, HERE))
  const second = { crew: 5, languages: [] }
  expect(await mina.shifts.begin(second, HERE)).toEqual({ ok: false, refusal: 'already_on' })
  expect(await otherTab.begin(second, HERE)).toEqual({ ok: false, refusal: 'already_on' })
  expect(otherTab.own(NOW)).toMatchObject({ id: first, fields: { crew: 2, languages: ['ps'] } })
  expect(mina.shifts.running(NOW)).toHaveLength(1)

  const forgotten = { ...HERE, at: NOW + 16 * HOUR }
  given(await mina.shifts.begin(second, forgotten))
  expect(mina.shifts.running(forgotten.at)).toMatchObject([{ fields: { crew: 5 } }])
})

it('A count reaches the team once however often the line breaks, and a second count of the area stands in its place', async () => {
  const [mina, omar] = [await withShifts(), await withShifts()]
  const none = { men: 0, women: 0, children: 0, unseen: 0 }
  mina.phone.goOffline()
  given(await mina.shifts.countAtDawn({ ...none, men: 14, unseen: 3 }, HERE))
  given(await mina.shifts.countAtDawn({ ...none, men: 15, children: 1 }, { ...HERE, at: NOW + HOUR / 2 }))
  given(await mina.shifts.countAtDawn(none, { ...HERE, zone: 'railway' }))
  await mina.meet()
  mina.phone.network.fetch = async (path, init) => {
    await team.reach(path, init)
    throw new TypeError('Failed to fetch')
  }
  await mina.meet()
  mina.phone.comeBack()
  for (const person of [mina, mina, omar]) await person.meet()

  expect(omar.desk.records().filter(({ type }) => type === 'dawn_count')).toHaveLength(2)
  expect(sleptOut(omar.desk.records(), TODAY)).toMatchObject({
    people: 16,
    rows: [
      { zone: 'parks', men: 15, children: 1, unseen: 0, counts: 1 },
      { zone: 'railway', people: 0 }
    ]
  })

  given(await omar.shifts.countAtDawn({ ...none, men: 20 }, HERE))
  for (const person of [omar, mina]) await person.meet()
  expect(sleptOut(mina.desk.records(), TODAY)).toMatchObject({ people: 20, rows: [{ counts: 2 }, { counts: 1 }] })
  expect(mina.shifts.ownCount('parks', NOW + 24 * HOUR)).toBeUndefined()
})
