// The screens of hand-outs: the distribution point, what was not there, and the shelf with its book.
import { expect } from '@playwright/test'
import { goTo } from '#tests/e2e/world/acts.ts'
import type { Tour } from '#tests/e2e/world/guide.ts'

export const seeHandOuts = async ({ page, t, main, look, press, follow, isTitled }: Tour) => {
  const inSheet = (words: string) => page.getByRole('dialog').getByRole('button', { name: words, exact: true })
  const tap = (label: string, value: number) =>
    page.getByRole('button', { name: t('ui:counter.add', { label, value }), exact: true }).click()
  const meal = t('handouts:items.meal_hot')

  await goTo(page, 'today', t)
  await follow(t('handouts:title'))
  await isTitled(t('handouts:title'))
  await look('hand-out-empty')
  await follow(t('handouts:stock'))
  await isTitled(t('handouts:stock'))
  await look('stock-empty')
  await press(t('handouts:stockNote'))
  await inSheet(meal).click()
  await inSheet(t('common:actions.save')).click()
  await expect(page.getByText(t('handouts:badNumber'))).toBeVisible()
  await look('stock-note')
  await page.getByLabel(t('handouts:howMany')).fill('1')
  await inSheet(t('common:actions.save')).click()
  await look('stock')
  await page.getByRole('banner').getByRole('link').first().click()
  await isTitled(t('handouts:title'))
  await tap(meal, 0)
  await tap(meal, 1)
  await expect(main.getByText(t('handouts:wrongWhat'))).toBeVisible()
  await look('hand-out')
  await main.locator('summary').click()
  await look('hand-out-more')
  await press(t('handouts:notThere'))
  await inSheet(t('handouts:items.shoes')).click()
  await look('hand-out-not-there')
  await inSheet('43').click()
  await inSheet(t('common:actions.save')).click()

  await goTo(page, 'people', t)
  await main.locator('a[href^="/records/"]').last().click()
  await main.locator('a[href^="/handouts?for="]').click()
  await isTitled(t('handouts:title'))
  await tap(t('handouts:items.blanket'), 0)
  await expect(main.getByText(t('handouts:beforeWhat'))).toBeVisible()
  await look('hand-out-to-people')
  await page.getByRole('banner').getByRole('link').first().click()
  await expect(main.getByRole('heading', { name: t('handouts:handedOut') })).toBeVisible()
  await look('record-with-hand-outs')
  await goTo(page, 'today', t)
  await look('today-nearly-gone')
}
