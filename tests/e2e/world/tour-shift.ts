// The screens of a shift: its start, the count at dawn, the sheet for the next team, and its end.
import { expect } from '@playwright/test'
import { goTo } from '#tests/e2e/world/acts.ts'
import type { Tour } from '#tests/e2e/world/guide.ts'

export const seeShift = async ({ page, t, main, look, press, follow, isTitled }: Tour) => {
  const back = () => page.getByRole('banner').getByRole('link').first().click()

  await goTo(page, 'today', t)
  await follow(t('shift:title'))
  await isTitled(t('shift:title'))
  await press('2')
  await press(t('codes:languages.ar'))
  await look('shift-start')
  await press(t('shift:start'))
  await expect(main.getByRole('heading', { name: t('shift:delivered') })).toBeVisible()
  await look('shift')
  await follow(t('shift:count'))
  await isTitled(t('shift:count'))
  await press(t('common:actions.save'))
  await expect(page.getByText(t('handouts:badNumber'))).toBeVisible()
  await look('dawn-count-wrong')
  await page.getByLabel(t('form:men'), { exact: true }).fill('12')
  await press(t('common:actions.save'))
  await expect(main.getByRole('list', { name: t('shift:sleptOut') })).toContainText('12')
  await look('dawn-count')
  await back()
  await follow(t('shift:handOver'))
  await isTitled(t('shift:handOver'))
  await look('hand-over')
  await back()
  await press(t('shift:end'))
  await expect(main.getByRole('button', { name: t('case:steps.goOn'), exact: true })).toBeVisible()
  await look('shift-over')
}
