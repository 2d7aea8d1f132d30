import { describe, expect, it } from 'vitest'
import { AHEAD_LIMIT_MS, clampMoment, compareMoments, nextMoment } from '#protocol/clock.ts'

describe('The clock of a phone', () => {
  it('goes on when its time stands still or runs back a little', () => {
    const first = nextMoment({ at: 0, tick: 0 }, 5_000)
    const second = nextMoment(first, 5_000)
    const third = nextMoment(second, 4_000)
    expect([first, second, third].map(({ tick }) => tick)).toEqual([0, 1, 2])
    expect(compareMoments(first, second)).toBeLessThan(0)
    expect(compareMoments(second, third)).toBeLessThan(0)
  })

  it('returns to the present after it was years ahead', () => {
    const in2038 = nextMoment({ at: 0, tick: 0 }, Date.UTC(2038, 0, 1))
    expect(nextMoment(in2038, Date.UTC(2026, 10, 23)).at).toBe(Date.UTC(2026, 10, 23))
  })

  it('cannot stand above others by claiming the future', () => {
    const heardAt = Date.UTC(2026, 10, 23)
    expect(clampMoment({ at: Date.UTC(2038, 0, 1), tick: 3 }, heardAt)).toEqual({
      at: heardAt + AHEAD_LIMIT_MS,
      tick: 3
    })
    expect(clampMoment({ at: 0, tick: 0 }, heardAt)).toEqual({ at: 0, tick: 0 })
  })
})
