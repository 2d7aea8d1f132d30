// The lead's Review of one month with 10,000 arrivals, beside the same screen of a month that nobody is in: what the charts add.
import type { Page } from '@playwright/test'
import { MONTH, RECORDS, seedArrivals } from '#tests/benchmarks/many-arrivals.ts'
import { median } from '#tests/benchmarks/median.ts'
import { throttle } from '#tests/benchmarks/slow-phone.ts'
import { createComplaints } from '#tests/e2e/complaints.ts'
import { goTo, joinTeam } from '#tests/e2e/world/acts.ts'
import { turnTo } from '#tests/e2e/world/calendar.ts'
import { createTestPhone, LAPTOP_SIZE } from '#tests/e2e/world/phone.ts'
import { createTestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

/** All records have to come to the phone first. */
const PATIENCE_MS = 300_000
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

export const measureReview = async (rounds: number): Promise<ReviewFigures> => {
  const server = await createTestServer()
  await server.start()
  await seedArrivals(server.folder)
  const phone = await createTestPhone(server.url, createComplaints(), { size: LAPTOP_SIZE })
  try {
    await phone.open()
    const page = phone.page()
    await joinTeam(page, await server.invite('lead'))
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
    const plain = await measureMonths(page, rounds)
    const slowed = await throttle(page)
    page.setDefaultTimeout(PATIENCE_MS)
    const slow = await measureMonths(page, rounds)
    await slowed.detach()
    return { records: RECORDS, charts, rounds, plain, slow }
  } finally {
    await phone.dispose()
    await server.dispose()
  }
}

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
