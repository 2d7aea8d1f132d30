// The calendar of the review, as a person leafs through it, in English.
import type { Page } from '@playwright/test'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

/** Turns the calendar back, by years and then by months, as a person would. */
export const turnTo = async (page: Page, month: string): Promise<void> => {
  await page.getByRole('button', { name: t('review:period.other') }).click()
  const calendar = page.getByRole('dialog', { name: t('review:period.label') })
  const wanted = monthsOf(month)
  const shown = async () =>
    monthsOf(new Date(`${await calendar.getByText(/^\w+ \d{4}$/).innerText()} UTC`).toISOString())
  for (let ahead = (await shown()) - wanted; ahead > 0; ahead = (await shown()) - wanted) {
    const step = ahead >= 12 ? 'review:period.yearBefore' : 'review:period.monthBefore'
    await calendar.getByRole('button', { name: t(step) }).click()
  }
}

/** `2018-07` and anything longer, in months. */
const monthsOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
