// Opening times on the Belgrade wall clock.
import { describe, expect, test } from 'vitest'
import type { Schedule } from '#domain/directory/directory.ts'
import { openingAt } from '#domain/directory/opening.ts'

const EVERY_DAY: Schedule['byday'] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const WORKDAYS: Schedule['byday'] = ['MO', 'TU', 'WE', 'TH', 'FR']
const office: Schedule[] = [{ byday: WORKDAYS, opensAt: '09:00', closesAt: '17:00' }]

/** Belgrade time written with its offset: +02:00 in summer. */
const at = (iso: string) => Date.parse(iso)

describe('an office, Monday to Friday from 9 to 17', () => {
  test('is open from the first minute until the last', () => {
    expect(openingAt(office, at('2026-11-23T09:00+01:00'))).toEqual({ state: 'open', closesAt: '17:00' })
    expect(openingAt(office, at('2026-11-23T16:59+01:00'))).toEqual({ state: 'open', closesAt: '17:00' })
  })

  test('is closed from five o’clock on and says when it opens', () => {
    expect(openingAt(office, at('2026-11-23T17:00+01:00'))).toEqual({
      state: 'closed',
      opensAt: { day: '2026-11-24', time: '09:00' }
    })
    expect(openingAt(office, at('2026-11-23T06:30+01:00'))).toEqual({
      state: 'closed',
      opensAt: { day: '2026-11-23', time: '09:00' }
    })
  })

  test('skips the weekend, over the end of a month', () => {
    expect(openingAt(office, at('2026-10-30T18:00+01:00'))).toEqual({
      state: 'closed',
      opensAt: { day: '2026-11-02', time: '09:00' }
    })
  })
})

describe('a doctor who works nights and whole weekends', () => {
  const night: Schedule[] = [
    { byday: WORKDAYS, opensAt: '18:00', closesAt: '09:00' },
    { byday: ['SA', 'SU'], opensAt: '00:00', closesAt: '24:00' }
  ]

  test('is open after midnight, in the hours of the evening before', () => {
    expect(openingAt(night, at('2016-07-06T02:00+02:00'))).toEqual({ state: 'open', closesAt: '09:00' })
    expect(openingAt(night, at('2016-07-05T22:00+02:00'))).toEqual({ state: 'open', closesAt: '09:00' })
  })

  test('is closed by day', () => {
    expect(openingAt(night, at('2016-07-06T12:00+02:00'))).toEqual({
      state: 'closed',
      opensAt: { day: '2016-07-06', time: '18:00' }
    })
  })

  test('names no closing time while the next one is more than a day off', () => {
    expect(openingAt(night, at('2016-07-08T20:00+02:00'))).toEqual({ state: 'open' })
    expect(openingAt(night, at('2016-07-10T12:00+02:00'))).toEqual({ state: 'open', closesAt: '24:00' })
  })

  test('is closed on Monday before its first evening', () => {
    expect(openingAt(night, at('2016-07-11T00:00+02:00'))).toEqual({
      state: 'closed',
      opensAt: { day: '2016-07-11', time: '18:00' }
    })
  })
})

test('a Saturday night reaches into Sunday, over the end of the week', () => {
  const saturday: Schedule[] = [{ byday: ['SA'], opensAt: '20:00', closesAt: '04:00' }]
  expect(openingAt(saturday, at('2026-11-22T03:59+01:00'))).toEqual({ state: 'open', closesAt: '04:00' })
  expect(openingAt(saturday, at('2026-11-22T04:00+01:00'))).toEqual({
    state: 'closed',
    opensAt: { day: '2026-11-28', time: '20:00' }
  })
})

test('day and night is open at every hour and never closes', () => {
  const always: Schedule[] = [{ byday: EVERY_DAY, opensAt: '00:00', closesAt: '24:00' }]
  for (const moment of ['2026-11-22T00:00+01:00', '2026-11-25T23:59+01:00', '2026-03-29T03:00+02:00']) {
    expect(openingAt(always, at(moment))).toEqual({ state: 'open' })
  }
})

test('a break at noon is a break', () => {
  const split: Schedule[] = [
    { byday: EVERY_DAY, opensAt: '08:00', closesAt: '12:00' },
    { byday: EVERY_DAY, opensAt: '13:00', closesAt: '20:00' }
  ]
  expect(openingAt(split, at('2026-11-23T11:00+01:00'))).toEqual({ state: 'open', closesAt: '12:00' })
  expect(openingAt(split, at('2026-11-23T12:30+01:00'))).toMatchObject({ opensAt: { time: '13:00' } })
})

describe('when the clocks change', () => {
  const early: Schedule[] = [{ byday: EVERY_DAY, opensAt: '07:30', closesAt: '21:00' }]

  test('opens by the wall clock on the day that is an hour short', () => {
    expect(openingAt(early, at('2026-03-29T05:29Z'))).toMatchObject({ state: 'closed', opensAt: { time: '07:30' } })
    expect(openingAt(early, at('2026-03-29T05:30Z'))).toEqual({ state: 'open', closesAt: '21:00' })
  })

  test('opens by the wall clock on the day that is an hour long', () => {
    expect(openingAt(early, at('2026-10-25T06:29Z'))).toMatchObject({ state: 'closed' })
    expect(openingAt(early, at('2026-10-25T06:30Z'))).toEqual({ state: 'open', closesAt: '21:00' })
  })

  test('the same moment of the day is an hour apart in winter and summer', () => {
    expect(openingAt(early, at('2026-07-01T05:45Z'))).toMatchObject({ state: 'open' })
    expect(openingAt(early, at('2026-12-01T05:45Z'))).toMatchObject({ state: 'closed' })
  })
})

test('hours nobody has said are unknown, not closed', () => {
  expect(openingAt('unknown', at('2026-11-23T12:00+01:00'))).toEqual({ state: 'unknown' })
})
