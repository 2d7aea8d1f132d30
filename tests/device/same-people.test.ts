// Two phones logged the same people without knowing of each other, the real server between them: asked with reasons, joined
// from both sides, taken back, and never a record less.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCases } from '#device/cases.ts'
import type { Desk } from '#device/desk.ts'
import { createHandOuts } from '#device/hand-outs.ts'
import { maybeSame, saidOf, saySameness } from '#device/same-people.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { stateOfCase } from '#domain/records/case.ts'
import type { Sameness } from '#domain/records/sameness.ts'
import { dueSoon } from '#domain/review/due-soon.ts'
import { dayPeriod } from '#domain/review/period.ts'
import { reviewOf } from '#domain/review/review.ts'
import { urgentBoard } from '#domain/review/urgent-board.ts'
import { hashesOfCode } from '#protocol/card-hash.ts'
import type { Dot } from '#protocol/ids.ts'
import { given, joined, referralTo } from '#tests/device/person.ts'
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
const there = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('Not there')
  return value
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

  it('whose cases were begun apart have one with all of both, whoever joined them and from which side', async () => {
    const { mina, omar, hers, his, ends, meet, say } = await loggedTwice()
    const both = [mina, omar].map((person) => ({ ...person, cases: createCases(person.desk) }))
    const [first, second] = both
    if (first === undefined || second === undefined) throw new Error('Nobody')
    const kaseOf = ({ cases }: typeof first, arrival = hers) => there(cases.caseOf(arrival))
    const friends = given(await first.desk.logArrival(NEW_ARRIVAL, { men: 3 }, HERE))
    await meet()
    for (const [person, arrival] of [
      [first, hers],
      [second, his]
    ] as const) {
      const { desk, cases, device } = person
      given(await cases.grow(find(desk, arrival), HERE))
      const kase = () => kaseOf(person, arrival)
      given(
        await cases.note(kase(), {
          need_shoes: 'given',
          ...(device === mina.device ? { need_medical: 'open' } : { need_legal_aid: 'open' })
        })
      )
      given(await cases.meetAgain(kase(), ['info'], HERE))
      given(await cases.followUp(kase(), { what: 'see_again', dueAt: NOW + 3_600_000 }, HERE))
      given(await cases.bind({ one: arrival, other: friends, bond: 'together' }, HERE))
      given(await desk.refer({ ...referralTo('aid', arrival), due: 'soon' }, HERE))
      given(await desk.notes.keepNote(`case ${kase().id}`, [{ at: NOW, text: `of ${device}` }]))
    }
    await say(mina, 'same', ends[0])
    await say(omar, 'same', ends[1])
    await meet()
    const survivors = both.map((person) => {
      const kase = kaseOf(person)
      expect(kaseOf(person, his)).toBe(kase)
      expect(kase).toMatchObject({
        disputed: ['owner'],
        fields: { need_shoes: 'given', need_medical: 'open', need_legal_aid: 'open' }
      })
      const { cases, desk } = person
      expect([cases.contactsOf(kase), cases.followUpsOf(kase), cases.bondsOf(his)].map(({ length }) => length)).toEqual(
        [2, 2, 1]
      )
      expect(new Set(cases.contactsOf(kase).map(({ author }) => author))).toEqual(new Set([mina.device, omar.device]))
      expect(desk.historyOf(kase.id)).toHaveLength(4)
      expect(desk.records().filter(({ type }) => type === 'case')).toHaveLength(1)
      expect(dueSoon(desk.records(), { now: NOW, exactEventsOf: () => ({}) })).toHaveLength(2)
      return kase
    })
    expect(survivors[0]).toEqual(survivors[1])
    for (const { desk, device } of both) {
      const kept = await Promise.all(
        there(survivors[0]).joined?.map(({ id }) => desk.notes.readNote(`case ${id}`)) ?? []
      )
      expect(kept.filter((note) => note !== undefined)).toEqual([[{ at: NOW, text: `of ${device}` }]])
    }
    await say(omar, 'apart')
    await meet()
    for (const person of both) {
      expect(kaseOf(person, his).id).not.toBe(kaseOf(person, hers).id)
      expect(person.cases.contactsOf(kaseOf(person, hers)).map(({ author }) => author)).toEqual([mina.device])
      expect(kaseOf(person, his).fields).toMatchObject({ need_legal_aid: 'open', owner: omar.device })
      expect(kaseOf(person, his).fields).not.toHaveProperty('need_medical')
    }
  })

  it('joined from three sides without signal have one case everywhere, in danger where one of them is', async () => {
    const { mina, omar, hers, his, say } = await loggedTwice()
    const lead = await joined(team, 'lead')
    const everybody = [mina, omar, lead]
    const meet = async () => {
      for (const person of [...everybody, ...everybody]) await person.meet()
    }
    const boy = { boys: 1, alone: 'yes', urgent: ['child_alone'] } as const
    const third = given(await lead.desk.logArrival(NEW_ARRIVAL, { ...boy, urgent: [...boy.urgent] }, HERE))
    await meet()
    const casesOf = ({ desk }: { desk: Desk }) => createCases(desk)
    const grown = [
      [mina, hers],
      [omar, his],
      [lead, third]
    ] as const
    for (const [person, arrival] of grown) given(await casesOf(person).grow(find(person.desk, arrival), HERE))
    const closing = { to: 'closed', outcome: 'helped' } as const
    given(await casesOf(mina).step(there(casesOf(mina).caseOf(hers)), closing, HERE))
    await say(mina, 'same', [hers, his])
    await say(omar, 'same', [third, his])
    await say(lead, 'same', [hers, third])
    await meet()
    const read = everybody.map(({ desk }) => desk.records().filter(({ type }) => type === 'case'))
    expect(read[1]).toEqual(read[0])
    expect(read[2]).toEqual(read[0])
    expect(read[0]).toHaveLength(1)
    const [kase] = read[0] ?? []
    expect(kase?.joined).toHaveLength(3)
    expect(stateOfCase(kase?.fields ?? {})).toBe('open')
    for (const { desk } of everybody) {
      const board = urgentBoard(desk.records(), { now: NOW, saidAt: () => NOW })
      expect(board.map(({ record, column }) => [record.id, column])).toEqual([[kase?.id, 'owned']])
      expect(reviewOf(desk.records(), dayPeriod('2026-11-23'), { now: '2026-11-23T22' }).urgent).toHaveLength(1)
    }
  })
})
