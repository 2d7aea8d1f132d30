// Going along to the police on one phone, seen by the lead on another, the real server between them.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Accompaniments, createAccompaniments } from '#device/accompaniments.ts'
import { createCases } from '#device/cases.ts'
import { deadlinesOf } from '#domain/deadlines.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { openAlerts } from '#domain/immediate-actions.ts'
import { stateOfCase } from '#domain/records/case.ts'
import type { Role } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'
import { given, joined } from '#tests/device/person.ts'
import { createTeam, NOW, type Team } from '#tests/device/world.ts'

const HERE = { at: NOW, zone: 'parks' } as const
const POLICE = 'e06ec0d3-ebd7-4dc6-982e-b9f7749520b7'
const KRNJACA = '325500a4-b80a-4945-8619-b72ffb643865'
/** 14:20 in Belgrade; `NOW` is after 21 o’clock of that day. */
const ISSUED = Date.parse('2026-11-23T14:20+01:00')

let team: Team
beforeEach(async () => {
  team = await createTeam()
})
afterEach(() => team.dispose())

const withAlong = async (role: Role) => {
  const person = await joined(team, role)
  const cases = createCases(person.desk)
  return { ...person, cases, along: createAccompaniments(person.desk, cases) }
}

/** Mina sets out to the police with a man whose case the lead has too. */
const setOut = async () => {
  const [mina, lead] = [await withAlong('worker'), await withAlong('lead')]
  const arrival = given(await mina.desk.logArrival(NEW_ARRIVAL, { men: 1, needs: ['reg_accompany'] }, HERE))
  const kase = given(await mina.cases.grow(there(mina.desk.findRecord(arrival)), HERE))
  const id = given(await mina.along.begin(there(mina.desk.findRecord(kase)), 'reg_accompany', HERE))
  const meet = async () => {
    for (const person of [mina, lead, mina]) await person.meet()
  }
  await meet()
  const now = (person: typeof mina) => there(person.desk.findRecord(id))
  const caseNow = (person: typeof mina) => there(person.desk.findRecord(kase))
  const step = (person: typeof mina, taken: Parameters<Accompaniments['step']>[1]) =>
    person.along.step(now(person), taken, HERE)
  const certificate = async () => {
    given(await step(mina, { to: 'intention', place: POLICE }))
    return given(await step(mina, { to: 'certificate', centre: KRNJACA, issuedAt: ISSUED }))
  }
  return { mina, lead, meet, now, caseNow, step, certificate }
}

const there = (record: MergedRecord | undefined): MergedRecord => {
  if (record === undefined) throw new Error('No such record')
  return record
}

describe('Going along', () => {
  it('hangs on its case, and shows the lead each step with its time and no name', async () => {
    const { mina, lead, meet, now, caseNow, step } = await setOut()
    given(await step(mina, { to: 'intention', place: POLICE }))
    given(await step(mina, { to: 'waiting' }))
    await meet()
    expect(lead.along.ofCase(caseNow(lead)).map(({ fields }) => fields)).toEqual([
      {
        case: caseNow(lead).id,
        to: 'reg_accompany',
        owner: mina.device,
        state: 'waiting',
        place: POLICE,
        stepAt: '2026-11-23T21',
        met: '2026-11-23T21',
        zone: 'parks'
      }
    ])
    expect(lead.along.happenedIn(now(lead)).map(({ fields }) => fields['state'])).toEqual([
      'set_out',
      'intention',
      'waiting'
    ])
  })

  it('ends in a certificate that starts the 72 hours of the case in the same save; the minute stays here', async () => {
    const { mina, lead, meet, now, caseNow, certificate } = await setOut()
    await certificate()
    await meet()
    expect(now(lead).fields).toMatchObject({ state: 'certificate', centre: KRNJACA })
    const untilFor = (person: typeof mina) =>
      deadlinesOf(caseNow(person).fields, NOW, person.cases.exactEventsOf(caseNow(person)))[0]
    expect(untilFor(mina)).toMatchObject({ code: 'report_to_centre', until: ISSUED + 72 * 3_600_000 })
    expect(untilFor(lead)?.until).toBe(ISSUED + 72 * 3_600_000 - 20 * 60_000)
  })

  it('taken back, stops the clock it had started, on every phone', async () => {
    const { mina, lead, meet, now, caseNow, certificate } = await setOut()
    given(await mina.along.takeBack(await certificate()))
    await meet()
    for (const person of [mina, lead]) {
      expect(now(person).fields).toMatchObject({ state: 'intention', place: POLICE })
      expect(deadlinesOf(caseNow(person).fields, NOW)).toEqual([])
      expect(person.along.happenedIn(now(person)).map(({ fields }) => fields['state'])).toEqual([
        'set_out',
        'intention'
      ])
    }
  })

  it('opens a case that was closed meanwhile, so that its 72 hours are on everyone’s list', async () => {
    const { mina, caseNow, certificate } = await setOut()
    for (const alert of openAlerts(caseNow(mina).fields))
      given(await mina.cases.endAlert(caseNow(mina), { alert, closing: 'not_so' }, HERE))
    given(await mina.cases.step(caseNow(mina), { to: 'closed', outcome: 'helped' }, HERE))
    await certificate()
    expect(stateOfCase(caseNow(mina).fields)).toBe('open')
  })

  it('taken back, gives the clock of an earlier paper back to the minute', async () => {
    const { mina, caseNow, certificate } = await setOut()
    const earlier = ISSUED - 3_600_000
    given(await mina.cases.noteEvent(caseNow(mina), { event: 'certificate', happenedAt: earlier }, HERE))
    given(await mina.along.takeBack(await certificate()))
    const [deadline] = deadlinesOf(caseNow(mina).fields, NOW, mina.cases.exactEventsOf(caseNow(mina)))
    expect(deadline?.until).toBe(earlier + 72 * 3_600_000)
  })

  it('to the centre ends the 72 hours of the case in the same save, on every phone, and taken back they run on', async () => {
    const { mina, lead, meet, now, caseNow, step, certificate } = await setOut()
    await certificate()
    const arrived = given(await step(mina, { to: 'arrived' }))
    await meet()
    const codesFor = (person: typeof mina) => deadlinesOf(caseNow(person).fields, NOW).map(({ code }) => code)
    for (const person of [mina, lead]) expect(codesFor(person)).toEqual(['lodge_with_office', 'self_lodge'])
    given(await mina.along.takeBack(arrived))
    await meet()
    for (const person of [mina, lead]) {
      expect(now(person).fields['state']).toBe('certificate')
      expect(codesFor(person)).toEqual(['report_to_centre', 'lodge_with_office', 'self_lodge'])
    }
  })

  it('to a doctor says nothing of the law', async () => {
    const { mina, caseNow, step } = await setOut()
    const id = given(await mina.along.begin(caseNow(mina), 'medical', HERE))
    given(await mina.along.step(there(mina.desk.findRecord(id)), { to: 'arrived' }, HERE))
    expect(caseNow(mina).fields).not.toHaveProperty('since_reported')
    expect((await step(mina, { to: 'arrived' })).ok).toBe(false)
  })

  it('lets a colleague note what was seen only once it is the colleague who goes along', async () => {
    const { lead, mina, meet, now, step } = await setOut()
    expect(await step(lead, { to: 'intention', place: POLICE })).toEqual({
      ok: false,
      refusal: { why: 'not_a_step', legal: ['ended'] }
    })
    given(await lead.along.take(now(lead)))
    await meet()
    given(await step(lead, { to: 'intention', place: POLICE }))
    expect(await step(mina, { to: 'intention', place: POLICE })).toEqual({
      ok: false,
      refusal: { why: 'not_a_step', legal: ['ended'] }
    })
  })

  it('noted differently on two phones asks which is right before it goes on', async () => {
    const { mina, lead, meet, now, step } = await setOut()
    given(await step(mina, { to: 'refused', reason: 'hours' }))
    given(await step(lead, { to: 'ended' }))
    await meet()
    expect(now(mina).fields['state']).toBe('refused')
    expect(await step(mina, { to: 'intention', place: POLICE })).toEqual({ ok: false, refusal: 'two_answers' })
  })
})
