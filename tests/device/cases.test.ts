// A case on two phones, the real server between them: grown in one tap, taken by two, done by one and seen by the other.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Cases, createCases } from '#device/cases.ts'
import { createCheckIn } from '#device/check-in.ts'
import type { Desk } from '#device/desk.ts'
import { createHandOuts } from '#device/hand-outs.ts'
import { watchLetterbox } from '#device/letterbox/standing.ts'
import { saySameness } from '#device/same-people.ts'
import { deadlinesOf } from '#domain/deadlines.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { openAlerts } from '#domain/immediate-actions.ts'
import { stateOfCase } from '#domain/records/case.ts'
import { urgentBoard } from '#domain/review/urgent-board.ts'
import type { Role } from '#protocol/ids.ts'
import { type MergedRecord, saidAt } from '#protocol/merge.ts'
import { given, joined, referralTo } from '#tests/device/person.ts'
import { createTeam, NOW, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const
const BOY = { boys: 1, alone: 'yes', urgent: ['child_alone'], needs: ['food_hot'] } as const

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const withCases = async (role: Role) => {
  const person = await joined(team, role)
  return { ...person, cases: createCases(person.desk) }
}

type Person = Awaited<ReturnType<typeof withCases>>

const logBoy = async ({ desk }: { desk: Desk }): Promise<MergedRecord> => {
  const id = given(await desk.logArrival(NEW_ARRIVAL, { ...BOY, needs: [...BOY.needs], urgent: [...BOY.urgent] }, HERE))
  return there(desk.findRecord(id))
}
const there = (record: MergedRecord | undefined): MergedRecord => {
  if (record === undefined) throw new Error('No such record')
  return record
}
/** As its screens are told where records stand. */
const seeLetterbox = async ({ phone, desk }: Person): Promise<void> => {
  let stop = () => {}
  await new Promise<void>((settle) => {
    stop = watchLetterbox(phone.letterbox, phone.platform, (view) => {
      desk.showLetterbox(view)
      settle()
    })
  })
  stop()
}
const caseIn = (cases: Cases, arrival: MergedRecord) => there(cases.caseOf(arrival.id))

/** Mina logs the boy and begins his case; the lead has both. */
const begun = async () => {
  const [mina, lead] = [await withCases('worker'), await withCases('lead')]
  const boy = await logBoy(mina)
  given(await mina.cases.grow(boy, HERE))
  const meet = async () => {
    for (const person of [mina, lead, mina]) await person.meet()
  }
  await meet()
  return { mina, lead, boy, meet, kaseOf: ({ cases }: Person) => caseIn(cases, boy) }
}

describe('A case', () => {
  it('grows from an arrival in one save, with its needs, what is urgent, and whoever took it', async () => {
    const { mina, lead, kaseOf } = await begun()
    expect(kaseOf(lead).fields).toMatchObject({
      state: 'open',
      owner: mina.device,
      need_food_hot: 'open',
      alert_child_alone: 'open'
    })
    expect(kaseOf(lead).changes).toHaveLength(1)
  })

  it('is not closed before the centre for social work was informed, and then tells the lead when and by whom', async () => {
    const { mina, lead, meet, kaseOf } = await begun()
    const close = () => mina.cases.step(kaseOf(mina), { to: 'closed', outcome: 'handed_over' }, HERE)
    expect(await close()).toEqual({ ok: false, refusal: { why: 'alert_open', alerts: ['child_alone'] } })
    given(await mina.cases.endAlert(kaseOf(mina), { alert: 'child_alone', closing: 'csw_informed' }, HERE))
    given(await close())
    await meet()
    const kase = kaseOf(lead)
    expect(openAlerts(kase.fields)).toEqual([])
    expect(kase.fields).toMatchObject({ state: 'closed', outcome: 'handed_over', since_csw_informed: '2026-11-23T21' })
    expect(kase.standing['alert_child_alone']?.[0]).toMatchObject({ author: mina.device, value: 'csw_informed' })
  })

  it('has what was noted on its arrival later: it is to be done, on the board of everyone, before it is closed', async () => {
    const { mina, lead, boy, meet, kaseOf } = await begun()
    given(await mina.cases.endAlert(kaseOf(mina), { alert: 'child_alone', closing: 'csw_informed' }, HERE))
    const seen = there(mina.desk.findRecord(boy.id))
    given(await mina.desk.correct(seen, { form: NEW_ARRIVAL, name: 'urgent', value: ['child_alone', 'sick_or_hurt'] }))
    await meet()
    for (const person of [mina, lead]) {
      const [card] = urgentBoard(person.desk.records(), { now: NOW, saidAt })
      expect(card).toMatchObject({ record: { id: kaseOf(person).id }, column: 'owned', alerts: ['doctor_now'] })
      expect(await person.cases.step(kaseOf(person), { to: 'closed', outcome: 'helped' }, HERE)).toMatchObject({
        refusal: { why: 'alert_open', alerts: ['doctor_now'] }
      })
    }
    given(await lead.cases.endAlert(kaseOf(lead), { alert: 'doctor_now', closing: 'doctor_came' }, HERE))
    await meet()
    expect(openAlerts(kaseOf(mina).fields)).toEqual([])
  })

  it('of somebody who may not be free calls the authority where there is a child, whose time runs for children alone', async () => {
    const mina = await withCases('worker')
    const family = { women: 1, girls: 1, urgent: ['at_risk'] }
    const id = given(await mina.desk.logArrival(NEW_ARRIVAL, family, HERE))
    given(await mina.cases.grow(there(mina.desk.findRecord(id)), HERE))
    const kase = there(mina.cases.caseOf(id))
    expect(mina.cases.rowOf('unsafe', kase).closedBy).toEqual(['specialist_told', 'csw_informed', 'not_so'])
    given(await mina.cases.endAlert(kase, { alert: 'unsafe', closing: 'csw_informed' }, HERE))
    expect(openAlerts(there(mina.cases.caseOf(id)).fields)).toEqual([])
    expect(deadlinesOf(there(mina.cases.caseOf(id)).fields, NOW)).toEqual([])
  })

  it('ends by what was never so, which starts no clock and is told in its history', async () => {
    const { mina, lead, meet, kaseOf } = await begun()
    given(await mina.cases.note(kaseOf(mina), { alert_certificate: 'open' }))
    given(await mina.cases.endAlert(kaseOf(mina), { alert: 'certificate', closing: 'not_so' }, HERE))
    team.time.now += 60_000
    lead.phone.clock.now = team.time.now
    given(await lead.cases.endAlert(kaseOf(lead), { alert: 'child_alone', closing: 'not_so' }, HERE))
    await meet()
    given(await mina.cases.step(kaseOf(mina), { to: 'closed', outcome: 'helped' }, HERE))
    await meet()
    expect([kaseOf(lead).fields['state'], deadlinesOf(kaseOf(lead).fields, NOW)]).toEqual(['closed', []])
    const told = lead.cases.historyOf(kaseOf(lead)).map(({ change }) => change.fields['alert_child_alone'])
    expect([told.length, told.filter((value) => value !== undefined)]).toEqual([5, ['not_so', 'open']])
  })

  it('of a child whom a worker says not to be alone stays urgent for the team, and the worker sees that it was not taken', async () => {
    const { mina, lead, meet, kaseOf } = await begun()
    given(await mina.cases.note(kaseOf(mina), { need_food_hot: 'given' }))
    given(await mina.cases.endAlert(kaseOf(mina), { alert: 'child_alone', closing: 'not_so' }, HERE))
    given(await mina.cases.note(kaseOf(mina), { owner: 'nobody' }))
    await meet()
    expect(openAlerts(kaseOf(lead).fields)).toEqual(['child_alone'])
    expect(kaseOf(lead).fields).toMatchObject({ need_food_hot: 'given', owner: 'nobody' })
    await seeLetterbox(mina)
    expect(mina.desk.standingOf(kaseOf(mina))).toMatchObject({ state: 'needs_you', why: 'not_theirs' })
    given(await lead.cases.endAlert(kaseOf(lead), { alert: 'child_alone', closing: 'not_so' }, HERE))
    given(await lead.cases.note(kaseOf(lead), { alert_child_alone: 'open' }))
    given(await lead.cases.note(kaseOf(lead), { alert_child_alone: 'not_so' }))
    await meet()
    for (const person of [mina, lead])
      expect([openAlerts(kaseOf(person).fields), kaseOf(person).disputed]).toEqual([[], []])
  })

  it('is rid of what a worker noted by a slip once they take it back, as it was before', async () => {
    const [mina, lead] = [await withCases('worker'), await withCases('lead')]
    const man = there(mina.desk.findRecord(given(await mina.desk.logArrival(NEW_ARRIVAL, { men: 1 }, HERE))))
    given(await mina.cases.grow(man, HERE))
    const meet = async () => {
      for (const person of [mina, lead, mina]) await person.meet()
      await seeLetterbox(mina)
    }
    const said = async (value: 'open' | 'not_so') =>
      given(await mina.cases.note(caseIn(mina.cases, man), { alert_child_alone: value }))
    for (const isSentBetween of [true, false]) {
      await said('open')
      if (isSentBetween) await meet()
      await said('not_so')
      await meet()
      expect(openAlerts(caseIn(lead.cases, man).fields)).toEqual([])
      expect(mina.desk.standingOf(caseIn(mina.cases, man))).toMatchObject({ state: 'team' })
    }
    await said('open')
    await meet()
    expect(openAlerts(caseIn(lead.cases, man).fields)).toEqual(['child_alone'])
  })

  it('is opened again by a change, and refuses what its table lacks, naming what it has', async () => {
    const { mina, kaseOf } = await begun()
    given(await mina.cases.endAlert(kaseOf(mina), { alert: 'child_alone', closing: 'csw_informed' }, HERE))
    expect(await mina.cases.step(kaseOf(mina), { to: 'closed' }, HERE)).toEqual({
      ok: false,
      refusal: { why: 'outcome_missing' }
    })
    given(await mina.cases.step(kaseOf(mina), { to: 'closed', outcome: 'helped' }, HERE))
    expect(await mina.cases.step(kaseOf(mina), { to: 'waiting' }, HERE)).toEqual({
      ok: false,
      refusal: { why: 'not_a_step', legal: ['open'] }
    })
    given(await mina.cases.step(kaseOf(mina), { to: 'open' }, HERE))
    expect(mina.desk.historyOf(kaseOf(mina).id).map(({ change }) => change.fields['state'])).toEqual([
      'open',
      undefined,
      'closed',
      'open'
    ])
  })

  it('that an alert raised by a slip has opened is closed as it was once that is taken back', async () => {
    const { mina, kaseOf } = await begun()
    given(await mina.cases.endAlert(kaseOf(mina), { alert: 'child_alone', closing: 'csw_informed' }, HERE))
    given(await mina.cases.step(kaseOf(mina), { to: 'closed', outcome: 'helped' }, HERE))
    const before = kaseOf(mina).fields
    given(await mina.cases.raise(kaseOf(mina), 'not_alone', HERE))
    given(await mina.cases.takeAlertBack(kaseOf(mina), { alert: 'not_alone', before }, HERE))
    expect(stateOfCase(kaseOf(mina).fields)).toBe('closed')
    expect(kaseOf(mina).fields).toEqual({ ...before, alert_not_alone: 'not_so' })
  })

  it('that is closed is open again with whatever has to be done, until somebody closes it with an outcome', async () => {
    const { mina, kaseOf } = await begun()
    const state = () => stateOfCase(kaseOf(mina).fields)
    const close = async () => {
      given(await mina.cases.step(kaseOf(mina), { to: 'closed', outcome: 'helped' }, HERE))
      expect(state()).toBe('closed')
    }
    given(await mina.cases.endAlert(kaseOf(mina), { alert: 'child_alone', closing: 'csw_informed' }, HERE))
    await close()
    given(await mina.cases.raise(kaseOf(mina), 'not_alone', HERE))
    given(await mina.cases.endAlert(kaseOf(mina), { alert: 'not_alone', closing: 'specialist_told' }, HERE))
    expect(state()).toBe('open')
    await close()
    given(await mina.cases.noteEvent(kaseOf(mina), { event: 'certificate', happenedAt: NOW }, HERE))
    expect(state()).toBe('open')
    await close()
    given(await mina.cases.noteEvent(kaseOf(mina), { event: 'granted', happenedAt: NOW }, HERE))
    expect(state()).toBe('closed')
  })

  it('keeps the minute of the certificate here, and tells the team its hour', async () => {
    const { mina, lead, meet, kaseOf } = await begun()
    const issued = Date.parse('2026-11-23T14:20+01:00')
    given(await mina.cases.noteEvent(kaseOf(mina), { event: 'certificate', happenedAt: issued }, HERE))
    await meet()
    const until = ({ cases }: Person, kase: MergedRecord) =>
      deadlinesOf(kase.fields, NOW, cases.exactEventsOf(kase))[0]?.until
    expect(until(mina, kaseOf(mina))).toBe(issued + 72 * 3_600_000)
    expect(until(lead, kaseOf(lead))).toBe(issued + 72 * 3_600_000 - 20 * 60_000)
    expect(JSON.stringify(kaseOf(lead))).not.toContain(String(issued))
  })

  it('counts from no date that was noted here by mistake, on every phone, and tells that it was', async () => {
    const { mina, lead, meet, kaseOf } = await begun()
    given(
      await mina.cases.noteEvent(
        kaseOf(mina),
        { event: 'certificate', happenedAt: Date.parse('2026-11-23T14:20+01:00') },
        HERE
      )
    )
    await meet()
    given(await lead.cases.takeEventBack(kaseOf(lead), 'certificate'))
    await meet()
    for (const one of [mina, lead]) {
      expect(deadlinesOf(kaseOf(one).fields, NOW, one.cases.exactEventsOf(kaseOf(one)))).toEqual([])
      expect(kaseOf(one).disputed).toEqual([])
      expect(one.cases.historyOf(kaseOf(one)).map(({ change }) => change.fields)).toContainEqual({
        since_certificate: 'taken_back'
      })
    }
  })

  it('has what was given when they were seen again, what to come back for, and who belongs together', async () => {
    const { mina, lead, boy, meet, kaseOf } = await begun()
    const brother = await logBoy(mina)
    given(await mina.cases.meetAgain(kaseOf(mina), ['food_water'], { at: NOW, zone: 'railway' }))
    given(await mina.cases.followUp(kaseOf(mina), { what: 'go_along', dueAt: NOW + 7_200_000 }, HERE))
    given(await mina.cases.bind({ one: boy.id, other: brother.id, bond: 'reunited' }, HERE))
    await meet()
    const [contact] = lead.cases.contactsOf(kaseOf(lead))
    expect(contact?.fields).toMatchObject({ given: ['food_water'], zone: 'railway' })
    const [plan] = lead.cases.followUpsOf(kaseOf(lead))
    expect(plan?.fields).toMatchObject({ what: 'go_along', due: '2026-11-23T23', state: 'open' })
    given(await lead.cases.stepFollowUp(there(plan), 'done', HERE))
    expect(await lead.cases.stepFollowUp(there(lead.cases.followUpsOf(kaseOf(lead))[0]), 'dropped', HERE)).toEqual({
      ok: false,
      refusal: { why: 'not_a_step', legal: ['open'] }
    })
    expect(lead.cases.bondsOf(boy.id).map(({ other }) => other)).toEqual([brother.id])
    expect(lead.cases.bondsOf(brother.id).map(({ other }) => other)).toEqual([boy.id])
  })

  it('tells who changed what of all that hangs on it, what was removed too', async () => {
    const { mina, lead, boy, meet, kaseOf } = await begun()
    const mother = given(await mina.desk.logArrival(NEW_ARRIVAL, { women: 1 }, HERE))
    given(await mina.cases.followUp(kaseOf(mina), { what: 'bring', dueAt: NOW + 7_200_000 }, HERE))
    const contact = given(await mina.cases.meetAgain(kaseOf(mina), ['food_water'], HERE))
    given(await mina.cases.bind({ one: mother, other: boy.id, bond: 'separated' }, HERE))
    given(await createHandOuts(mina.desk).giveCard(boy.id, { hash: 'a'.repeat(32) }, HERE))
    // Of others: told in no history of his.
    given(await createHandOuts(mina.desk).giveCard(mother, { hash: 'b'.repeat(32) }, HERE))
    await meet()
    const [card] = createHandOuts(lead.desk).cardsOf(boy.id, NOW)
    const [plan] = lead.cases.followUpsOf(kaseOf(lead))
    if (card === undefined || plan === undefined) throw new Error('Nothing came')
    given(await createCheckIn(lead.desk).takeCardOff(card))
    given(await lead.cases.stepFollowUp(plan, 'done', HERE))
    given(await lead.desk.takeBack(contact))
    await meet()
    const told = mina.cases.historyOf(kaseOf(mina)).map(({ record, change }) => {
      const { state, removed } = change.fields
      return [record.type, change.author, removed ?? (record.type === 'follow_up' ? state : undefined)]
    })
    expect(told).toHaveLength(8)
    expect(told).toEqual(
      expect.arrayContaining([
        ['case', mina.device, undefined],
        ['follow_up', mina.device, 'open'],
        ['follow_up', lead.device, 'done'],
        ['contact', mina.device, undefined],
        ['contact', lead.device, 1],
        ['bond', mina.device, undefined],
        ['card_given', mina.device, undefined],
        ['card_given', lead.device, 1]
      ])
    )
  })

  it('has all referrals of people who were logged twice, and so has either of their records while they are the same', async () => {
    const { mina, lead, boy, meet, kaseOf } = await begun()
    const again = await logBoy(lead)
    const made = [
      given(await mina.desk.refer(referralTo('clinic', boy.id), HERE)),
      given(await lead.desk.refer(referralTo('shelter', again.id), HERE))
    ]
    await meet()
    const shown = ({ cases }: Person) =>
      [boy.id, again.id].map((arrival) =>
        cases
          .referralsOf(arrival)
          .map(({ id }) => id)
          .sort()
      )
    expect(shown(mina)).toEqual(made.map((id) => [id]))
    given(await saySameness(mina.desk, { one: boy.id, other: again.id, answer: 'same' }, HERE))
    await meet()
    for (const person of [mina, lead]) {
      expect(shown(person)).toEqual([made.toSorted(), made.toSorted()])
      expect(person.cases.referralsOf(String(kaseOf(person).fields['arrival']))).toHaveLength(2)
    }
    given(await saySameness(lead.desk, { one: again.id, other: boy.id, answer: 'apart' }, HERE))
    expect(shown(lead)).toEqual(made.map((id) => [id]))
  })

  it('hears that those who had lost each other are found, and a bond that was a mistake is gone', async () => {
    const { mina, lead, boy, meet } = await begun()
    const brother = await logBoy(mina)
    given(await mina.cases.bind({ one: boy.id, other: brother.id, bond: 'separated' }, HERE))
    await meet()
    const bondIn = ({ cases }: Person) => cases.bondsOf(boy.id)[0]?.record
    given(await lead.cases.rebind(there(bondIn(lead)), 'reunited'))
    await meet()
    expect(bondIn(mina)).toMatchObject({ disputed: [], fields: { one: boy.id, other: brother.id, bond: 'reunited' } })
    given(await mina.desk.remove(there(bondIn(mina))))
    await meet()
    expect(bondIn(lead)).toBeUndefined()
  })
})

describe('Two people', () => {
  it('who end one follow-up differently without signal choose which holds, and then it goes on', async () => {
    const { mina, lead, meet, kaseOf } = await begun()
    given(await mina.cases.followUp(kaseOf(mina), { what: 'go_along', dueAt: NOW + 7_200_000 }, HERE))
    await meet()
    const planOf = (person: Person) => there(person.cases.followUpsOf(kaseOf(person))[0])
    given(await mina.cases.stepFollowUp(planOf(mina), 'done', HERE))
    given(await lead.cases.stepFollowUp(planOf(lead), 'dropped', HERE))
    await meet()
    for (const person of [mina, lead]) {
      expect(planOf(person)).toMatchObject({ disputed: ['state'], fields: { state: 'dropped' } })
      expect(await person.cases.stepFollowUp(planOf(person), 'open', HERE)).toEqual({
        ok: false,
        refusal: 'two_answers'
      })
    }
    given(await lead.desk.settle(planOf(lead), { state: 'done' }))
    await meet()
    expect(planOf(mina)).toMatchObject({ disputed: [], fields: { state: 'done' } })
    given(await mina.cases.stepFollowUp(planOf(mina), 'open', HERE))
  })

  const cardsOf = ({ desk }: Person) => urgentBoard(desk.records(), { now: NOW, saidAt: () => NOW })

  it('who take the same case without signal are both told, and one of them settles it', async () => {
    const { mina, lead, meet, kaseOf } = await begun()
    given(await mina.cases.note(kaseOf(mina), { owner: 'nobody' }))
    await meet()
    given(await mina.cases.note(kaseOf(mina), { owner: mina.device }))
    given(await lead.cases.note(kaseOf(lead), { owner: lead.device }))
    await meet()
    for (const person of [mina, lead]) {
      expect(kaseOf(person).disputed).toEqual(['owner'])
      expect(cardsOf(person).map(({ isTakenTwice }) => isTakenTwice)).toEqual([true])
    }
    given(await lead.desk.settle(kaseOf(lead), { owner: mina.device }))
    await meet()
    for (const person of [mina, lead]) {
      expect(kaseOf(person)).toMatchObject({ disputed: [], fields: { owner: mina.device } })
    }
  })

  it('who begin a case of the same arrival without signal have one, and settle who goes on with it', async () => {
    const [mina, lead] = [await withCases('worker'), await withCases('lead')]
    const boy = await logBoy(mina)
    const meet = async () => {
      for (const person of [mina, lead, mina]) await person.meet()
    }
    await meet()
    given(await mina.cases.grow(boy, HERE))
    given(await mina.cases.meetAgain(caseIn(mina.cases, boy), ['info'], HERE))
    given(await lead.cases.grow(there(lead.desk.findRecord(boy.id)), HERE))
    given(await lead.cases.meetAgain(caseIn(lead.cases, boy), ['food_water'], HERE))
    await meet()
    for (const { cases, desk } of [mina, lead]) {
      expect(desk.records().filter(({ type }) => type === 'case')).toHaveLength(1)
      expect(caseIn(cases, boy)).toMatchObject({ disputed: ['owner'], joined: [{}, {}] })
      expect(cases.contactsOf(caseIn(cases, boy)).map(({ fields }) => fields['given'])).toHaveLength(2)
    }
    given(await lead.desk.settle(caseIn(lead.cases, boy), { owner: mina.device }))
    await meet()
    for (const { cases } of [mina, lead])
      expect(caseIn(cases, boy)).toMatchObject({ disputed: [], fields: { owner: mina.device } })
    given(await mina.desk.remove(caseIn(mina.cases, boy)))
    await meet()
    for (const { cases, desk } of [mina, lead])
      expect([cases.caseOf(boy.id), desk.records().filter(({ type }) => type === 'case')]).toEqual([undefined, []])
  })

  it('who note different things of one case at once both keep theirs', async () => {
    const { mina, lead, meet, kaseOf } = await begun()
    given(await mina.cases.note(kaseOf(mina), { need_food_hot: 'given' }))
    given(await lead.cases.note(kaseOf(lead), { need_medical: 'referred' }))
    await meet()
    expect(kaseOf(mina)).toMatchObject({ disputed: [], fields: { need_food_hot: 'given', need_medical: 'referred' } })
  })
})

it('What somebody notes for themselves is on no other phone and in no change', async () => {
  const { mina, lead, meet, kaseOf } = await begun()
  const name = `case ${kaseOf(mina).id}`
  given(await mina.desk.notes.keepNote(name, [{ at: NOW, text: 'red jacket' }]))
  await meet()
  given(await mina.desk.notes.keepNote('draft of another screen', 'blue'))
  expect(await mina.desk.notes.readNote(name)).toEqual([{ at: NOW, text: 'red jacket' }])
  expect(await mina.desk.notes.readNotes('case ')).toEqual(
    new Map([[kaseOf(mina).id, [{ at: NOW, text: 'red jacket' }]]])
  )
  expect(await lead.desk.notes.readNote(name)).toBeUndefined()
  expect(mina.desk.historyOf(kaseOf(mina).id)).toHaveLength(1)
})
