// The screens on which an account is taken down, from what is said first to the seal.
import { expect } from '@playwright/test'
import { goTo } from '#tests/e2e/world/acts.ts'
import type { Tour } from '#tests/e2e/world/guide.ts'
import type { TestServer } from '#tests/e2e/world/server.ts'
import { createTestPhone } from '#tests/server/test-phone.ts'

/** An organisation that collects accounts, with one phone made of the protocol alone: something to seal to. */
export const addCollector = async (server: TestServer): Promise<void> => {
  const link = await server.invitePartner('klikaktiv', 'KlikAktiv', '--collects-testimony')
  const phone = await createTestPhone((path, init) => fetch(`${server.url}${path}`, init))
  await phone.join(/join\/([^.]+)\./.exec(link)?.[1] ?? '')
}

/** A language is chosen for the person, and an interpreter stands by. */
export const seeTestimony = async ({ page, t, main, look, press, follow, isTitled, server }: Tour): Promise<void> => {
  const inSheet = (words: string) => page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click()
  await addCollector(server)
  await page.getByRole('banner').locator('a[href="/phone"]').click()
  await press(t('phone:send.now'))
  await expect(page.getByText(t('phone:send.done'), { exact: true })).toBeVisible({ timeout: 90_000 })
  await goTo(page, 'talk', t)
  await look('talk-with-account')
  await follow(t('testimony:title'))
  await isTitled(t('testimony:title'))
  await press(t('codes:urgent.child_alone'))
  await expect(main.getByText(t('testimony:notAlone'))).toBeVisible()
  await look('account-child-alone')
  await press(t('talk:show'))
  await look('account-shown')
  await page.keyboard.press('Escape')
  await press(t('testimony:whos.guardian'))
  await look('account-guardian')
  await press(t('common:answers.yes'))
  await press(t('testimony:seal'))
  await expect(main.getByText(t('accompany:slip.empty'))).toBeVisible()
  await press(t('testimony:happened.dogs'))
  await press('2–5')
  await main.getByLabel(t('testimony:account')).fill('…')
  await look('account-questions')
  await page.getByRole('banner').getByRole('link').first().click()
  await expect(page.getByText(t('testimony:leave.lost'))).toBeVisible()
  await look('account-leave')
  await inSheet(t('common:actions.continue'))
  await press(t('testimony:seal'))
  await expect(page.getByText(t('testimony:sealWhat'))).toBeVisible()
  await look('account-seal')
  await inSheet(t('testimony:seal'))
  await expect(main.getByText(t('testimony:sealed'))).toBeVisible()
  await look('account-sealed')
}
