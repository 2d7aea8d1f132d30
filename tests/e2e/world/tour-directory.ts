// The lead's directory: whom to call, an entry written wrong and right, and a file of others looked at before it is taken in.
import { expect } from '@playwright/test'
import { goTo } from '#tests/e2e/world/acts.ts'
import type { Tour } from '#tests/e2e/world/guide.ts'

export const seeDirectory = async ({ page, t, main, look, press, follow, isTitled }: Tour) => {
  await goTo(page, 'services', t)
  await isTitled(t('services:title'))
  await main.locator('a[href^="/services/"]').first().click()
  await press(t('directory:found.closed'))
  await expect(main.getByText(t('common:said.saved'), { exact: true })).toBeVisible()
  await look('service-reported')
  await goTo(page, 'services', t)
  await follow(t('directory:title'))
  await isTitled(t('directory:title'))
  await expect(main.getByText(t('directory:found.closed'), { exact: true }).first()).toBeVisible()
  await look('directory')
  await main.locator('a[href="/directory/service/new"]').click()
  await isTitled(t('services:title'))
  await main.locator('#entry-hours-MO').fill('17:00-09:00')
  await press(t('common:actions.save'))
  await expect(main.getByText(t('directory:refused.order')).first()).toBeVisible()
  await look('entry-wrong')
  await page.getByRole('banner').getByRole('link').first().click()
  await isTitled(t('directory:title'))
  await main
    .locator('input[type=file]')
    .setInputFiles({ name: 'others.json', mimeType: 'application/json', buffer: OTHERS })
  const refused = main.getByText(t('directory:import.allOrNothing'))
  await expect(refused).toBeVisible()
  await refused.scrollIntoViewIfNeeded()
  await look('directory-import')
}

/** A service that is new, one that cannot be. */
const ORGANISATION = { id: '00000000-0000-4000-8000-0000000000e2', name: 'Helpers', description: 'They help' }
const NIGHT = { freq: 'WEEKLY', byday: 'MO', opens_at: '20:00+01:00', closes_at: '20:00+01:00' }
const OTHERS = Buffer.from(
  JSON.stringify({
    contents: [
      { id: '00000000-0000-4000-8000-0000000000e1', name: 'Soup', status: 'active', organization: ORGANISATION },
      {
        id: '00000000-0000-4000-8000-0000000000e3',
        name: 'Night shelter',
        status: 'active',
        organization: ORGANISATION,
        schedules: [{ id: '00000000-0000-4000-8000-0000000000e4', ...NIGHT }]
      }
    ]
  })
)
