// Who is in danger gets steps, somebody to call, and a lead who is told again until it is done.
import { describe, expect, it } from 'vitest'
import {
  ALERT_CODES,
  alertDueAt,
  alertOf,
  alertsOfArrival,
  closingsOf,
  openAlerts,
  toldAgain
} from '#domain/immediate-actions.ts'
import { isPhrase } from '#domain/talk/phrases.ts'

const NOW = Date.parse('2026-11-28T19:00+01:00')
const minutes = (count: number) => NOW + count * 60_000

describe('An arrival', () => {
  it('of a child alone asks for the guardian’s authority first, flagged or not', () => {
    expect(alertsOfArrival({ boys: 1, alone: 'yes' })).toEqual(['child_alone'])
    expect(alertsOfArrival({ men: 1, urgent: ['child_alone', 'sick_or_hurt'] })).toEqual(['child_alone', 'doctor_now'])
    expect(alertOf('child_alone').closedBy).toEqual(['csw_informed'])
    expect(alertOf('child_alone').call).toEqual(['guardianship'])
  })

  it('of somebody at risk asks for the quiet list, which no screen names', () => {
    expect(alertsOfArrival({ women: 1, urgent: ['at_risk'] })).toEqual(['unsafe'])
    expect(alertOf('unsafe').isPrivate).toBe(true)
  })

  it('of somebody frail who sleeps outside asks for a bed today', () => {
    expect(alertsOfArrival({ women: 1, babies: 1, sleeping: 'rough' })).toEqual(['sleeping_out'])
    expect(alertsOfArrival({ men: 1, sleeping: 'rough' })).toEqual([])
    expect(alertsOfArrival({ women: 1, babies: 1, sleeping: 'centre' })).toEqual([])
  })
})

describe('The lead is told again', () => {
  it('after 15, 30 and 60 minutes of what is due at once', () => {
    const told = [0, 14, 15, 29, 30, 59, 60, 600].map((count) => toldAgain('child_alone', NOW, minutes(count)))
    expect(told).toEqual([0, 0, 15, 15, 30, 30, 60, 60])
  })

  it('of what has time once that time is over', () => {
    expect(alertDueAt('confidential', NOW)).toBe(minutes(180))
    expect(toldAgain('confidential', NOW, minutes(180))).toBe(0)
    expect(toldAgain('confidential', NOW, minutes(195))).toBe(15)
    expect(alertDueAt('sleeping_out', NOW)).toBe(Date.parse('2026-11-29T00:00+01:00'))
  })
})

it('What is open is read from the case, in the order of the table', () => {
  expect(openAlerts({ alert_unsafe: 'open', alert_child_alone: 'open', alert_doctor_now: 'doctor_came' })).toEqual([
    'child_alone',
    'unsafe'
  ])
})

describe('What was never so', () => {
  it('has an honest end, whichever alert it was; that a child is not alone is the lead’s to say', () => {
    for (const code of ALERT_CODES) expect(closingsOf(code, { isLead: true })).toContain('not_so')
    const ofWorker = ALERT_CODES.filter((code) => closingsOf(code, { isLead: false }).includes('not_so'))
    expect(ALERT_CODES.filter((code) => !ofWorker.includes(code))).toEqual(['child_alone'])
  })

  it('of an adult who wants no doctor is that they said no', () => {
    expect(closingsOf('doctor_now', { isLead: false })).toContain('person_declined')
  })
})

it('Every alert has steps, cards that exist, and an end', () => {
  for (const code of ALERT_CODES) {
    const { steps, say, closedBy } = alertOf(code)
    expect(steps.length).toBeGreaterThan(0)
    expect(closedBy.length).toBeGreaterThan(0)
    expect(say.filter((id) => !isPhrase(id))).toEqual([])
    expect(closedBy).not.toContain('open')
  }
})
