// A shift as a stopwatch and a clerk see it: a phone's clock that can be moved on, and of each task how many taps and how many
// seconds it took, beside what it may take. Seconds are printed and never asserted: they are the machine's.
import { expect, type Page } from '@playwright/test'

type Watched = { taps?: number; passTime?: (ms: number) => void }

/** From the next page on the phone believes that it is `at`, in milliseconds since 1970 UTC, and goes on from there. */
export const setClock = async (page: Page, at: number): Promise<void> => {
  await page.context().addInitScript((by) => {
    const watched = globalThis as Watched
    const realNow = Date.now.bind(Date)
    let ahead = by
    Date.now = () => realNow() + ahead
    watched.taps = 0
    watched.passTime = (ms) => {
      ahead += ms
    }
    addEventListener('pointerup', () => (watched.taps = (watched.taps ?? 0) + 1), true)
  }, at - Date.now())
}

/** In the pocket for hours: the phone comes out locked. */
export const passHours = async (page: Page, hours: number): Promise<void> => {
  await page.evaluate((ms) => {
    ;(globalThis as Watched).passTime?.(ms)
    document.dispatchEvent(new Event('visibilitychange'))
  }, hours * 3_600_000)
}

/** What one task may take. */
export type Target = { readonly taps: number; readonly seconds?: number }

export type Task = { readonly what: string; readonly on: Page; readonly target?: Target }

export const createClerk = () => {
  const rows: string[][] = []
  return {
    /** More taps than the target allows fail the test at its end. */
    task: async ({ what, on, target }: Task, run: () => Promise<void>): Promise<void> => {
      const [before, from] = [await tapsOn(on), performance.now()]
      await run()
      const seconds = (performance.now() - from) / 1000
      const taps = (await tapsOn(on)) - before
      rows.push([what, taps, target?.taps ?? '–', seconds.toFixed(1), target?.seconds ?? '–'].map(String))
      expect(taps, `${what}: taps are counted`).toBeGreaterThan(0)
      if (target) expect.soft(taps, `${what}: taps`).toBeLessThanOrEqual(target.taps)
    },
    table: (): string =>
      [['task', 'taps', 'at most', 'seconds', 'at most'], ...rows]
        .map(([what = '', ...numbers]) => what.padEnd(44) + numbers.map((number) => number.padStart(9)).join(''))
        .join('\n')
  }
}

const tapsOn = (page: Page): Promise<number> => page.evaluate(() => (globalThis as Watched).taps ?? 0)
