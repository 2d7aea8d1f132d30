// Going along: which steps are legal from where and for whom, what a step cannot be without, and what happened so far.
import { describe, expect, it } from 'vitest'
import {
  ACCOMPANIMENT_STATES,
  DESTINATIONS,
  isUnderWay,
  neededFor,
  nextAccompanimentSteps,
  takeAccompanimentStep
} from '#domain/records/accompaniment.ts'
import { type Noted, whatHappened } from '#domain/review/what-happened.ts'

const SAID = { place: 'new_belgrade', reason: 'unsaid', centre: '325500a4-b80a-4945-8619-b72ffb643865' } as const
const toRegister = (state: string) => ({ to: 'reg_accompany', state })

describe('Going along', () => {
  it('takes the steps of its table and refuses every other, naming those it may take', () => {
    for (const destination of DESTINATIONS) {
      for (const state of ACCOMPANIMENT_STATES) {
        for (const by of ['witness', 'team'] as const) {
          const legal = nextAccompanimentSteps({ to: destination, state }, by)
          for (const to of ACCOMPANIMENT_STATES) {
            const step = takeAccompanimentStep({ to: destination, state }, { to, ...SAID }, by)
            if (legal.includes(to)) expect(step).toMatchObject({ ok: true, value: { state: to } })
            else expect(step).toEqual({ ok: false, refusal: { why: 'not_a_step', legal } })
          }
        }
      }
    }
  })

  it('to the police gets no certificate before asylum was asked for, and may ask again after a no', () => {
    expect(nextAccompanimentSteps(toRegister('set_out'))).toEqual(['intention', 'refused', 'ended'])
    expect(nextAccompanimentSteps(toRegister('intention'))).toEqual(['waiting', 'certificate', 'refused', 'ended'])
    expect(nextAccompanimentSteps(toRegister('refused'))).toEqual(['intention', 'ended'])
    expect(nextAccompanimentSteps(toRegister('certificate'))).toEqual(['transport', 'arrived', 'ended'])
  })

  it('lets nobody note what they have not seen: the rest of the team hears where the people are', () => {
    expect(nextAccompanimentSteps(toRegister('intention'), 'team')).toEqual(['waiting', 'ended'])
    expect(takeAccompanimentStep(toRegister('waiting'), { to: 'certificate', centre: SAID.centre }, 'team')).toEqual({
      ok: false,
      refusal: { why: 'not_a_step', legal: ['ended'] }
    })
  })

  it('is refused where the place, the reason or the centre is missing, and says which', () => {
    expect(takeAccompanimentStep(toRegister('set_out'), { to: 'intention' }, 'witness')).toEqual({
      ok: false,
      refusal: { why: 'missing', what: 'place' }
    })
    expect(takeAccompanimentStep(toRegister('intention'), { to: 'certificate' }, 'witness')).toEqual({
      ok: false,
      refusal: { why: 'missing', what: 'centre' }
    })
    expect(takeAccompanimentStep({ to: 'medical', state: 'set_out' }, { to: 'refused' }, 'witness')).toEqual({
      ok: false,
      refusal: { why: 'missing', what: 'reason' }
    })
  })

  it('keeps of what was said only what belongs to the step', () => {
    expect(takeAccompanimentStep(toRegister('set_out'), { to: 'intention', ...SAID }, 'witness')).toEqual({
      ok: true,
      value: { state: 'intention', place: SAID.place }
    })
    expect(ACCOMPANIMENT_STATES.filter((state) => neededFor(state))).toEqual(['intention', 'refused', 'certificate'])
  })

  it('to a doctor or a shelter asks for no asylum and waits for no certificate', () => {
    const steps = ACCOMPANIMENT_STATES.flatMap((state) => nextAccompanimentSteps({ to: 'medical', state }))
    expect(steps).not.toContain('intention')
    expect(steps).not.toContain('certificate')
    expect(steps).toContain('arrived')
  })

  it('of a state that a newer phone wrote has only begun, so that somebody looks at it', () => {
    expect(isUnderWay(toRegister('flown'))).toBe(true)
    expect(isUnderWay(toRegister('arrived'))).toBe(false)
    expect(isUnderWay(toRegister('ended'))).toBe(false)
  })
})

describe('What happened so far', () => {
  const noted = (at: number, fields: Noted['fields']): Noted => ({ fields, at, author: '0a1b2c3d4e5f' })
  const begun = noted(1, { state: 'set_out', met: '2026-11-28T19', zone: 'parks' })
  const step = (at: number, state: string) => noted(at, { state, stepAt: '2026-11-28T19' })
  const states = (notes: readonly Noted[]) =>
    whatHappened(notes).map(({ at, fields }) => `${at} ${String(fields['state'])}`)

  it('is every step with its time, and nothing else that was changed', () => {
    expect(states([begun, noted(2, { owner: '0a1b2c3d4e5f' }), step(3, 'intention'), step(4, 'waiting')])).toEqual([
      '1 set_out',
      '3 intention',
      '4 waiting'
    ])
  })

  it('has no step that was taken back, though a second try at the police stays', () => {
    const back = noted(5, { state: 'intention', place: 'new_belgrade' })
    expect(states([begun, step(2, 'intention'), step(3, 'refused'), back])).toEqual(['1 set_out', '2 intention'])
    expect(states([begun, step(2, 'intention'), step(3, 'refused'), step(5, 'intention')])).toEqual([
      '1 set_out',
      '2 intention',
      '3 refused',
      '5 intention'
    ])
  })

  it('has once what two phones noted of the same moment', () => {
    expect(states([begun, step(2, 'intention'), step(3, 'intention')])).toEqual(['1 set_out', '2 intention'])
  })
})
