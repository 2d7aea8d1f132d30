// When the next round runs. Time is turned by hand, and a round ends when the test says so.
import { describe, expect, it } from 'vitest'
import { createCourier } from '#device/letterbox/courier.ts'
import type { RoundReport } from '#device/letterbox/round.ts'

const FIRST_WAIT_AT_MOST_MS = 10_000

const NOTHING_NEW: RoundReport = { handedOver: 0, fetched: 0 }
const NO_SIGNAL: RoundReport = { ...NOTHING_NEW, trouble: { why: 'no_answer' } }
const BUSY: RoundReport = { ...NOTHING_NEW, trouble: { why: 'refused', problem: 'busy', retryAfter: 60 } }

const createWorld = () => {
  const rounds: ((report: RoundReport) => void)[] = []
  let alarm: { ms: number; work: () => void } | undefined
  const courier = createCourier({
    round: () => new Promise((settle) => rounds.push(settle)),
    platform: { random: (count) => new Uint8Array(count).fill(255) },
    later: (ms, work) => {
      alarm = { ms, work }
      return () => void (alarm = undefined)
    }
  })
  return {
    courier,
    begun: () => rounds.length,
    end: async (report: RoundReport) => {
      rounds.at(-1)?.(report)
      await new Promise((settle) => setTimeout(settle))
    },
    waitsMs: () => alarm?.ms,
    wake: () => alarm?.work()
  }
}

describe('the next round', () => {
  it('waits longer after each failure', async () => {
    const { courier, end, waitsMs, wake } = createWorld()
    courier.go()
    const waits: (number | undefined)[] = []
    for (let failure = 1; failure <= 10; failure += 1) {
      await end(NO_SIGNAL)
      waits.push(waitsMs())
      wake()
    }
    expect(waits.slice(0, 4)).toEqual([10_000, 20_000, 40_000, 80_000])
    expect(waits.at(-1)).toBe(15 * 60_000)
  })

  it('begins at once where it was asked for while one failed: signal may be back since', async () => {
    const { courier, begun, end, waitsMs, wake } = createWorld()
    courier.go()
    courier.go()
    await end(NO_SIGNAL)
    expect(waitsMs()).toBe(0)
    wake()
    expect(begun()).toBe(2)
    await end(NOTHING_NEW)
    expect(waitsMs()).toBeGreaterThan(0)
  })

  it('does not wait long after a long time without signal, once somebody asks', async () => {
    const { courier, end, waitsMs, wake } = createWorld()
    courier.go()
    for (let failure = 0; failure < 10; failure += 1) {
      await end(NO_SIGNAL)
      wake()
    }
    await end(NO_SIGNAL)
    courier.go()
    await end(NO_SIGNAL)
    expect(waitsMs()).toBeLessThanOrEqual(FIRST_WAIT_AT_MOST_MS)
  })

  it('leaves who is busy the time it asks for, whoever asks', async () => {
    const { courier, end, waitsMs } = createWorld()
    courier.go()
    courier.go()
    await end(BUSY)
    expect(waitsMs()).toBe(60_000)
  })
})
