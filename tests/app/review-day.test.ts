import { expect, test } from 'vitest'
import { missingOf } from '#app/screens/review/missing-records.ts'
import { periodOf, readChoice } from '#app/screens/review/review-period.ts'

const TODAY = '2018-07-20'
const chosen = (address: string) => readChoice(new URLSearchParams(address), TODAY)

test.each([
  ['today when it says nothing', '', { day: TODAY }],
  ['a day', 'day=2018-07-03', { day: '2018-07-03' }],
  ['a month', 'month=2018-07', { month: '2018-07' }],
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
