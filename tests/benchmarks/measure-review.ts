// The lead's Review of one month with 10,000 arrivals, beside the same screen of a month that nobody is in: what the charts add.
import type { Page } from '@playwright/test'
import { MONTH, PATIENCE_MS, RECORDS, withManyArrivals } from '#tests/benchmarks/many-arrivals.ts'
import { median } from '#tests/benchmarks/median.ts'
import { plainAndSlow } from '#tests/benchmarks/slow-phone.ts'
import { goTo } from '#tests/e2e/world/acts.ts'
import { turnTo } from '#tests/e2e/world/calendar.ts'
import { LAPTOP_SIZE } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

export type ReviewFigures = {
  readonly records: number
  readonly charts: number
  readonly rounds: number
  readonly plain: ReviewTimes
  /** On a phone slowed down 6 times. */
  readonly slow: ReviewTimes
}
/** From the tap on a month until it is painted. */
export type ReviewTimes = { readonly fullMs: number; readonly emptyMs: number }

export const measureReview = (rounds: number): Promise<ReviewFigures> =>
  withManyArrivals({ role: 'lead', size: LAPTOP_SIZE }, async (phone) => {
    const page = phone.page()
    await goTo(page, 'review', t)
    await turnTo(page, MONTH)
    await page.getByRole('button', { name: t('review:period.whole') }).click()
    await page
      .getByText(t('review:all.counted', { number: RECORDS.toLocaleString('en') }))
      .waitFor({ timeout: PATIENCE_MS })
    await phone.context().setOffline(true)
    const charts = await page
      .locator('main section')
      .filter({ hasText: t('review:asTable') })
      .count()
    return { records: RECORDS, charts, rounds, ...(await plainAndSlow(page, () => measureMonths(page, rounds))) }
  })

/** The month before and back again, `rounds` times; the first turn is not counted. */
const measureMonths = async (page: Page, rounds: number): Promise<ReviewTimes> => {
  const [full, empty]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    empty.push(await turn(page, t('report:earlier')))
    full.push(await turn(page, t('report:later')))
  }
  return { fullMs: median(full.slice(1)), emptyMs: median(empty.slice(1)) }
}

/** The page times itself: asking it costs time too. */
const turn = (page: Page, label: string): Promise<number> =>
  page.getByRole('button', { name: label, exact: true }).evaluate(
    (button: HTMLElement) =>
      new Promise<number>((settle) => {
        const main = document.querySelector('main')
        const began = performance.now()
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => settle(performance.now() - began)))
        })
        if (main) observer.observe(main, { childList: true, characterData: true, subtree: true })
        button.click()
      })
  )
