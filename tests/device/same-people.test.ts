// Two phones logged the same people without knowing of each other, the real server between them: asked with reasons, joined
// from both sides, taken back, and never a record less.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Desk } from '#device/desk.ts'
import { createHandOuts } from '#device/hand-outs.ts'
import { maybeSame, saidOf, saySameness } from '#device/same-people.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import type { Sameness } from '#domain/records/sameness.ts'
import { dayPeriod } from '#domain/review/period.ts'
import { reviewOf } from '#domain/review/review.ts'
import { hashesOfCode } from '#protocol/card-hash.ts'
import type { Dot } from '#protocol/ids.ts'
import { given, joined } from '#tests/device/person.ts'
import { createTeam, NOW, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const
const FAMILY = { men: 1, women: 1, girls: 2, language: 'ar', country: 'SY' }

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const find = (desk: Desk, id: Dot) => {
  const record = desk.findRecord(id)
  if (record === undefined) throw new Error('No such record')
  return record
}
const people = (desk: Desk) =>
  reviewOf(desk.records(), dayPeriod('2026-11-23'), { now: '2026-11-23T22' }).newlyArrived.people

const loggedTwice = async () => {
  const [mina, omar] = [await joined(team, 'worker'), await joined(team, 'worker')]
  const hers = given(await mina.desk.logArrival(NEW_ARRIVAL, FAMILY, HERE))
  const his = given(await omar.desk.logArrival(NEW_ARRIVAL, FAMILY, HERE))
  const meet = async () => {
    for (const person of [mina, omar, mina]) await person.meet()
  }
  await meet()
  const ends = [
    [hers, his],
    [his, hers]
  ] as const
  const say = async ({ desk }: { desk: Desk }, answer: Sameness, [one, other] = ends[0]) =>
    given(await saySameness(desk, { one, other, answer }, HERE))
  const stateFor = ({ desk }: { desk: Desk }, id = hers) => saidOf(desk, find(desk, id)).map(({ pair }) => pair.state)
  return { mina, omar, hers, his, ends, meet, say, stateFor }
}

describe('The same people on two phones', () => {
  it('are asked about on both, with what is alike, until somebody answers', async () => {
    const { mina, omar, hers, his, meet, say } = await loggedTwice()
    expect(maybeSame(mina.desk, find(mina.desk, hers)).map(({ other }) => other.id)).toEqual([his])
    const [asked] = maybeSame(omar.desk, find(omar.desk, his))
    expect(asked?.reasons.map(({ reason }) => reason)).toEqual(['people', 'hours', 'place', 'language', 'country'])
    await say(mina, 'apart')
    await meet()
    for (const { desk } of [mina, omar]) {
      expect(maybeSame(desk, find(desk, his))).toEqual([])
      expect(people(desk)).toBe(8)
    }
  })

  it('are asked about by the card they carry, a week later and by the phone that logged them', async () => {
    const mina = await joined(team, 'worker')
    const cards = createHandOuts(mina.desk)
    const [hash] = await hashesOfCode('K7QM4TXG', undefined)
    const week = 7 * 86_400_000
    const first = given(await mina.desk.logArrival(NEW_ARRIVAL, FAMILY, HERE))
    given(await cards.giveCard(first, { hash }, HERE))
    const later = { at: NOW + week, zone: 'railway' } as const
    const again = given(await mina.desk.logArrival(NEW_ARRIVAL, { men: 1, boys: 2, language: 'ar' }, later))
    expect(maybeSame(mina.desk, find(mina.desk, again))).toEqual([])
    given(await cards.giveCard(again, { hash }, later))
    const asked = maybeSame(mina.desk, find(mina.desk, again))
    expect(asked.map(({ other }) => other.id)).toEqual([first])
    expect(asked[0]?.reasons[0]).toEqual({ reason: 'card', isNearly: false })
  })

  it('are joined by a change, count once for everybody, and come apart by another; both records stay', async () => {
    const { mina, omar, hers, his, meet, say } = await loggedTwice()
    await say(mina, 'same')
    await meet()
    expect(people(omar.desk)).toBe(4)
    await say(omar, 'apart')
    await meet()
    for (const { desk } of [mina, omar]) {
      expect(people(desk)).toBe(8)
      for (const id of [hers, his]) expect(find(desk, id).fields).toMatchObject(FAMILY)
    }
  })

  it('joined by both without signal, each from its own side, are one pair, and one answer takes both back', async () => {
    const { mina, omar, ends, meet, say, stateFor, his } = await loggedTwice()
    await say(mina, 'same', ends[0])
    await say(omar, 'same', ends[1])
    await meet()
    for (const person of [mina, omar]) expect([stateFor(person), people(person.desk)]).toEqual([['joined'], 4])
    await say(omar, 'apart')
    await meet()
    for (const person of [mina, omar]) expect([stateFor(person, his), people(person.desk)]).toEqual([['apart'], 8])
  })

  it('joined by one and held apart by the other are contested on both until one of them chooses', async () => {
    const { mina, omar, ends, meet, say, stateFor } = await loggedTwice()
    await say(mina, 'same', ends[0])
    await say(omar, 'apart', ends[1])
    await meet()
    for (const person of [mina, omar]) expect([stateFor(person), people(person.desk)]).toEqual([['contested'], 8])
    await say(mina, 'same')
    await meet()
    for (const person of [mina, omar]) expect([stateFor(person), people(person.desk)]).toEqual([['joined'], 4])
  })
})
