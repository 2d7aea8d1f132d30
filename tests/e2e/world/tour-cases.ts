// The screens of a case: what to do now, the case itself with its sheets, and the urgent board.
import { expect } from '@playwright/test'
import { goTo } from '#tests/e2e/world/acts.ts'
import type { Tour } from '#tests/e2e/world/guide.ts'

/** Somebody has logged a child alone. */
export const seeCases = async (tour: Tour) => {
  const { page, t, main, look, press, follow, isTitled } = tour
  await goTo(page, 'people', t)
  await main
    .getByRole('link')
    .filter({ hasText: t('codes:urgent.child_alone') })
    .first()
    .click()
  await expect(main.getByRole('heading', { name: t('record:answers') })).toBeVisible()
  await follow(t('act:title'))
  await isTitled(t('act:title'))
  await look('act-before-taking')
  await press(t('case:owner.take'))
  await expect(main.getByRole('button', { name: t('act:closed.csw_informed'), exact: true })).toBeVisible()
  await look('act')
  await press(t('act:more'))
  await look('act-more')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('act:alerts.unsafe'), exact: true })
    .click()
  await expect(main.getByRole('heading', { name: t('act:quiet') })).toBeVisible()
  await press(t('act:closed.csw_informed'))
  await expect(main.getByRole('heading', { name: t('act:done'), exact: true })).toBeVisible()
  await look('act-done')
  await page.getByRole('banner').getByRole('link').first().click()
  await expect(main.getByRole('heading', { name: t('case:deadlines.title') })).toBeVisible()
  await press(t('case:steps.closed'))
  await look('case')
  await press(t('case:needs.add'))
  await look('case-need')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('codes:needs.medical') })
    .click()
  await press(t('case:deadlines.note'))
  await press(t('common:actions.save'))
  await expect(page.getByText(t('case:date.badTime'))).toBeVisible()
  await look('case-date')
  await page.getByLabel(t('case:date.time')).fill('00:00')
  await press(t('common:actions.save'))
  await press(t('case:followUps.add'))
  await look('case-plan')
  await press(t('common:actions.save'))
  await press(t('case:contacts.add'))
  await look('case-seen-again')
  await press(t('common:actions.save'))
  await press(t('case:bonds.add'))
  await look('case-link')
  await page.getByRole('dialog').getByRole('list').getByRole('button').first().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await main
    .getByRole('button')
    .filter({ hasText: t('codes:bonds.together') })
    .click()
  await look('case-bond')
  await page.keyboard.press('Escape')
  await main.locator('summary').click()
  await look('case-full')
  await seeGoingAlong(tour)
  await goTo(page, 'today', t)
  await look('today-with-case')
  await follow(t('board:title'))
  await isTitled(t('board:title'))
  await look('board')
  await seeUnwritten(tour)
}

/** From the board: what cannot wait until somebody is written down. */
const seeUnwritten = async ({ page, t, look, press, follow, isTitled }: Tour) => {
  await follow(t('act:more'))
  await isTitled(t('act:title'))
  await look('act-unwritten')
  await press(t('accompany:slip.title'))
  await expect(page.getByText(t('ui:close'), { exact: true })).toBeVisible()
  await look('act-for-officer')
}

/** From a case that stands on the screen. */
const seeGoingAlong = async ({ page, t, main, look, press, follow, isTitled }: Tour) => {
  await press(t('codes:followUps.go_along'))
  await look('along-where')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('codes:needs.reg_accompany'), exact: true })
    .click()
  await isTitled(t('codes:needs.reg_accompany'))
  await press(t('accompany:states.intention'))
  await look('along-place')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('codes:zones.new_belgrade'), exact: true })
    .click()
  await press(t('accompany:states.certificate'))
  await press(t('common:actions.save'))
  await expect(page.getByText(t('accompany:centreMissing'))).toBeVisible()
  await look('along-certificate')
  await page
    .getByRole('group', { name: t('accompany:centre') })
    .getByRole('button')
    .first()
    .click()
  await page.getByLabel(t('case:date.time')).fill('00:00')
  await press(t('common:actions.save'))
  await expect(main.getByText(t('case:deadlines.codes.report_to_centre'))).toBeVisible()
  await look('along')
  await follow(t('accompany:slip.title'))
  await isTitled(t('accompany:slip.title'))
  await press(t('accompany:slip.show'))
  await look('police-paper-empty')
  await page.getByLabel(t('accompany:slip.name')).fill('Ahmad Ahmadi')
  await press(t('accompany:slip.show'))
  await look('police-paper')
}
