// A time as it is read off a paper and typed on any keyboard.
import { describe, expect, it } from 'vitest'
import { dueIn } from '#domain/records/follow-up.ts'
import { momentOf, readPast, readTime } from '#domain/wall-time.ts'

describe('A time', () => {
  it.each([
    ['14:20', 860],
    ['14.20', 860],
    ['1420', 860],
    [' 9:05 ', 545],
    ['00:00', 0],
    ['٠٩:٠٥', 545],
    ['۱۴:۲۰', 860],
    ['১৪:২০', 860]
  ])('typed as %s is understood', (text, minutes) => {
    expect(readTime(text)).toBe(minutes)
  })

  it.each(['', '14', '24:00', '14:60', 'noon', '14:2', '4 pm'])('typed as %j is none', (text) => {
    expect(readTime(text)).toBeUndefined()
  })

  it('on a day is a moment in Belgrade, in summer and in winter', () => {
    expect(momentOf('2026-11-26', 860)).toBe(Date.parse('2026-11-26T14:20+01:00'))
    expect(momentOf('2026-07-03', 860)).toBe(Date.parse('2026-07-03T14:20+02:00'))
  })

  it('of what has happened is no time to come, not by a minute, whichever day is said', () => {
    const now = Date.parse('2026-11-26T14:20+01:00')
    expect(readPast('2026-11-26', '14:20', now)).toEqual({ ok: true, value: now })
    expect(readPast('2026-11-25', '23:59', now)).toEqual({ ok: true, value: Date.parse('2026-11-25T23:59+01:00') })
    expect(readPast('2026-11-26', '14:21', now)).toEqual({ ok: false, refusal: 'future' })
    expect(readPast('2026-11-27', '00:00', now)).toEqual({ ok: false, refusal: 'future' })
    expect(readPast('2026-11-26', 'noon', now)).toEqual({ ok: false, refusal: 'badTime' })
  })
})

it('Tomorrow is the same hour on the wall, also when the clock changes in between', () => {
  const saturday = Date.parse('2026-10-24T18:40+02:00')
  expect(dueIn('tomorrow', saturday)).toBe(Date.parse('2026-10-25T18:00+01:00'))
  expect(dueIn('hours2', saturday)).toBe(Date.parse('2026-10-24T20:40+02:00'))
  expect(dueIn('week', saturday)).toBe(Date.parse('2026-10-31T18:00+01:00'))
})
