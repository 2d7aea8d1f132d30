// What two people see who share no language: cards, answers without a word, the board, the options, a card to take along.
import type { Page } from '@playwright/test'
import { expect } from '#tests/e2e/fixtures.ts'
import { goTo } from '#tests/e2e/world/acts.ts'
import type { Tour } from '#tests/e2e/world/guide.ts'
import { BOARD_ANSWERS } from '#domain/talk/answers.ts'
import type { PhraseId } from '#domain/talk/phrases.ts'

export const seeTalk = async (tour: Tour): Promise<void> => {
  const { page, t, look, press, follow } = tour
  await goTo(page, 'talk', t)
  await expect(page.getByRole('heading', { name: t('talk:starters') })).toBeVisible()
  await look('talk')
  await page.getByRole('link', { name: t('talk:pointTitle') }).click()
  await look('talk-languages')
  await closeShown(page)
  await goTo(page, 'talk', t)
  await openPhrase(tour, 'need_doctor')
  await look('talk-interpreter-first')
  await press(t('talk:care.interpreterYes'))
  await press(t('talk:show'))
  await look('talk-yes-no')
  await press(t('talk:turn'))
  await look('talk-turned')
  await closeShown(page)
  await openPhrase(tour, 'papers_kept')
  await look('talk-private')
  for (const id of ['where_hurts', 'how_old', 'what_size'] as const) {
    await openPhrase(tour, id)
    await press(t('talk:show'))
    await look(`talk-${id}`)
    await closeShown(page)
  }
  await goTo(page, 'talk', t)
  await follow(t('talk:board.title'))
  await page.getByRole('button', { name: t('talk:board.tiles.not_safe') }).click()
  await look('talk-board')
  await press(t('talk:show'))
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('talk:board.tiles.water') })
    .click()
  await expect(page.getByRole('dialog').getByRole('group').getByRole('button')).toHaveCount(BOARD_ANSWERS.length)
  await look('talk-board-asked')
  await closeShown(page)
  await goTo(page, 'talk', t)
  await follow(t('talk:interpreters.title'))
  await expect(page.getByRole('heading', { name: t('talk:interpreters.title'), exact: true })).toBeVisible()
  await look('talk-interpreters')
}

export const seeOptions = async ({ page, t, main, look, follow }: Tour): Promise<void> => {
  await goTo(page, 'talk', t)
  await follow(t('options:title'))
  await expect(page.getByText(t('options:topics.hours_72.title'), { exact: true })).toBeVisible()
  await look('options')
  await main
    .getByRole('link', { name: t('options:topics.hours_72.title') })
    .first()
    .click()
  await expect(page.getByText(t('options:topics.hours_72.points.1'))).toBeVisible()
  await look('option')
}

export const seeCard = async ({ page, t, main, look, press, follow }: Tour): Promise<void> => {
  await goTo(page, 'services', t)
  await page.getByRole('searchbox').fill('')
  await main.getByText(t('codes:needs.legal_aid'), { exact: true }).first().click()
  await main.locator('a[href^="/services/"]').first().click()
  await follow(t('common:actions.giveCard'))
  await expect(main.getByRole('img')).toBeVisible()
  await look('card')
  await follow(t('common:actions.checkCard'))
  await press(t('card:checkNow'))
  await expect(page.getByText(t('card:empty'))).toBeVisible()
  await look('card-check')
}

const openPhrase = async ({ page, t, main }: Tour, id: PhraseId) => {
  const words = t(`phrases:cards.${id}`)
  await goTo(page, 'talk', t)
  await page.getByRole('searchbox', { name: t('talk:search') }).fill(words)
  await main.getByRole('link', { name: words }).first().click()
  await expect(page.getByRole('searchbox')).toHaveCount(0)
}

/** The worker's own way back. */
const closeShown = async (page: Page) => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}
