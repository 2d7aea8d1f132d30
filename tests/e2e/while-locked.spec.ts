// Records saved without signal leave the phone while it is locked, and even with Susret closed: who carries them needs no
// key.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, joinTeam, logArrival, unlock } from '#tests/e2e/world/acts.ts'
import { changesOf } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

test('a locked phone hands over what was saved as soon as signal returns, in a browser without background delivery', async ({
  server,
  openPhone
}) => {
  const phone = await openPhone()
  const page = phone.page()
  await page.addInitScript(() => {
    if ('ServiceWorkerRegistration' in globalThis) Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync')
  })
  await joinTeam(page, await server.invite('worker'))
  await phone.context().setOffline(true)
  await saveThreeAndLock(page)
  expect(await changesOf(server)).toBe(0)

  await phone.context().setOffline(false)
  await expect.poll(() => changesOf(server), { timeout: 90_000 }).toBe(3)
  await expect(page.getByRole('textbox', { name: t('unlock:label') })).toBeVisible()

  await unlock(page)
  await goTo(page, 'onThisPhone', t)
  await expect(page.getByText(t('phone:work.all_sent'))).toBeVisible()
})

test('with Susret closed the browser delivers what was saved as soon as signal returns', async ({
  server,
  joinPhone
}) => {
  const phone = await joinPhone('worker')
  await phone.context().setOffline(true)
  await saveThreeAndLock(phone.page())
  await phone.context().newPage()
  await phone.page().close()
  expect(await changesOf(server)).toBe(0)

  await phone.context().setOffline(false)
  await expect.poll(() => changesOf(server), { timeout: 90_000 }).toBe(3)
  expect(
    phone
      .context()
      .pages()
      .map((page) => page.url())
  ).toEqual(['about:blank'])
})

const saveThreeAndLock = async (page: Page) => {
  await goTo(page, 'newArrival', t)
  await logArrival(page, { men: 1 }, t)
  await logArrival(page, { women: 1, boys: 2 }, t)
  await logArrival(page, { girls: 1, alone: 'yes' }, t)
  await page.getByRole('button', { name: t('common:actions.hide'), exact: true }).click()
  await expect(page.getByRole('textbox', { name: t('unlock:label') })).toBeVisible()
}
