// Whom to refer somebody to: over the real directory, and rule by rule over one made up.
import { describe, expect, test } from 'vitest'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import type { Need } from '#domain/codes/needs.ts'
import type { SharedFields } from '#domain/code.ts'
import { pastAnswers } from '#domain/review/past-answers.ts'
import type { Service } from '#domain/directory/directory.ts'
import { createDirectory } from '#domain/directory/search.ts'
import { suggestServices } from '#domain/directory/suggestions.ts'

const directory = createDirectory(BELGRADE)
/** A Tuesday in Belgrade, 14:00. */
const at = Date.parse('2026-03-03T13:00:00Z')

const suggest = (needs: readonly Need[], arrival: SharedFields) =>
  suggestServices(directory, { needs, arrival, at, namesIn: 'en' })
const namesFor = (needs: readonly Need[], arrival: SharedFields) =>
  suggest(needs, arrival).map(({ row }) => row.service.name.en)

describe('services offered for a referral', () => {
  test('come with the needs each of them meets', () => {
    for (const { row, meets } of suggest(['child_protection', 'accommodation'], { boys: 1 })) {
      expect(row.service.needs).toEqual(expect.arrayContaining([...meets]))
      expect(meets.length).toBeGreaterThan(0)
    }
  })

  test('that meet more of the needs come first', () => {
    const met = suggest(['child_protection', 'accommodation'], { boys: 1 }).map(({ meets }) => meets.length)
    expect(met[0]).toBe(2)
    expect(met).toEqual(met.toSorted((a, b) => b - a))
  })

  test('begin with the guardianship authority for a child alone, and only then', () => {
    const needs = ['medical', 'child_protection', 'accommodation', 'education'] as const
    const centre = 'Centre for social work: child alone, guardian'
    expect(namesFor(needs, { boys: 1, alone: 'yes' })[0]).toBe(centre)
    expect(namesFor(needs, { boys: 1, women: 1 })[0]).not.toBe(centre)
  })

  test('that speak the language of the person come before those that may not', () => {
    const [first, ...others] = suggest(['info_legal'], { men: 1, language: 'ps' })
    expect(first?.row.service.languages).toContain('ps')
    expect(first?.speaksTheirLanguage).toBe(true)
    expect(others.some(({ speaksTheirLanguage }) => !speaksTheirLanguage)).toBe(true)
  })

  test('of a provider that has said yes come before one that has said no, with how often', () => {
    const needs = ['legal_aid'] as const
    const referralTo = (provider: string, state: string) =>
      ({ type: 'referral', id: 'a-1', author: 'a', disputed: [], fields: { provider, state } }) as const
    const open = suggest(needs, { men: 1 }).filter(({ row }) => row.opening.state === 'unknown')
    const [first, last] = [open[0]?.row.service.providerId ?? '', open.at(-1)?.row.service.providerId ?? '']
    expect(first).not.toBe(last)
    const records = [
      ...[1, 2, 3].map(() => referralTo(first, 'declined')),
      referralTo(last, 'done'),
      referralTo(last, 'declined'),
      referralTo(last, 'appointment'),
      referralTo(last, 'made')
    ]
    const after = suggestServices(directory, {
      needs,
      arrival: { men: 1 },
      at,
      namesIn: 'en',
      answers: pastAnswers(records)
    })
    const places = after.map(({ row }) => row.service.providerId)
    expect(places.indexOf(last)).toBeLessThan(places.indexOf(first))
    expect(after.find(({ row }) => row.service.providerId === last)?.answers).toEqual({ yes: 2, all: 3 })
    expect(after.find(({ row }) => row.service.providerId === first)?.answers).toEqual({ yes: 0, all: 3 })
  })

  test('claim no language when nobody knows what the person speaks', () => {
    expect(suggest(['info_legal'], { men: 1 }).some(({ speaksTheirLanguage }) => speaksTheirLanguage)).toBe(false)
  })

  test('leave out a house for boys when no child is in the group, and offer it to a boy', () => {
    const house = 'House for boys alone (Pedro Arrupe)'
    expect(namesFor(['accommodation'], { men: 2 })).not.toContain(house)
    expect(namesFor(['accommodation'], { boys: 1 })).toContain(house)
  })

  test('leave out a line for women when there is none in the group', () => {
    expect(namesFor(['gbv_support'], { men: 1 })).not.toContain('SOS line for women')
    expect(namesFor(['gbv_support'], { women: 1 })).toContain('SOS line for women')
  })

  test('never lead to a place of the past or one that is closed for now', () => {
    const rows = suggest(['food_hot', 'clothing', 'wash_facility', 'medical'], { men: 1, women: 1, boys: 1 })
    expect(rows.map(({ row }) => row.standing)).not.toContain('history')
    expect(rows.map(({ row }) => row.service.status)).not.toContain('temporarily closed')
  })

  test('are none when no need is chosen', () => {
    expect(suggest([], { men: 1 })).toEqual([])
  })
})

describe('of two services that differ in one thing alone', () => {
  const TODAY = '2026-03-03'
  const shelter = (id: number, differently: Partial<Service> = {}): Service => ({
    kind: 'service',
    id: `00000000-0000-4000-8000-00000000000${id}`,
    providerId: `00000000-0000-4000-8000-00000000001${id}`,
    placeIds: [],
    // The name decides last, and for the other one.
    name: { en: `Shelter ${id}` },
    status: 'active',
    needs: ['accommodation'],
    languages: [],
    hours: 'unknown',
    phones: [],
    source: 'asked there',
    lastChecked: TODAY,
    toVerify: false,
    ...differently
  })
  type Differently = Partial<Service>
  const family: SharedFields = { men: 1, women: 1, girls: 2, language: 'ps' }
  const room = (available: number, updated = TODAY): Differently => ({ capacity: { available, updated } })
  const always: Differently = {
    hours: [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], opensAt: '00:00', closesAt: '24:00' }]
  }

  const offered = ([first, second]: readonly [Differently, Differently], arrival = family) =>
    suggestServices(createDirectory([shelter(1, first), shelter(2, second)]), {
      needs: ['accommodation', 'medical'],
      arrival,
      at,
      namesIn: 'en',
      answers: pastAnswers([])
    })
  const numbers = (both: readonly [Differently, Differently], arrival = family) =>
    offered(both, arrival).map(({ row }) => Number(row.service.id.at(-1)))

  test.each<[rule: string, worse: Differently, better: Differently]>([
    ['more of the needs', {}, { needs: ['accommodation', 'medical'] }],
    ['everyone of the group before women alone', { eligibility: { womenOnly: true } }, {}],
    ['everyone of the group before adults alone', { eligibility: { minimumAge: 18 } }, {}],
    ['everyone of the group before children alone', { eligibility: { maximumAge: 17 } }, {}],
    ['whoever may have room before a full house', room(0), {}],
    ['whoever may have room before one for three of four', room(3), {}],
    ['room for all before whoever says nothing of it', {}, room(4)],
    ['their language', {}, { languages: ['ps'] }],
    ['open now before nobody knows', {}, always],
    ['checked of late before long ago', { lastChecked: '2025-11-01' }, {}]
  ])('%s comes first', (_rule, worse, better) => {
    expect(numbers([worse, better])).toEqual([2, 1])
    expect(numbers([better, worse])).toEqual([1, 2])
  })

  test.each<[what: string, stronger: Differently, weaker: Differently]>([
    ['needs before whom it serves', { needs: ['accommodation', 'medical'], eligibility: { womenOnly: true } }, {}],
    ['whom it serves before room', room(0), { eligibility: { womenOnly: true } }],
    ['a full house after one that is closed to their language', {}, { ...room(0), ...always, languages: ['ps'] }],
    ['language before opening', { languages: ['ps'] }, always],
    ['opening before free places', always, room(9)]
  ])('%s', (_what, stronger, weaker) => {
    expect(numbers([weaker, stronger])).toEqual([2, 1])
  })

  test('free places that were told more than three days ago say nothing', () => {
    expect(offered([room(0, '2026-02-28'), {}]).map((one) => one.room)).toEqual(['unknown', 'short'])
    expect(offered([room(0, '2026-02-27'), {}]).map((one) => one.room)).toEqual(['unknown', 'unknown'])
    expect(numbers([room(0, '2026-02-27'), {}])).toEqual([1, 2])
    expect(offered([room(4), room(3)]).map((one) => one.room)).toEqual(['enough', 'short'])
  })

  test('one that is closed to all of the group is not offered, one that is closed to some says so', () => {
    expect(numbers([{ eligibility: { womenOnly: true } }, {}], { men: 1, boys: 1 })).toEqual([2])
    expect(numbers([{ eligibility: { maximumAge: 17 } }, {}], { men: 1 })).toEqual([2])
    expect(numbers([{ eligibility: { minimumAge: 18 } }, {}], { girls: 1 })).toEqual([2])
    expect(offered([{ eligibility: { womenOnly: true } }, {}]).map(({ servesAll }) => servesAll)).toEqual([true, false])
  })
})
