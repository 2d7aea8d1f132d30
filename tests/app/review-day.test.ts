import { expect, test } from 'vitest'
import { missingOf } from '#app/screens/review/missing-records.ts'
import { choiceOf, periodOf, readChoice, SPANS, startOf } from '#app/screens/review/review-period.ts'
import { periodAfter, periodBefore } from '#domain/review/period.ts'

const TODAY = '2018-07-20'
const chosen = (address: string) => readChoice(new URLSearchParams(address), TODAY)

test.each([
  ['today when it says nothing', '', { day: TODAY }],
  ['a day', 'day=2018-07-03', { day: '2018-07-03' }],
  ['a month', 'month=2018-07', { month: '2018-07' }],
  ['a shift', 'shift=2018-07-03T23', { shift: '2018-07-03T23' }],
  ['a week', 'week=2018-07-03', { week: '2018-07-03' }],
  ['today for an hour the clock does not have', 'shift=2018-07-03T24', { day: TODAY }],
  ['today for a day the calendar does not have', 'day=2018-02-31', { day: TODAY }],
  ['today for a month the calendar does not have', 'month=2018-13', { day: TODAY }],
  ['today for what is no date', 'day=soon', { day: TODAY }]
])('the address of a review gives %s', (_, address, choice) => {
  expect(chosen(address)).toEqual(choice)
})

test('a month runs from its first day to its last', () => {
  expect(periodOf(chosen('month=2018-02'))).toEqual({ from: '2018-02-01', to: '2018-02-28' })
  expect(periodOf(chosen(''))).toEqual({ from: TODAY, to: TODAY })
})

test('a week runs from Monday to Sunday, and a shift of the night into the next day', () => {
  expect(periodOf(chosen('week=2018-07-04'))).toEqual({ from: '2018-07-02', to: '2018-07-08' })
  expect(periodOf(chosen('shift=2018-07-04T01'))).toEqual(periodOf(chosen('shift=2018-07-03T22')))
})

test.each(SPANS)('one %s after the other leads back to where it began', (span) => {
  const period = periodOf(choiceOf(span, '2018-07-03T20'))
  const before = periodOf(choiceOf(span, startOf(periodBefore(period))))
  expect(periodOf(choiceOf(span, startOf(periodAfter(before))))).toEqual(period)
})

test('records that never came are counted with both ends of every gap', () => {
  expect(
    missingOf({
      missing: [
        [41, 43],
        [57, 57]
      ]
    })
  ).toBe(4)
  expect(missingOf({ missing: [] })).toBe(0)
})
