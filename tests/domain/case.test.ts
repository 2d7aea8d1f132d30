// Where a case may go from where it stands, and that nobody in danger is closed away.
import { describe, expect, it } from 'vitest'
import { CASE_STATES, nextCaseSteps, takeCaseStep } from '#domain/records/case.ts'
import { FOLLOW_UP_STATES, takeFollowUpStep } from '#domain/records/follow-up.ts'

describe('A case', () => {
  it('takes the steps of its table and refuses every other, naming those it may take', () => {
    for (const from of CASE_STATES) {
      for (const to of CASE_STATES) {
        const step = takeCaseStep({ state: from }, to, 'helped')
        if (nextCaseSteps(from).includes(to)) expect(step.ok).toBe(true)
        else expect(step).toEqual({ ok: false, refusal: { why: 'not_a_step', legal: nextCaseSteps(from) } })
      }
    }
    expect(takeCaseStep({ state: 'closed' }, 'waiting')).toEqual({
      ok: false,
      refusal: { why: 'not_a_step', legal: ['open'] }
    })
  })

  it('is closed with an outcome only, and opened again with none', () => {
    expect(takeCaseStep({ state: 'open' }, 'closed')).toEqual({ ok: false, refusal: { why: 'outcome_missing' } })
    expect(takeCaseStep({ state: 'open' }, 'closed', 'left')).toEqual({
      ok: true,
      value: { state: 'closed', outcome: 'left' }
    })
    expect(takeCaseStep({ state: 'closed' }, 'open')).toEqual({ ok: true, value: { state: 'open' } })
  })

  it('is not closed while a child alone is nobody’s, whatever the outcome', () => {
    const fields = { state: 'open', alert_child_alone: 'open', alert_doctor_now: 'doctor_came' }
    expect(takeCaseStep(fields, 'closed', 'left')).toEqual({
      ok: false,
      refusal: { why: 'alert_open', alerts: ['child_alone'] }
    })
    expect(takeCaseStep({ ...fields, alert_child_alone: 'csw_informed' }, 'closed', 'handed_over').ok).toBe(true)
  })

  it('of a state that a newer phone wrote is open, so that somebody looks at it', () => {
    expect(takeCaseStep({ state: 'paused' }, 'waiting').ok).toBe(true)
  })
})

describe('A follow-up', () => {
  it('is done or dropped, and taken up again', () => {
    const legal = FOLLOW_UP_STATES.flatMap((from) =>
      FOLLOW_UP_STATES.filter((to) => takeFollowUpStep(from, to).ok).map((to) => `${from} ${to}`)
    )
    expect(legal).toEqual(['open done', 'open dropped', 'done open', 'dropped open'])
    expect(takeFollowUpStep('done', 'dropped')).toEqual({
      ok: false,
      refusal: { why: 'not_a_step', legal: ['open'] }
    })
  })
})
