// Who is in danger gets steps, somebody to call, and a lead who is told again until it is done.
import { describe, expect, it } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import {
  ALERT_CODES,
  type AlertCode,
  alertDueAt,
  alertFor,
  alertOf,
  alertsOfArrival,
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

const row = (code: AlertCode, arrival: SharedFields, isLead = false) => alertFor(code, { arrivals: [arrival], isLead })

describe('What was never so', () => {
  it('has an honest end, whichever alert it was; that a child is not alone is the lead’s to say', () => {
    for (const code of ALERT_CODES) expect(row(code, { boys: 1 }, true).closedBy).toContain('not_so')
    const withoutIt = ALERT_CODES.filter((code) => !row(code, { boys: 1 }).closedBy.includes('not_so'))
    expect(withoutIt).toEqual(['child_alone'])
  })
})

describe('Adults decide', () => {
  const CHILDREN = [{ boys: 1, women: 1 }, { girls: 1 }, { men: 1, urgent: ['child_alone'] }]

  it.each(['unsafe', 'confidential'] as const)('of %s, and for a child the duty to protect comes first', (code) => {
    expect(row(code, { women: 1 }).closedBy).toEqual(['specialist_told', 'person_declined', 'not_so'])
    expect(row(code, { women: 1 }).call).toEqual(alertOf(code).call)
    for (const arrival of CHILDREN) {
      expect(row(code, arrival).closedBy).toEqual(['specialist_told', 'csw_informed', 'not_so'])
      expect(row(code, arrival).call).toEqual(['guardianship', ...alertOf(code).call])
      expect(row(code, arrival).steps.filter((step) => step === 'child_csw')).toHaveLength(1)
    }
    expect(row(code, { girls: 1 }).steps).not.toContain('adult_decides')
    const joined = alertFor(code, { arrivals: [{ women: 1 }, { boys: 1 }], isLead: false })
    expect(joined.closedBy).not.toContain('person_declined')
  })

  it('whether they want a doctor; with children that may be for a child, so only the lead lets it rest', () => {
    const mayDecline = (arrival: SharedFields, isLead: boolean) =>
      row('doctor_now', arrival, isLead).closedBy.includes('person_declined')
    expect([true, false].map((isLead) => mayDecline({ men: 1 }, isLead))).toEqual([true, true])
    expect([true, false].map((isLead) => mayDecline({ men: 1, boys: 1 }, isLead))).toEqual([true, false])
    for (const alone of [{ boys: 1 }, { men: 1, girls: 1, alone: 'yes' }]) expect(mayDecline(alone, true)).toBe(false)
  })

  it('whether they want a roof; for a child without a parent nobody says no', () => {
    const mayDecline = (arrival: SharedFields) =>
      row('sleeping_out', arrival, true).closedBy.includes('person_declined')
    expect([{ men: 1 }, { men: 1, boys: 1 }].map(mayDecline)).toEqual([true, true])
    expect(mayDecline({ girls: 1, pregnant: 1, alone: 'yes' })).toBe(false)
  })

  it('and a child alone is the guardianship authority’s alone', () => {
    expect(row('child_alone', { boys: 1, alone: 'yes' }).closedBy).toEqual(['csw_informed'])
    expect(row('child_alone', { boys: 1, alone: 'yes' }).call).toEqual(['guardianship'])
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
