// People with 10,000 arrivals: from words typed until whoever fits is painted, and how many rows are drawn for it.
import type { Page } from '@playwright/test'
import { PATIENCE_MS, RECORDS, withManyArrivals } from '#tests/benchmarks/many-arrivals.ts'
import { median } from '#tests/benchmarks/median.ts'
import { plainAndSlow } from '#tests/benchmarks/slow-phone.ts'
import { goTo } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

/** Each finds others than the one before, and the last finds everybody again. */
const TYPED = ['pak', 'afghanistan', 'arabic', 'iraq', 'farsi', '']
const t = wordsOf('en')

export type PeopleFigures = {
  readonly records: number
  readonly rounds: number
  readonly rowsDrawn: number
  readonly plain: SearchTimes
  /** On a phone slowed down 6 times. */
  readonly slow: SearchTimes
}
/** From the words until the list is painted: the middle, and the longest. */
export type SearchTimes = { readonly middleMs: number; readonly longestMs: number }

export const measurePeople = (rounds: number): Promise<PeopleFigures> =>
  withManyArrivals({ role: 'worker' }, async (phone) => {
    const page = phone.page()
    await goTo(page, 'people', t)
    await page.getByRole('button', { name: t('people:days.all'), exact: true }).click()
    await page.getByText(t('people:found.arrivals_other', { count: RECORDS })).waitFor({ timeout: PATIENCE_MS })
    await phone.context().setOffline(true)
    const rowsDrawn = await page.locator('main [aria-setsize]').count()
    return { records: RECORDS, rounds, rowsDrawn, ...(await plainAndSlow(page, () => measureSearches(page, rounds))) }
  })

/** The first round is not counted. */
const measureSearches = async (page: Page, rounds: number): Promise<SearchTimes> => {
  const took: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    for (const typed of TYPED) {
      const ms = await search(page, typed)
      if (round > 0) took.push(ms)
    }
  }
  return { middleMs: median(took), longestMs: Math.max(...took) }
}

/** The page times itself, until the number of those found has changed and is painted: asking it costs time too. */
const search = (page: Page, typed: string): Promise<number> =>
  page.getByRole('searchbox').evaluate(
    (field: HTMLInputElement, words) =>
      new Promise<number>((settle) => {
        const found = document.querySelector('main [role=status]')
        const began = performance.now()
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => settle(performance.now() - began)))
        })
        if (found) observer.observe(found, { childList: true, characterData: true, subtree: true })
        // As the browser sets it, so that React hears of it.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    typed
  )
