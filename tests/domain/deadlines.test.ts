// Until when, by the clock on the wall in Belgrade, also over the nights when it changes.
import { describe, expect, it } from 'vitest'
import { dayPlus, wallClockAt } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import { LEGAL_EVENTS } from '#domain/codes/case-codes.ts'
import { DEADLINE_CODES, type DeadlineCode, deadlineOf, deadlinesOf, untilOf } from '#domain/deadlines.ts'

const HOURS_72 = { hours: 72 } as const

/** `2026-03-31 14:20` on the wall in Belgrade. */
const onTheWall = (at: number): string => {
  const { day, minutes } = wallClockAt(at)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
const until = (from: string) => untilOf(Date.parse(from), HOURS_72)

describe('72 hours', () => {
  it('end at the same time three days later, over a weekend too', () => {
    expect(onTheWall(until('2026-11-26T14:20+01:00'))).toBe('2026-11-29 14:20')
    expect(onTheWall(until('2026-07-03T00:05+02:00'))).toBe('2026-07-06 00:05')
  })

  it('over the night that is an hour short end when the wall says the same again', () => {
    const from = '2026-03-28T14:20+01:00'
    expect(onTheWall(until(from))).toBe('2026-03-31 14:20')
    expect(until(from) - Date.parse(from)).toBe(71 * 3_600_000)
  })

  it('over the night that is an hour long end after 72 hours', () => {
    const from = '2026-10-24T14:20+02:00'
    expect(onTheWall(until(from))).toBe('2026-10-27 13:20')
    expect(until(from) - Date.parse(from)).toBe(72 * 3_600_000)
  })

  it('are never told later than either way of counting', () => {
    const begin = Date.parse('2026-01-01T00:30Z')
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const from = begin + hour * 3_600_000
      const end = untilOf(from, HOURS_72)
      expect(end - from).toBeLessThanOrEqual(72 * 3_600_000)
      expect(end - from).toBeGreaterThanOrEqual(71 * 3_600_000)
      // One night in March the wall has no 02:30, and says 03:30 instead.
      const [day, time] = onTheWall(from).split(' ') as [string, string]
      const told = onTheWall(end)
      if (!time.startsWith('02')) expect(told <= `${dayPlus(day, 3)} ${time}`).toBe(true)
    }
  })
})

describe('Days and months', () => {
  it('end with their last day, on the day the clock changes as well', () => {
    expect(onTheWall(untilOf(Date.parse('2026-10-17T23:30+02:00'), { days: 8 }) - 1)).toBe('2026-10-25 23:59')
    expect(onTheWall(untilOf(Date.parse('2026-03-21T08:00+01:00'), { days: 8 }) - 1)).toBe('2026-03-29 23:59')
  })

  it('end on the last day of a month that is too short', () => {
    expect(onTheWall(untilOf(Date.parse('2026-11-30T10:00+01:00'), { months: 3 }) - 1)).toBe('2027-02-28 23:59')
  })
})

describe('The deadlines of a case', () => {
  const now = Date.parse('2026-11-28T10:00+01:00')
  const codes = (fields: SharedFields) => deadlinesOf(fields, now).map(({ code }) => code)
  const only = (fields: SharedFields, code: DeadlineCode, exact = {}) =>
    deadlinesOf(fields, now, exact).find((deadline) => deadline.code === code)

  it('run from what was noted, the nearest first', () => {
    expect(codes({})).toEqual([])
    expect(codes({ since_certificate: '2026-11-26T14' })).toEqual([
      'report_to_centre',
      'lodge_with_office',
      'self_lodge'
    ])
    expect(codes({ since_csw_informed: '2026-11-26T14' })).toEqual([
      'temp_accommodation_child',
      'guardianship_decision'
    ])
  })

  it('count to the minute on the phone that knows it, elsewhere from the beginning of the hour', () => {
    const fields = { since_certificate: '2026-11-26T14' }
    const exact = { certificate: Date.parse('2026-11-26T14:20+01:00') }
    const [told, heard] = [only(fields, 'report_to_centre', exact), only(fields, 'report_to_centre')]
    expect([told, heard].map((one) => one && onTheWall(one.until))).toEqual(['2026-11-29 14:20', '2026-11-29 14:00'])
    expect(told).toMatchObject({ day: '2026-11-29', hasTime: true, isPast: false })
  })

  it('count from the earlier of two papers also on the phone that knows the later to the minute', () => {
    const fields = { since_certificate: '2026-11-26T10' }
    const exact = { certificate: Date.parse('2026-11-26T14:20+01:00') }
    expect(onTheWall(only(fields, 'report_to_centre', exact)?.until ?? 0)).toBe('2026-11-29 10:00')
  })

  it('of 15 and 23 days stand on their day, and have passed only after it', () => {
    const fields = { since_certificate: '2026-11-13T09' }
    expect(only(fields, 'lodge_with_office')).toMatchObject({ day: '2026-11-28', hasTime: false, isPast: false })
    expect(only(fields, 'self_lodge')).toMatchObject({ day: '2026-12-06' })
    expect(only(fields, 'report_to_centre')).toMatchObject({ isPast: true })
  })

  it('of the guardian run only while the centre for social work was informed', () => {
    for (const said of ['open', 'not_so'])
      expect(codes({ since_csw_informed: '2026-11-26T14', alert_child_alone: said })).toEqual([])
  })

  it('to come to the centre ends there, and those to apply for asylum with the application', () => {
    const certificate = { since_certificate: '2026-11-10T10' }
    expect(codes({ ...certificate, since_reported: '2026-11-11T09' })).toEqual(['lodge_with_office', 'self_lodge'])
    // The day alone was noted, which is the day of the certificate.
    expect(codes({ ...certificate, since_reported: '2026-11-10T00' })).toEqual(['lodge_with_office', 'self_lodge'])
    expect(codes({ ...certificate, since_lodged: '2026-11-15T00' })).toEqual(['decision_regular', 'work_right'])
    expect(codes({ ...certificate, since_lodged_accelerated: '2026-11-15T00' })).toEqual(['decision_accelerated'])
    expect(codes({ ...certificate, since_lodged_border: '2026-11-15T00' })).toEqual(['decision_border'])
  })

  it('of the authority end with its answer, of whichever kind, and those of the appeal with the answer to that', () => {
    const lodged = { since_lodged: '2026-09-01T00' }
    expect(codes({ ...lodged, since_refused_accelerated: '2026-11-20T00' })).toEqual([
      'appeal_accelerated',
      'work_right'
    ])
    expect(codes({ since_lodged_border: '2026-11-10T00', since_refused_border: '2026-11-26T00' })).toEqual([
      'appeal_border'
    ])
    expect(codes({ since_refused: '2026-11-10T00', since_appeal_refused: '2026-11-26T00' })).toEqual(['court_regular'])
    // Nobody noted the application, but without one nobody is refused.
    expect(codes({ since_certificate: '2026-11-10T10', since_refused: '2026-11-26T00' })).toEqual(['appeal_regular'])
  })

  it('of the authority, of an appeal and of the court end with protection, and with it the wait until they may work', () => {
    const granted = { since_granted: '2026-11-20T00' }
    for (const lodged of ['lodged', 'lodged_accelerated', 'lodged_border'])
      expect(codes({ since_certificate: '2026-11-01T10', [`since_${lodged}`]: '2026-11-10T00', ...granted })).toEqual(
        []
      )
    for (const no of ['refused', 'refused_accelerated', 'refused_border', 'appeal_refused'])
      expect(codes({ [`since_${no}`]: '2026-11-10T00', ...granted })).toEqual([])
    expect(codes({ since_held: '2026-11-19T00', ...granted })).toEqual(['detention_challenge'])
    // It was given and then taken away: against that they can appeal again.
    expect(codes({ since_refused: '2026-11-26T00', ...granted })).toEqual(['appeal_regular'])
  })

  it('of an appeal end once it is made, in each of the three procedures, and run again after another no', () => {
    for (const [no, clock] of [
      ['refused', 'appeal_regular'],
      ['refused_accelerated', 'appeal_accelerated'],
      ['refused_border', 'appeal_border']
    ] as const) {
      const said = { [`since_${no}`]: '2026-11-24T00' }
      expect(codes(said)).toEqual([clock])
      expect(codes({ ...said, since_appealed: '2026-11-24T00' })).toEqual([])
      expect(codes({ ...said, since_appealed: '2026-11-27T00' })).toEqual([])
      expect(codes({ ...said, since_appealed: '2026-11-23T00' })).toEqual([clock])
      expect(codes({ ...said, since_appealed: 'taken_back' })).toEqual([clock])
    }
    // Nobody noted the no, but without one nobody appeals.
    expect(codes({ since_lodged: '2026-11-01T00', since_appealed: '2026-11-24T00' })).toEqual(['work_right'])
    expect(codes({ since_certificate: '2026-11-10T10', since_appealed: '2026-11-24T00' })).toEqual([])
  })

  it('to go to court ends there, and to appeal against being held with the appeal or with being free again', () => {
    const no = {
      since_refused: '2026-11-02T00',
      since_appealed: '2026-11-05T00',
      since_appeal_refused: '2026-11-20T00'
    }
    expect(codes(no)).toEqual(['court_regular'])
    expect(codes({ ...no, since_court: '2026-11-25T00' })).toEqual([])
    const held = { since_held: '2026-11-24T00' }
    expect(codes(held)).toEqual(['detention_challenge'])
    expect(codes({ ...held, since_appealed: '2026-11-25T00', since_court: '2026-11-25T00' })).toEqual([
      'detention_challenge'
    ])
    for (const end of ['challenged', 'released'])
      expect(codes({ ...held, [`since_${end}`]: '2026-11-25T00' })).toEqual([])
  })

  it('run on where the end belongs to an earlier paper, or was noted by mistake and taken back', () => {
    const earlier = { since_reported: '2026-11-01T09', since_lodged: 'taken_back' }
    expect(codes({ since_certificate: '2026-11-26T14', ...earlier })).toEqual([
      'report_to_centre',
      'lodge_with_office',
      'self_lodge'
    ])
  })

  it('leave out an hour nobody can read', () => {
    expect(codes({ since_certificate: 'yesterday' })).toEqual([])
  })
})

it('Whatever somebody has to do in time has an end that can be noted', () => {
  const endless = DEADLINE_CODES.filter((code) => (deadlineOf(code).endedBy ?? []).length === 0)
  // What the guardianship authority does is noted of the need, not of the law.
  expect(endless).toEqual(['temp_accommodation_child', 'guardianship_decision'])
  for (const code of DEADLINE_CODES)
    for (const end of deadlineOf(code).endedBy ?? []) expect(LEGAL_EVENTS).toContain(end)
})

it('Every rule counts from an event of the list, and says what to do when it is missed', () => {
  for (const code of DEADLINE_CODES) {
    const { since, endedBy = [], whose, missed } = deadlineOf(code)
    expect(LEGAL_EVENTS).toContain(since)
    expect(endedBy).not.toContain(since)
    expect([code, missed !== undefined]).toEqual([code, whose !== 'right'])
  }
  // What no source showed in the text of the law is never said as certain.
  expect(DEADLINE_CODES.filter((code) => deadlineOf(code).confidence === 'verify')).toEqual([
    'appeal_regular',
    'court_regular',
    'temp_accommodation_child',
    'guardianship_decision'
  ])
})
