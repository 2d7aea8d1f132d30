// Whom to call at which hour: numbers of the real directory, and none that is made up.
import { describe, expect, it } from 'vitest'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { createDirectory } from '#domain/directory/search.ts'
import { type Callee, whoToCall } from '#domain/directory/who-to-call.ts'
import { ALERT_CODES, alertOf, type Call } from '#domain/immediate-actions.ts'

const directory = createDirectory(BELGRADE)
const NIGHT = Date.parse('2026-11-28T02:00+01:00')
const numberOf = (callee: Callee): string => ('emergency' in callee ? callee.emergency : callee.phone.number)
const numbers = (...calls: Call[]) => whoToCall(calls, { directory, at: NIGHT, limit: 3 }).map(numberOf)

/** Every number that the directory knows of a service of today. */
const known = BELGRADE.flatMap((entry) => (entry.kind === 'place' ? [] : entry.phones.map(({ number }) => number)))

describe('Whom to call', () => {
  it('for a child alone is the guardianship authority, at night too', () => {
    const [first] = whoToCall(['guardianship'], { directory, at: NIGHT, limit: 1 })
    expect(first && 'row' in first && first.row.provider?.shortName).toBe('CSW')
  })

  it('in danger of life is the ambulance, and violence is for the police', () => {
    expect(numbers('194')).toEqual(['194'])
    expect(numbers('192')).toEqual(['192'])
  })

  it('about what is quiet is a specialist and no emergency number', () => {
    const specialists = numbers({ need: 'tip_support' })
    expect(specialists.length).toBeGreaterThan(0)
    expect(specialists.filter((number) => number.length <= 3)).toEqual([])
  })

  it('is for every alert in the directory, or an emergency number', () => {
    for (const alert of ALERT_CODES) {
      const found = numbers(...alertOf(alert).call)
      expect([alert, found.filter((number) => !['192', '194', ...known].includes(number))]).toEqual([alert, []])
    }
  })
})
