// Joining that does not go straight: the words from before are not at hand; and the team's server, restored from an older
// backup, does not know a phone any more.
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, joinTeam, logArrival, sendNow } from '#tests/e2e/world/acts.ts'
import { changesOf } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

test('a phone killed while it joined says that other words are not those from before, and takes new ones', async ({
  server,
  openPhone
}) => {
  const phone = await openPhone()
  const invite = await server.invite('worker')
  await phone.page().goto('about:blank')
  await phone.page().goto(invite)
  await next(phone.page())
  await phone
    .page()
    .getByRole('button', { name: t('join:passphrase.own') })
    .click()
  await typeWords(phone.page(), t('join:passphrase.ownLabel'), 'rain park bench coffee tram')
  await phone.context().setOffline(true)
  await proveWords(phone.page(), 'rain park bench coffee tram')
  await expect(phone.page().getByRole('alert')).toContainText(t('join:trouble.noSignal.title'), { timeout: 90_000 })
  await phone.kill()

  await phone.open({ path: invite })
  const page = phone.page()
  await expect(page.getByText(t('join:goOn.how'))).toBeVisible()
  await next(page)
  await typeWords(page, t('join:passphrase.sameLabel'), 'five other words for today')
  await proveWords(page, 'five other words for today')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(t('join:trouble.otherWords.title'), { timeout: 90_000 })
  await expect(alert).toContainText(t('join:trouble.otherWords.advice'))
  await page.getByRole('button', { name: t('join:trouble.sameWords') }).click()
  await expect(page.getByRole('textbox', { name: t('join:passphrase.sameLabel') })).toHaveValue('')

  await typeWords(page, t('join:passphrase.sameLabel'), 'again not the words from before')
  await proveWords(page, 'again not the words from before')
  await page.getByRole('button', { name: t('join:trouble.newWords') }).click({ timeout: 90_000 })
  await page.getByRole('button', { name: t('join:passphrase.own') }).click()
  await typeWords(page, t('join:passphrase.ownLabel'), 'five other words for today')
  await proveWords(page, 'five other words for today')
  await expect(page.getByRole('heading', { level: 1, name: t('join:ready.title') })).toBeVisible({ timeout: 90_000 })
  expect(await server.command('devices')).not.toContain('Phone 2 ')
})

test('@letterbox a phone that a restored server does not know joins again and hands over all it holds', async ({
  server,
  openPhone,
  complaints
}) => {
  complaints.expect(/status of 401/)
  const backup = join(tmpdir(), `susret-backup-${process.pid}.gz`)
  await server.command('backup', backup)
  const phone = await openPhone()
  const page = phone.page()
  await joinTeam(page, await server.invite('worker'))
  await goTo(page, 'newArrival', t)
  for (let men = 1; men <= 2; men += 1) await logArrival(page, { men }, t)
  await sendNow(page, t)

  await server.kill()
  for (const name of await readdir(server.folder)) await rm(join(server.folder, name), { recursive: true })
  await server.command('restore', backup)
  await rm(backup)
  await server.start()

  await goTo(page, 'newArrival', t)
  await logArrival(page, { men: 3 }, t)
  await goTo(page, 'today', t)
  await expect(page.getByText(t('common:trouble.unknownPhone'))).toBeVisible({ timeout: 90_000 })
  await goTo(page, 'onThisPhone', t)
  await expect(page.getByText(t('phone:unknown.what'))).toBeVisible()
  await page.getByRole('textbox', { name: t('join:invite.newLabel') }).fill(await server.invite('worker'))
  await page.getByRole('button', { name: t('unlock:gone.joinAgain') }).click()
  await expect(page.getByText(t('phone:unknown.known'))).toBeVisible({ timeout: 90_000 })
  await sendNow(page, t)
  expect(await changesOf(server)).toBe(3)
})

const next = (page: Page) => page.getByRole('button', { name: t('common:actions.next') }).click()

const typeWords = async (page: Page, label: string, words: string) => {
  await page.getByRole('textbox', { name: label }).fill(words)
  await next(page)
}

const proveWords = async (page: Page, words: string) => {
  await page.getByRole('textbox', { name: t('join:proof.label') }).fill(words)
  await page.getByRole('button', { name: t('join:proof.join') }).click()
}
