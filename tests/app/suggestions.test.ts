import { describe, expect, test } from 'vitest'
import { suggestServices } from '#app/screens/refer/suggestions.ts'
import { nearestTo } from '#app/screens/services/nearest.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { DISCLOSED_ONLY, type Need } from '#domain/codes/needs.ts'
import type { SharedFields } from '#domain/code.ts'
import { pastAnswers } from '#domain/review/past-answers.ts'
import { createDirectory } from '#domain/directory/search.ts'

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

describe('what comes closest', () => {
  test('is offered when nobody meets the need itself', () => {
    expect(directory.servicesFor({ needs: ['food_hot'], at })).toEqual([])
    expect(nearestTo(directory, 'food_hot', { at }).length).toBeGreaterThan(0)
  })

  test('never brings up what only the person may bring up', () => {
    for (const need of ['child_protection', 'pss', 'other'] as const) {
      const onlyDisclosed = nearestTo(directory, need, { at }).filter(({ service }) =>
        service.needs.every((met) => DISCLOSED_ONLY.includes(met))
      )
      expect(onlyDisclosed).toEqual([])
    }
  })
})
