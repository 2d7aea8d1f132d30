import { describe, expect, test } from 'vitest'
import { anonymiseArrival } from '#domain/anonymise.ts'
import type { SharedFields } from '#domain/code.ts'
import type { Answers } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { makeUpMonth } from '#domain/months/make-up-month.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import { dayPeriod, monthPeriod } from '#domain/review/period.ts'
import { reviewOf } from '#domain/review/review.ts'
import { fullestMorning, morningsIn } from '#domain/review/slept-out.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'
import type { Zone } from '#domain/codes/zones.ts'

const DAY = '2018-07-10'
const NOW = `${DAY}T22`

let made = 0
const aRecord = (type: RecordType, fields: SharedFields, id = `record-${(made += 1)}`): FieldRecord => ({
  type,
  id,
  author: 'phone-3',
  fields,
  disputed: []
})
const anArrival = (answers: Answers, hour = `${DAY}T20`, zone: Zone = 'parks') =>
  aRecord('arrival', anonymiseArrival(NEW_ARRIVAL, answers, { at: startOfHour(hour), zone }))
const today = (records: readonly FieldRecord[], notes: Record<string, SharedFields[]> = {}) =>
  reviewOf(records, dayPeriod(DAY), {
    now: NOW,
    notesOf: (id) => (notes[id] ?? []).map((fields, at) => ({ fields, at, author: 'phone-3' }))
  })

test('people are counted by hour and area, and groups by need and area', () => {
  const { hoursByZone, needsByZone } = today([
    anArrival({ men: 2, needs: ['medical'] }, `${DAY}T07`),
    anArrival({ men: 3, needs: ['medical', 'shoes'] }, `${DAY}T07`, 'bus_station'),
    anArrival({ women: 1, needs: ['shoes'] }, `${DAY}T20`, 'bus_station'),
    anArrival({ men: 9, needs: ['shoes'] }, '2018-07-09T20')
  ])
  expect(hoursByZone).toEqual({
    zones: ['bus_station', 'parks'],
    rows: [
      { code: '07', cells: [3, 2], total: 5 },
      { code: '20', cells: [1, 0], total: 1 }
    ]
  })
  expect(needsByZone.rows).toEqual([
    { code: 'medical', cells: [1, 1], total: 2 },
    { code: 'shoes', cells: [2, 0], total: 2 }
  ])
})

test('a month by hour and area adds up to everybody who came', () => {
  const published = PUBLISHED_MONTHS.find(({ month }) => month === '2018-07')
  const records = published
    ? makeUpMonth(published, createSeededRandom(1)).arrivals.map(({ answers, circumstances }) =>
        aRecord('arrival', anonymiseArrival(NEW_ARRIVAL, answers, circumstances))
      )
    : []
  const { hoursByZone } = reviewOf(records, monthPeriod('2018-07'), { now: NOW })
  expect(hoursByZone.rows.reduce((sum, { total }) => sum + total, 0)).toBe(1541)
})

describe('the way of referrals', () => {
  const aReferral = (id: string, state: string, more: SharedFields = {}) =>
    aRecord('referral', { met: `${DAY}T08`, arrival: 'a', due: 'now', state, ...more }, id)

  test('is told with the middle of the hours it took', () => {
    const records = [
      aReferral('one', 'done'),
      aReferral('two', 'accepted'),
      aReferral('three', 'made'),
      aReferral('four', 'declined'),
      aRecord('opening', { referral: 'one', met: `${DAY}T10` }),
      aRecord('opening', { referral: 'three', met: `${DAY}T18` }),
      aRecord('opening', { referral: 'three', met: `${DAY}T12` })
    ]
    const notes = {
      one: [
        { state: 'made', met: `${DAY}T08` },
        { state: 'accepted', stepAt: `${DAY}T11` },
        { state: 'done', stepAt: `${DAY}T21` }
      ],
      two: [
        { state: 'made', met: `${DAY}T08` },
        { state: 'accepted', stepAt: `${DAY}T13` }
      ]
    }
    expect(today(records, notes).funnel).toEqual([
      { step: 'made', referrals: 4 },
      { step: 'opened', referrals: 3, medianHours: 4 },
      { step: 'accepted', referrals: 2, medianHours: 5 },
      { step: 'done', referrals: 1, medianHours: 13 }
    ])
  })

  test('does not count a step that was taken back', () => {
    const notes = {
      one: [{ state: 'made', met: `${DAY}T08` }, { state: 'accepted', stepAt: `${DAY}T11` }, { state: 'made' }]
    }
    expect(today([aReferral('one', 'made')], notes).funnel.map(({ referrals }) => referrals)).toEqual([1, 0, 0, 0])
  })

  test('has nobody on it on a day without any', () => {
    expect(today([]).funnel.map(({ referrals }) => referrals)).toEqual([0, 0, 0, 0])
  })
})

test('needs nobody could meet are counted by case', () => {
  const aCase = (fields: SharedFields) => aRecord('case', { met: `${DAY}T09`, arrival: 'a', state: 'open', ...fields })
  const records = [
    aCase({ need_accommodation: 'unavailable', need_medical: 'given' }),
    aCase({ need_accommodation: 'unavailable', need_shoes: 'unavailable' })
  ]
  expect(today(records).unmet).toEqual([
    { need: 'accommodation', cases: 2 },
    { need: 'shoes', cases: 1 }
  ])
})

test('urgent groups age until somebody is asked to help', () => {
  const urgent = { men: 1, urgent: ['sick_or_hurt'] }
  const referred = anArrival(urgent, '2018-07-04T10')
  const records = [
    anArrival(urgent, '2018-07-10T10'),
    anArrival(urgent, '2018-07-08T10'),
    anArrival(urgent, '2018-07-02T10'),
    referred,
    aRecord('referral', { met: NOW, arrival: referred.id, due: 'now', state: 'made' })
  ]
  const { waiting } = reviewOf(records, monthPeriod('2018-07'), { now: NOW })
  expect(waiting.map(({ groups }) => groups)).toEqual([1, 1, 1])
})

describe('a need rises', () => {
  const withNeed = (day: string, count: number) =>
    Array.from({ length: count }, () => anArrival({ men: 1, needs: ['shoes'] }, `${day}T20`))

  test('when more ask for it this week than in the weeks before', () => {
    const records = [...withNeed(DAY, 8), ...withNeed('2018-07-01', 3), ...withNeed('2018-06-24', 2)]
    expect(today(records).rising).toEqual([{ need: 'shoes', groups: 8, usual: 1 }])
  })

  test('not while so few ask that it may be chance, nor when it was so before', () => {
    expect(today(withNeed(DAY, 4)).rising).toEqual([])
    const usual = ['2018-07-01', '2018-06-24', '2018-06-17', '2018-06-10'].flatMap((day) => withNeed(day, 8))
    expect(today([...withNeed(DAY, 8), ...usual]).rising).toEqual([])
  })
})

test('the fullest morning is told by areas that add up', () => {
  const aCount = (day: string, zone: Zone, men: number) =>
    aRecord('dawn_count', { met: `${day}T06`, zone, men, women: 0, children: 0, unseen: 0 })
  const records = [
    aCount('2018-07-02', 'parks', 20),
    aCount('2018-07-03', 'parks', 12),
    aCount('2018-07-03', 'railway', 11)
  ]
  const mornings = morningsIn(records, monthPeriod('2018-07'))
  expect(mornings.map(({ day, people }) => [day, people])).toEqual([
    ['2018-07-02', 20],
    ['2018-07-03', 23]
  ])
  expect(fullestMorning(mornings)?.rows.map(({ zone, people }) => [zone, people])).toEqual([
    ['parks', 12],
    ['railway', 11]
  ])
})

test('10,000 records are reviewed whole; how long it took is printed', () => {
  const many = PUBLISHED_MONTHS.flatMap((month, seed) => makeUpMonth(month, createSeededRandom(seed)).arrivals)
  const twice = [...many, ...many].slice(-10_000)
  const records = twice.map(({ answers, circumstances }) =>
    aRecord('arrival', anonymiseArrival(NEW_ARRIVAL, answers, circumstances))
  )
  const period = monthPeriod('2018-08')
  const times = [1, 2, 3].map(() => {
    const from = performance.now()
    const { newlyArrived } = reviewOf(records, period, { now: NOW })
    expect(newlyArrived.people).toBe(2 * 1794)
    return Math.round(performance.now() - from)
  })
  expect(records).toHaveLength(10_000)
  process.stdout.write(`A whole review of 10,000 records took ${times.join(', ')} ms\n`)
})
