// A referral between two organisations on real phones, the real server between them: what a person agreed to pass on is read
// on the phone it was written on and on those it was sealed for, and lies in plain nowhere: not at rest, not on the wire.
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createReferrals } from '#device/referrals.ts'
import { shiftHourAt } from '#domain/belgrade-time.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { nextSteps, stepBefore } from '#domain/records/referral.ts'
import { waitingForWorker } from '#domain/review/waiting-for-worker.ts'
import type { Role } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'
import { given, joined } from '#tests/device/person.ts'
import { createTeam, NOW, type Team } from '#tests/device/world.ts'

const PROVIDER = 'provider-clinic'
const HERE = { at: NOW, zone: 'parks' } as const
const HOUR = 3_600_000
const PASSED_ON = { name: 'Zarghuna', where: 'third bench by the fountain', note: 'left knee is swollen' }
const words = Object.values(PASSED_ON)

let team: Team
beforeEach(async () => {
  team = await createTeam()
  await team.addPartner('clinic', PROVIDER)
})
afterEach(() => team.dispose())

/** With every byte its phone sends and gets. */
const person = async (role: Role, organisation?: string) => {
  const one = await joined(team, role, organisation)
  const wire: string[] = []
  const { fetch } = one.phone.network
  one.phone.network.fetch = async (path, init) => {
    const answer = await fetch(path, init)
    const sent = Buffer.from(await new Response(init.body ?? '').arrayBuffer()).toString('latin1')
    wire.push(path, sent, Buffer.from(await answer.clone().arrayBuffer()).toString('latin1'))
    return answer
  }
  return { ...one, referrals: createReferrals(one.desk), wire }
}

type Person = Awaited<ReturnType<typeof person>>

const theReferral = ({ desk }: Person): MergedRecord => {
  const found = desk.records().find(({ type }) => type === 'referral')
  if (found === undefined) throw new Error('No referral')
  return found
}

const partnerItem = async ({ phone }: Person) => {
  const item = await phone.library.items.get('partner clinic')
  if (item?.kind !== 'partner') throw new Error('No partner')
  return item
}

/** Referred by a worker after the clinic's first phone has joined. */
const referred = async () => {
  const clinic = await person('partner', 'clinic')
  const [mina, lead] = [await person('worker'), await person('lead')]
  await mina.meet()
  const arrival = given(await mina.desk.logArrival(NEW_ARRIVAL, { women: 1, language: 'ps' }, HERE))
  given(
    await mina.desk.refer(
      {
        arrival,
        provider: PROVIDER,
        service: 'service-1',
        needs: ['medical'],
        due: 'soon',
        consent: 'worker',
        told: ['people'],
        state: 'made'
      },
      HERE,
      { to: await partnerItem(mina), content: { ...PASSED_ON, people: { women: 1 } } }
    )
  )
  const meet = async () => {
    for (const one of [mina, clinic, lead, mina, clinic]) await one.meet()
  }
  await meet()
  return { mina, lead, clinic, meet }
}

describe('What a person agreed to pass on', () => {
  it('is read by the organisation it was sealed for, and by no phone of the team', async () => {
    const { mina, lead, clinic } = await referred()
    expect(await clinic.referrals.passedOn(theReferral(clinic))).toEqual({ ...PASSED_ON, people: { women: 1 } })
    for (const one of [mina, lead]) expect(await one.referrals.passedOn(theReferral(one))).toBeUndefined()
    expect(mina.desk.asideOf(theReferral(mina).id)?.answers).toEqual(PASSED_ON)
    expect(lead.desk.asideOf(theReferral(lead).id)).toBeUndefined()
  })

  it('lies in plain on no phone, on no wire and not on the server', async () => {
    const { mina, lead, clinic } = await referred()
    const places = [
      ...(await Promise.all([mina, lead, clinic].map(({ phone }) => phone.atRest()))),
      ...[mina, lead, clinic].flatMap(({ wire }) => wire),
      ...(await team.backup())
    ]
    for (const place of places) for (const word of words) expect(place.includes(word)).toBe(false)
    expect((await team.backup()).some((line) => line.includes('boxes'))).toBe(true)
  })

  it('is not for a phone that joins later; that one sees the referral and is told so', async () => {
    const { meet } = await referred()
    const second = await person('partner', 'clinic')
    await meet()
    await second.meet()
    expect(theReferral(second).fields).toMatchObject({ service: 'service-1', state: 'made' })
    expect(await second.referrals.passedOn(theReferral(second))).toBeUndefined()
  })
})

describe('A referral to an organisation', () => {
  it('shows it that referral, and of the person no more than was agreed', async () => {
    const { clinic } = await referred()
    expect(clinic.desk.records().map(({ type }) => type)).toEqual(['referral'])
    expect(Object.keys(theReferral(clinic).fields).sort()).toEqual(
      ['consent', 'due', 'met', 'provider', 'service', 'state', 'told'].sort()
    )
  })

  it('tells the team of each reading, once an hour, also of what was read without signal', async () => {
    const { mina, lead, clinic, meet } = await referred()
    clinic.phone.goOffline()
    for (const at of [NOW, NOW + 1_000, NOW + HOUR]) given(await clinic.referrals.open(theReferral(clinic), at))
    clinic.phone.comeBack()
    await meet()
    await lead.meet()
    for (const one of [mina, lead]) {
      expect(one.referrals.openingsOf(theReferral(one)).map(({ fields }) => fields['met'])).toEqual([
        '2026-11-23T22',
        '2026-11-23T21'
      ])
      expect(one.referrals.stateOf(theReferral(one))).toBe('opened')
    }
  })

  it('keeps the time people are expected at when another one is set by mistake and taken back', async () => {
    const { mina, clinic, meet } = await referred()
    const setTime = async (hour: string) =>
      given(await clinic.desk.stepReferral(theReferral(clinic), { to: 'appointment', appointment: hour }, HERE))
    await setTime('2026-11-25T12')
    const before = theReferral(clinic)
    await setTime('2026-11-25T18')
    given(await clinic.desk.settle(theReferral(clinic), stepBefore('appointment', before.fields)))
    await meet()
    for (const one of [clinic, mina]) {
      expect(theReferral(one).fields).toMatchObject({ state: 'appointment', appointment: '2026-11-25T12' })
      expect(theReferral(one).disputed).toEqual([])
    }
  })

  it('is accepted, asked about and answered on both sides, and neither takes a step that is the other’s', async () => {
    const { mina, clinic, meet } = await referred()
    const step = (one: Person, to: 'accepted' | 'withdrawn' | 'done' | 'closed') =>
      one.desk.stepReferral(theReferral(one), { to }, HERE)
    expect(await step(clinic, 'withdrawn')).toEqual({
      ok: false,
      refusal: { why: 'not_a_step', legal: nextSteps('made', 'partner') }
    })
    given(await step(clinic, 'accepted'))
    const asked = given(await clinic.referrals.ask(theReferral(clinic), 'come_today', NOW))
    await meet()
    const question = mina.desk.findRecord(asked)
    if (question === undefined) throw new Error('The question has not come')
    given(await mina.referrals.reply(question, 'yes'))
    await meet()
    expect(clinic.referrals.questionsOf(theReferral(clinic))[0]?.fields).toMatchObject({ reply: 'yes' })
    given(await step(clinic, 'done'))
    await meet()
    expect(theReferral(mina).fields['state']).toBe('done')
    expect(await step(clinic, 'closed')).toEqual({ ok: false, refusal: { why: 'not_a_step', legal: [] } })
    given(await step(mina, 'closed'))
  })

  it('comes back to the worker with what is asked and with the time, until the person knows of it', async () => {
    const { mina, lead, clinic, meet } = await referred()
    const hour = shiftHourAt(NOW)
    const waiting = (one: Person) => waitingForWorker(one.desk.records(), hour).map(({ why }) => why)
    const proposed = { to: 'appointment', appointment: shiftHourAt(NOW + 20 * HOUR) } as const
    const asked = given(await clinic.referrals.ask(theReferral(clinic), 'come_alone', NOW))
    given(await clinic.desk.stepReferral(theReferral(clinic), proposed, HERE))
    await meet()
    await lead.meet()
    for (const one of [mina, lead]) expect(waiting(one)).toEqual(['question'])
    const question = mina.desk.findRecord(asked)
    if (question === undefined) throw new Error('The question has not come')
    given(await mina.referrals.reply(question, 'yes'))
    expect(waiting(mina)).toEqual(['appointment'])
    given(await mina.referrals.noteTimeTold(theReferral(mina), proposed.appointment))
    await meet()
    await lead.meet()
    for (const one of [mina, lead]) expect(waiting(one)).toEqual([])
    expect(theReferral(clinic).fields).not.toHaveProperty('timeTold')
  })

  it('that was taken back on one side while it was accepted on the other waits for a person', async () => {
    const { mina, clinic, meet } = await referred()
    given(await mina.desk.stepReferral(theReferral(mina), { to: 'withdrawn' }, HERE))
    given(await clinic.desk.stepReferral(theReferral(clinic), { to: 'accepted' }, HERE))
    await meet()
    for (const one of [mina, clinic]) {
      expect(theReferral(one).disputed).toEqual(['state'])
      expect(theReferral(one).fields['state']).toBe('withdrawn')
      expect(await one.desk.stepReferral(theReferral(one), { to: 'done' }, HERE)).toEqual({
        ok: false,
        refusal: 'two_answers'
      })
    }
    given(await mina.desk.settle(theReferral(mina), { state: 'withdrawn' }))
    await meet()
    expect(theReferral(clinic).disputed).toEqual([])
  })

  it('that was taken back stays so for the team, whatever the partner’s phone says in its place', async () => {
    const { mina, clinic, meet } = await referred()
    given(await mina.desk.stepReferral(theReferral(mina), { to: 'withdrawn' }, HERE))
    given(await clinic.desk.stepReferral(theReferral(clinic), { to: 'accepted' }, HERE))
    await meet()
    given(await clinic.desk.settle(theReferral(clinic), { state: 'accepted' }))
    await meet()
    expect(theReferral(mina)).toMatchObject({ fields: { state: 'withdrawn' }, disputed: ['state'] })
  })
})
