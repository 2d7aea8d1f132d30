// Every door that stays shut says why in plain words: a link cut short, one nobody knows, one that was used or
// has expired, wrong words, a phone that was taken off the team.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, joinTeam, logArrival, PASSPHRASE, sendNow, unlock } from '#tests/e2e/world/acts.ts'
import { keptOn } from '#tests/e2e/world/kept-on.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

test('a link cut short is noticed before anything else is asked', async ({ server, openPhone }) => {
  const page = (await openPhone()).page()
  const link = await server.invite('worker')
  await page.goto('about:blank')
  await page.goto(link.slice(0, -10))
  await page.getByRole('button', { name: t('common:actions.next') }).click()
  await expect(page.getByText(t('join:invite.broken'))).toBeVisible()
  await expect(page.getByRole('textbox', { name: t('join:invite.label') })).toBeFocused()
})

test('links that are unknown, used or expired say so, and another link joins with the same words', async ({
  server,
  openPhone,
  complaints
}) => {
  complaints.expect(/status of 4\d\d/)
  const used = await server.invite('worker')
  await joinTeam((await openPhone()).page(), used)

  const page = (await openPhone()).page()
  await page.goto('about:blank')
  await page.goto(used.replace(/#\/join\/.{6}/, '#/join/AAAAAA'))
  await chooseWords(page)
  await expect(page.getByRole('alert')).toContainText(t('join:trouble.inviteUnknown.title'))
  await expect(page.getByRole('alert')).toContainText(t('join:trouble.inviteUnknown.advice'))

  const another = page.getByRole('textbox', { name: t('join:invite.newLabel') })
  const again = page.getByRole('button', { name: t('common:actions.tryAgain') })
  await another.fill(used)
  await again.click()
  await expect(page.getByRole('alert')).toContainText(t('join:trouble.inviteUsed.title'))

  const expired = await server.invite('worker')
  letInvitesExpire(server.folder)
  await another.fill(expired)
  await again.click()
  await expect(page.getByRole('alert')).toContainText(t('join:trouble.inviteExpired.title'))
  await expect(page.getByRole('alert')).toContainText(t('join:trouble.inviteExpired.advice'))

  await another.fill(await server.invite('worker'))
  await again.click()
  await expect(page.getByRole('heading', { level: 1, name: t('join:ready.title') })).toBeVisible({ timeout: 90_000 })
  expect((await server.command('devices')).match(/worker/g)).toHaveLength(2)
})

test('wrong words wait in words and cost nothing; the right ones open', async ({ joinPhone }) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'newArrival', t)
  await logArrival(page, { men: 2 }, t)
  await page.getByRole('button', { name: t('common:actions.hide'), exact: true }).click()

  await unlock(page, 'en', 'five words of somebody else')
  await expect(page.getByRole('alert')).toContainText(t('unlock:wrong.title'))
  await expect(page.getByText(t('unlock:againNow'))).toBeVisible()
  await unlock(page, 'en', 'five more words of theirs')
  await expect(page.getByText(t('unlock:again_other', { count: 2 }))).toBeVisible()
  // A new start does not shorten the wait.
  await expect(page.getByText(t('unlock:againNow'))).toBeVisible()
  for (const words of ['and yet another five words', 'a last five words']) {
    await unlock(page, 'en', words)
    await expect(
      page.getByText(t('unlock:again_other', { count: 4 })).or(page.getByText(t('unlock:again_other', { count: 8 })))
    ).toBeVisible()
    if (words.startsWith('and')) await expect(page.getByText(t('unlock:againNow'))).toBeVisible()
  }
  await page.reload()
  await unlock(page, 'en', PASSPHRASE)
  await expect(page.getByRole('alert')).toContainText(t('unlock:wait.title'))
  await expect(page.getByText(t('unlock:againNow'))).toBeVisible()
  await unlock(page, 'en', PASSPHRASE)
  await goTo(page, 'people', t)
  await expect(page.getByRole('main').getByRole('link', { name: '2 men' })).toBeVisible()
})

test('a phone taken off the team says so and holds nothing that can be read', async ({
  server,
  joinPhone,
  complaints
}) => {
  complaints.expect(/status of 4\d\d/)
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'newArrival', t)
  await logArrival(page, { men: 2 }, t)
  await sendNow(page, t)
  expect(await keptOn(page)).toMatchObject({ slots: 2, keyring: 1 })

  await server.command('revoke', '1')
  await page.getByRole('button', { name: t('phone:send.now'), exact: true }).click()
  const gone = page.getByRole('heading', { level: 1, name: t('unlock:gone.wiped.title') })
  await expect(gone).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(t('unlock:gone.wiped.what'))
  await page.reload()
  await expect(gone).toBeVisible()
  await expect(page.getByText('2 men')).toHaveCount(0)
  expect(await keptOn(page)).toEqual({
    slots: 0,
    keyring: 0,
    blocks: 0,
    notes: 0,
    brake: 0,
    numbers: NUMBERS_BEGUN_ANEW,
    rows: 0,
    parcels: 0,
    contents: 0,
    deliveries: 0,
    state: 1
  })
})

/** One row without a figure of before: by it a save that was under way is called off. */
const NUMBERS_BEGUN_ANEW = 1

/** Ten minutes pass for every link that nobody has used. */
const letInvitesExpire = (folder: string) => {
  const data = new DatabaseSync(join(folder, 'susret.sqlite'))
  data.exec('update invite set expires_at = made_at where used_by is null')
  data.close()
}

const chooseWords = async (page: Page) => {
  await page.getByRole('button', { name: t('common:actions.next') }).click()
  await page.getByRole('button', { name: t('join:passphrase.own') }).click()
  await page.getByLabel(t('join:passphrase.ownLabel')).fill(PASSPHRASE)
  await page.getByRole('button', { name: t('common:actions.next') }).click()
  await page.getByRole('textbox', { name: t('join:proof.label') }).fill(PASSPHRASE)
  await page.getByRole('button', { name: t('join:proof.join') }).click()
}
