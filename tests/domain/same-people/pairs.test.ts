// What several phones said of the same arrivals, and what totals make of it: never fewer people than somebody saw.
import { describe, expect, it } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import { dayPeriod } from '#domain/review/period.ts'
import { reviewOf } from '#domain/review/review.ts'
import { pairsIn } from '#domain/same-people/pairs.ts'

let made = 0
const record = (type: RecordType, fields: SharedFields, more: Partial<FieldRecord> = {}): FieldRecord => ({
  type,
  id: `record-${(made += 1)}`,
  author: 'phone-3',
  fields: { met: '2026-11-23T21', zone: 'parks', ...fields },
  disputed: [],
  ...more
})
const said = (one: string, other: string, answer: 'same' | 'apart') => record('sameness', { one, other, answer })
const man = (id: string, fields: SharedFields = {}) => record('arrival', { men: 1, country: 'AF', ...fields }, { id })
const states = (records: readonly FieldRecord[]) => pairsIn(records).map(({ state }) => state)
const review = (records: readonly FieldRecord[]) => reviewOf(records, dayPeriod('2026-11-23'), { now: '2026-11-23T23' })
const people = (records: readonly FieldRecord[]) => review(records).newlyArrived.people

describe('Two arrivals', () => {
  it('that were joined count once, and again apart when it is taken back', () => {
    const [a, b] = [man('a'), man('b')]
    expect(people([a, b])).toBe(2)
    expect(people([a, b, said('a', 'b', 'same')])).toBe(1)
    expect(people([a, b, said('a', 'b', 'apart')])).toBe(2)
    expect(
      people([a, b, { ...said('a', 'b', 'same'), fields: { one: 'a', other: 'b', answer: 'same', removed: 1 } }])
    ).toBe(2)
  })

  it('joined by two phones, each from its own side, are one pair and count once', () => {
    const crossing = [man('a'), man('b'), said('a', 'b', 'same'), said('b', 'a', 'same')]
    expect(states(crossing)).toEqual(['joined'])
    expect(people(crossing)).toBe(1)
  })

  it('joined by one and held apart by another are contested, and both count until somebody chooses', () => {
    const crossing = [man('a'), man('b'), said('a', 'b', 'same'), said('b', 'a', 'apart')]
    expect(states(crossing)).toEqual(['contested'])
    expect(people(crossing)).toBe(2)
    expect(states([{ ...said('a', 'b', 'apart'), disputed: ['answer'] }])).toEqual(['contested'])
  })

  it('count once when the other is removed, or not on this phone, or is itself', () => {
    expect(people([man('a'), said('a', 'b', 'same')])).toBe(1)
    expect(people([man('a'), said('a', 'a', 'same')])).toBe(1)
  })

  it('lose no danger, need or service that only one of the records notes, and no child', () => {
    const records = [
      man('a', { given: ['info'], met: '2026-11-23T20' }),
      record('arrival', { boys: 1, given: ['food_water'], needs: ['medical'], urgent: ['child_alone'] }, { id: 'b' }),
      said('a', 'b', 'same')
    ]
    const { newlyArrived, given, needs, urgent } = review(records)
    expect(newlyArrived.byKind.filter(({ people: counted }) => counted > 0).map(({ code }) => code)).toEqual(['boys'])
    expect(given.map(({ code }) => code).toSorted((x, y) => (x < y ? -1 : 1))).toEqual(['food_water', 'info'])
    expect(needs.map(({ code }) => code)).toEqual(['medical'])
    expect(urgent.map(({ id }) => id)).toEqual(['b'])
  })
})

describe('Three arrivals', () => {
  const three = ['a', 'b', 'c'].map((id) => man(id))

  it('joined in a row are one group', () => {
    expect(people([...three, said('a', 'b', 'same'), said('b', 'c', 'same')])).toBe(1)
  })

  it('joined in a row of which two are not the same are contested all round', () => {
    const circle = [...three, said('a', 'b', 'same'), said('c', 'b', 'same'), said('a', 'c', 'apart')]
    expect(states(circle)).toEqual(['contested', 'contested', 'contested'])
    expect(people(circle)).toBe(3)
  })
})

it('joined over midnight, people count on the day they were first met', () => {
  const records = [man('a', { met: '2026-11-22T23' }), man('b', { met: '2026-11-23T00' }), said('a', 'b', 'same')]
  expect(people(records)).toBe(0)
  expect(reviewOf(records, dayPeriod('2026-11-22'), { now: '2026-11-23T23' }).newlyArrived.people).toBe(1)
})
