// What speaks for two arrivals being the same people, and what against it: one test a rule.
import { describe, expect, test, vi } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import { lookAlike } from '#domain/same-people/look-alike.ts'
import { dayPeriod } from '#domain/review/period.ts'
import { likelySame } from '#domain/same-people/likely-same.ts'
import { cardsByArrival } from '#domain/same-people/cards.ts'
import { card, country, hours, journey, language, people, phones, place, type Rule } from '#domain/same-people/rules.ts'

const arrival = (fields: SharedFields, author = 'phone-3', met = '2018-07-03T21') => ({
  type: 'arrival' as const,
  id: `${author}-1`,
  author,
  met,
  fields: { zone: 'parks', ...fields, met },
  disputed: []
})
const of = (rule: Rule, here: SharedFields, there: SharedFields) => rule(arrival(here), arrival(there, 'phone-7'))
const FAMILY = { men: 1, women: 1, boys: 1, girls: 2, language: 'ar', country: 'SY' }
const alike = (there: SharedFields, here: SharedFields = FAMILY, met?: string) =>
  lookAlike(arrival(here), arrival({ ...here, ...there }, 'phone-7', met))?.map(({ reason }) => reason)

test('phones: whoever logged both knows that they are two', () => {
  expect(phones(arrival({}), arrival({}))).toBe('differs')
  expect(phones(arrival({}), arrival({}, 'phone-7'))).toBe('agrees')
})

test('hours: two hours apart at most, also over midnight and where the clock is put back', () => {
  const apart = (one: string, other: string) => hours(arrival({}, 'a', one), arrival({}, 'b', other))
  expect(apart('2018-07-03T21', '2018-07-03T23')).toBe('agrees')
  expect(apart('2018-07-03T23', '2018-07-04T01')).toBe('agrees')
  expect(apart('2018-07-03T21', '2018-07-04T00')).toBe('differs')
  expect(apart('2018-10-28T01', '2018-10-28T04')).toBe('differs')
})

test('place: the same area of the city', () => {
  expect(of(place, {}, {})).toBe('agrees')
  expect(of(place, {}, { zone: 'railway' })).toBe('differs')
})

test('people: the same four counts, or an age guessed otherwise, or one missed among many', () => {
  expect(of(people, { men: 2 }, { men: 2 })).toBe('agrees')
  expect(of(people, { men: 1 }, { boys: 1 })).toBe('nearly')
  expect(of(people, { women: 1, girls: 1 }, { girls: 2 })).toBe('nearly')
  expect(of(people, { men: 5 }, { men: 4 })).toBe('nearly')
  expect(of(people, { men: 3 }, { men: 2 })).toBe('differs')
  expect(of(people, { men: 1 }, { women: 1 })).toBe('differs')
  expect(of(people, { men: 2 }, { boys: 2 })).toBe('differs')
})

test('language and country: an open answer speaks for nothing', () => {
  expect(of(language, { language: 'ps' }, { language: 'ps' })).toBe('agrees')
  expect(of(language, { language: 'ps' }, { language: 'ur' })).toBe('differs')
  expect(of(language, { language: 'ps' }, { language: 'unknown' })).toBe('unsaid')
  expect(of(country, { country: 'AF' }, { country: 'AF' })).toBe('agrees')
  expect(of(country, { country: 'AF' }, { country: 'PK' })).toBe('differs')
  expect(of(country, { country: 'XXX' }, { country: 'XXX' })).toBe('unsaid')
  expect(of(country, {}, { country: 'AF' })).toBe('unsaid')
})

test('journey: route, bed and day of coming together, where more is alike than not', () => {
  expect(of(journey, { route: 'MK', sleeping: 'rough' }, { route: 'MK' })).toBe('agrees')
  expect(
    of(
      journey,
      { route: 'MK', sleeping: 'rough', arrived: 'today' },
      { route: 'MK', sleeping: 'centre', arrived: 'today' }
    )
  ).toBe('nearly')
  expect(of(journey, { route: 'MK' }, { route: 'BG' })).toBe('differs')
  expect(of(journey, { route: 'unsaid' }, { route: 'unsaid' })).toBe('unsaid')
})

describe('card', () => {
  const cardOf = (arrivalId: string, hash: string, until: string) => ({
    type: 'card_given' as const,
    id: `${arrivalId} card`,
    author: 'phone-3',
    fields: { arrival: arrivalId, card: hash, until, met: '2018-07-03T21' },
    disputed: []
  })
  const [here, there] = [arrival(FAMILY), arrival({ men: 1 }, 'phone-7', '2018-07-20T09')]
  const verdict = (...cards: ReturnType<typeof cardOf>[]) => card(cardsByArrival(cards), [here, there])
  const both = (until: string) => [cardOf(here.id, 'a1', until), cardOf(there.id, 'a1', until)]

  test('the same card in the hands of both is theirs until its last day', () => {
    expect(verdict(...both('2018-07-20'))).toBe('agrees')
    expect(verdict(...both('2018-07-19'))).toBe('unsaid')
  })

  test('another card, or none, speaks for nothing', () => {
    expect(verdict(cardOf(here.id, 'a1', '2018-08-02'), cardOf(there.id, 'b2', '2018-08-02'))).toBe('unsaid')
    expect(verdict(cardOf(here.id, 'a1', '2018-08-02'))).toBe('unsaid')
    const [first, second] = both('2018-08-02')
    if (first === undefined || second === undefined) throw new Error('Two were made')
    const takenBack = { ...second, fields: { ...second.fields, removed: 1 } }
    expect(card(cardsByArrival([first, takenBack]), [here, there])).toBe('unsaid')
  })

  test('a card that was brought to a hand-out counts as theirs that day', () => {
    const handout = {
      ...cardOf(there.id, 'a1', ''),
      type: 'handout' as const,
      fields: { arrival: there.id, card: 'a1', item: 'shoes', met: there.met }
    }
    expect(card(cardsByArrival([cardOf(here.id, 'a1', '2018-07-19'), handout]), [here, there])).toBe('agrees')
  })

  test('is a reason above all others, on the same phone and on another day', () => {
    const mine = { ...there, author: here.author }
    const cards = cardsByArrival(both('2018-08-02'))
    expect(lookAlike(here, mine, cards)?.map(({ reason }) => reason)).toEqual(['card', 'place'])
    expect(lookAlike(here, mine)).toBeUndefined()
  })
})

test('a family is asked about with its reasons, and not when anything contradicts', () => {
  expect(alike({})).toEqual(['people', 'hours', 'place', 'language', 'country'])
  expect(alike({ men: 0, boys: 2 })).toContain('people')
  for (const other of [{ language: 'ckb' }, { country: 'IQ' }, { zone: 'railway' }, { girls: 0 }])
    expect(alike(other)).toBeUndefined()
  expect(alike({}, FAMILY, '2018-07-04T09')).toBeUndefined()
})

test('one or two people, of whom there are many, are asked about only when everything agrees', () => {
  const man = { men: 1, language: 'ps', country: 'AF' }
  expect(alike({}, man)).toBeUndefined()
  expect(alike({}, { ...man, route: 'BG' })).toContain('journey')
  expect(alike({ sleeping: 'rough' }, { ...man, route: 'BG', sleeping: 'centre' })).toBeUndefined()
})

test('nobody is asked about people of whom neither language nor country is known', () => {
  expect(alike({}, { men: 3, boys: 2, language: 'unknown' })).toBeUndefined()
})

test('the clock in Belgrade is asked only of those who are alike: of everybody who met in those hours it took seconds', () => {
  const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts')
  const many = Array.from({ length: 200 }, (_, at) => ({
    ...arrival({ ...FAMILY, men: 1 + at * 3 }, `phone-${at % 4}`, `2018-07-03T${20 + (at % 3)}`),
    id: `phone-${at % 4}-${at}`
  }))
  expect(likelySame(many, dayPeriod('2018-07-03'))).toEqual([])
  expect(asked.mock.calls.length).toBeLessThan(many.length)
  asked.mockRestore()
})
