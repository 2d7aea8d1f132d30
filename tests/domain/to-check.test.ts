import { expect, test } from 'vitest'
import { anonymiseArrival } from '#domain/anonymise.ts'
import type { SharedFields } from '#domain/code.ts'
import type { Answers } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { startOfHour } from '#domain/hour-start.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { isImpossible } from '#domain/review/needs-a-look.ts'
import { dayPeriod } from '#domain/review/period.ts'
import { reviewOf } from '#domain/review/review.ts'
import { likelySame } from '#domain/same-people/likely-same.ts'

const DAY = '2018-07-10'

const FAMILY: Answers = { men: 1, women: 1, boys: 2, language: 'fa', country: 'AF' }

const anArrival = (id: string, answers: Answers, { author = 'phone-3', hour = `${DAY}T20` } = {}): FieldRecord => ({
  type: 'arrival',
  id,
  author,
  fields: anonymiseArrival(NEW_ARRIVAL, answers, { at: startOfHour(hour), zone: 'parks' }),
  disputed: []
})

const said = (one: string, other: string, answer: string): FieldRecord => ({
  type: 'sameness',
  id: `said ${one} ${other}`,
  author: 'phone-3',
  fields: { one, other, answer, met: `${DAY}T21`, zone: 'parks' },
  disputed: []
})

const likely = (records: readonly FieldRecord[]) => likelySame(records, dayPeriod(DAY))

test('the same family logged by two phones within two hours is asked about once', () => {
  const records = [
    anArrival('b', FAMILY, { author: 'phone-7', hour: `${DAY}T21` }),
    anArrival('a', FAMILY),
    anArrival('c', FAMILY, { author: 'phone-9', hour: `${DAY}T12` }),
    anArrival('d', { men: 4, language: 'ar' }, { author: 'phone-9' })
  ]
  expect(likely(records)).toEqual([{ one: 'a', other: 'b' }])
})

test('over midnight too, where the later of the two was met in the period', () => {
  const records = [
    anArrival('a', FAMILY, { hour: '2018-07-09T23' }),
    anArrival('b', FAMILY, { author: 'phone-7', hour: `${DAY}T00` })
  ]
  expect(likely(records)).toEqual([{ one: 'a', other: 'b' }])
  expect(likelySame(records, dayPeriod('2018-07-09'))).toEqual([])
})

test('with the same card it is asked about a week apart', () => {
  const card = (arrival: string, hour: string): FieldRecord => ({
    type: 'card_given',
    id: `card ${arrival}`,
    author: 'phone-3',
    fields: { card: 'hash', arrival, met: hour, until: '2018-08-01' },
    disputed: []
  })
  const records = [
    anArrival('a', FAMILY, { hour: '2018-07-03T10' }),
    anArrival('b', FAMILY, { author: 'phone-7' }),
    card('a', '2018-07-03T10'),
    card('b', `${DAY}T20`)
  ]
  expect(likely(records)).toEqual([{ one: 'a', other: 'b' }])
})

test.each(['same', 'apart'])('what somebody answered with %s is not asked again', (answer) => {
  const records = [anArrival('a', FAMILY), anArrival('b', FAMILY, { author: 'phone-7' })]
  expect(likely([...records, said('a', 'b', answer)])).toEqual([])
})

test('numbers that cannot all be right are shown to the lead', () => {
  const records = [
    anArrival('fine', { ...FAMILY, babies: 1, pregnant: 1 }),
    anArrival('one of the boys alone', { ...FAMILY, urgent: ['child_alone'] }),
    anArrival('pregnant', { men: 2, pregnant: 1 }),
    anArrival('tomorrow', FAMILY, { hour: '2018-07-10T23' })
  ]
  const { toCheck } = reviewOf(records, dayPeriod(DAY), { now: `${DAY}T22` })
  expect(toCheck.impossible).toEqual(['pregnant', 'tomorrow'])
})

test.each<[string, SharedFields]>([
  ['nobody', { men: 0 }],
  ['more children alone than children', { boys: 1, childrenAlone: 2 }],
  ['a child alone and no child', { men: 1, urgent: ['child_alone'] }],
  ['more babies than children', { women: 1, babies: 1 }],
  ['more older people than adults', { boys: 1, older: 1 }],
  ['more disabled people than people', { men: 1, disabled: 2 }]
])('%s cannot be right', (_, fields) => {
  expect(isImpossible(fields)).toBe(true)
})
