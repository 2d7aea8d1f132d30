// What comes closest when nobody meets a need.
import { describe, expect, test } from 'vitest'
import { nearestTo } from '#app/screens/services/nearest.ts'
import { DISCLOSED_ONLY } from '#domain/codes/needs.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { createDirectory } from '#domain/directory/search.ts'

const directory = createDirectory(BELGRADE)
/** A Tuesday in Belgrade, 14:00. */
const at = Date.parse('2026-03-03T13:00:00Z')

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
