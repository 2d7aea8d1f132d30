// The life of a referral as one table: which steps are legal from where, who may take each, and until when the next is due.
import { describe, expect, test } from 'vitest'
import {
  dueAt,
  isOpen,
  nextSteps,
  REASONS,
  REFERRAL_STATES,
  type ReferralState,
  stateOfReferral,
  stepBefore,
  stepDueAt,
  takeStep
} from '#domain/records/referral.ts'

const HOUR = 3_600_000
const MADE = Date.UTC(2026, 10, 24, 10)
const SIDES = ['team', 'partner'] as const

test('A step that is taken back leaves the time and the reason of before, and a reading is no step to go back to', () => {
  expect(stepBefore('appointment', { state: 'appointment', appointment: '2026-11-26T12', due: 'soon' })).toEqual({
    state: 'appointment',
    appointment: '2026-11-26T12'
  })
  expect(stepBefore('accepted', { state: 'accepted' })).toEqual({ state: 'accepted' })
  expect(stepBefore('opened', { state: 'made' })).toEqual({ state: 'made' })
})

describe('A step', () => {
  const every = REFERRAL_STATES.flatMap((from) => REFERRAL_STATES.map((to) => ({ from, to })))

  test.each(every)(
    'from $from to $to is taken by whom the table names, and refused to everybody else with what they may do',
    ({ from, to }) => {
      for (const by of SIDES) {
        const taken = takeStep(from, { to, by, reason: 'full', appointment: '2026-11-26T12' })
        expect(taken.ok).toBe(nextSteps(from, by).includes(to))
        if (!taken.ok) expect(taken.refusal).toEqual({ why: 'not_a_step', legal: nextSteps(from, by) })
      }
    }
  )

  test('that the organisation takes is never one that belongs to the team or to the person', () => {
    const theirs = new Set(REFERRAL_STATES.flatMap((from) => nextSteps(from, 'partner')))
    expect([...theirs].sort()).toEqual(['accepted', 'appointment', 'declined', 'did_not_come', 'done', 'started'])
  })

  test('to "arrived" is the organisation’s, whoever has answered before: somebody may stand at the desk', () => {
    for (const state of ['made', 'received', 'opened'] as const) {
      expect(nextSteps(state, 'partner')).toContain('started')
      expect(nextSteps(state, 'team')).not.toContain('started')
    }
    for (const by of SIDES) expect(nextSteps('did_not_come', by)).toContain('started')
  })

  test('back is always open to the person until help was given or refused', () => {
    for (const state of REFERRAL_STATES) {
      expect([state, nextSteps(state, 'team').includes('withdrawn')]).toEqual([state, isOpen(state)])
    }
  })

  test('leads from sent to every other state, and from every open one to an end', () => {
    const reached = new Set<ReferralState>(['made'])
    for (const state of reached) for (const next of nextSteps(state)) reached.add(next)
    // An opening says it, not a step.
    expect(new Set([...reached, 'opened'])).toEqual(new Set(REFERRAL_STATES))
    for (const state of REFERRAL_STATES.filter(isOpen))
      expect(nextSteps(state).some((next) => !isOpen(next) || next !== state)).toBe(true)
  })

  test('to "not possible" needs a reason, and a time that is set needs its hour', () => {
    expect(takeStep('made', { to: 'declined', by: 'partner' })).toEqual({
      ok: false,
      refusal: { why: 'reason_missing' }
    })
    for (const reason of REASONS) {
      expect(takeStep('made', { to: 'declined', by: 'team', reason })).toEqual({
        ok: true,
        value: { state: 'declined', reason }
      })
    }
    expect(takeStep('accepted', { to: 'appointment', by: 'partner' })).toEqual({
      ok: false,
      refusal: { why: 'time_missing' }
    })
  })
})

describe('Where it stands', () => {
  test('is "read" once somebody has read it, until the next step', () => {
    expect(stateOfReferral({ state: 'made' }, true)).toBe('opened')
    expect(stateOfReferral({ state: 'received' }, true)).toBe('opened')
    expect(stateOfReferral({ state: 'accepted' }, true)).toBe('accepted')
    expect(stateOfReferral({ state: 'made' })).toBe('made')
  })

  test('is read as just made when a newer version wrote it', () => {
    expect(stateOfReferral({ state: 'handed_to_the_moon' })).toBe('made')
  })
})

describe('The next step', () => {
  test('is due from the making while an answer is waited for, from the last step while help is', () => {
    for (const state of ['made', 'received', 'opened'] as const) {
      expect(stepDueAt(state, 'soon', { madeAt: MADE, stepAt: MADE + HOUR })).toBe(dueAt('soon', MADE))
    }
    for (const state of ['accepted', 'accompanied', 'started', 'did_not_come'] as const) {
      expect(stepDueAt(state, 'now', { madeAt: MADE, stepAt: MADE + HOUR })).toBe(dueAt('now', MADE + HOUR))
      expect(stepDueAt(state, 'now', { madeAt: MADE })).toBe(dueAt('now', MADE))
    }
  })

  test('is due the day after an appointment', () => {
    const appointmentAt = MADE + 50 * HOUR
    expect(stepDueAt('appointment', 'weeks', { madeAt: MADE, appointmentAt })).toBe(appointmentAt + 24 * HOUR)
  })

  test('is due never once it has ended', () => {
    for (const state of ['declined', 'withdrawn', 'done', 'closed'] as const) {
      expect(stepDueAt(state, 'now', { madeAt: MADE })).toBeUndefined()
    }
  })
})
