// A file of the app is gone from the phone: plain words and a way out, and never one reload after another.
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, joinTeam, logArrival, sendNow, unlock } from '#tests/e2e/world/acts.ts'
import { countStarts, loseFiles } from '#tests/e2e/world/released-app.ts'
import { changesOf } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

test('@letterbox a screen whose file is gone says so without signal, and opens with signal after one reload at most', async ({
  server,
  joinPhone,
  complaints
}) => {
  complaints.expect(/Failed to load resource: net::ERR_FAILED/)
  const phone = await joinPhone('worker')
  const page = phone.page()
  await page.evaluate(() => navigator.serviceWorker.ready)
  // With signal the worker would mend it, when it hears that the page came up.
  await phone.context().setOffline(true)
  expect(await loseFiles(page, 'find-people')).toBeGreaterThan(0)
  const starts = countStarts(page)

  await goTo(page, 'people', t)
  const tryAgain = page.getByRole('button', { name: t('common:actions.tryAgain'), exact: true })
  for (let tries = 0; tries < 3; tries += 1) {
    await expect(page.getByRole('heading', { level: 1, name: t('shell:missing.title') })).toBeVisible()
    await expect(page.getByText(t('shell:missing.kept'))).toBeVisible()
    await tryAgain.click()
  }
  await expect(tryAgain).toBeEnabled()
  await goTo(page, 'newArrival', t)
  await logArrival(page, { men: 1 }, t)
  expect(starts()).toBe(0)

  await phone.context().setOffline(false)
  await goTo(page, 'people', t)
  const people = page.getByRole('heading', { level: 1, name: t('common:places.people') })
  const locked = page.getByRole('textbox', { name: t('unlock:label') })
  await expect(async () => {
    if (await locked.isVisible()) await unlock(page)
    if (await tryAgain.isVisible()) await tryAgain.click({ timeout: 3_000 })
    await expect(people).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  expect(starts()).toBeLessThanOrEqual(1)
  await sendNow(page, t)
  expect(await changesOf(server)).toBe(1)
})

test('@letterbox a file that the server does not have either costs one reload and no more', async ({
  server,
  openPhone,
  complaints
}) => {
  complaints.expect(/Failed to load resource: net::ERR_FAILED/)
  const phone = await openPhone()
  const page = phone.page()
  await joinTeam(page, await server.invite('worker'))
  await page.evaluate(() => navigator.serviceWorker.ready)
  await phone.context().route(/find-people/, (route) => route.fulfill({ status: 404 }))
  await loseFiles(page, 'find-people')
  const starts = countStarts(page)
  await goTo(page, 'people', t)
  const tryAgain = page.getByRole('button', { name: t('common:actions.tryAgain'), exact: true })
  const locked = page.getByRole('textbox', { name: t('unlock:label') })
  for (let tries = 0; tries < 6; tries += 1) {
    // The page may begin anew between the look and the tap.
    await expect(async () => {
      if (await locked.isVisible()) {
        await unlock(page)
        await goTo(page, 'people', t)
      }
      await tryAgain.click({ timeout: 3_000 })
    }).toPass({ timeout: 60_000 })
  }
  await expect(page.getByRole('heading', { level: 1, name: t('shell:missing.title') })).toBeVisible()
  expect(starts()).toBe(1)
  await page
    .getByRole('link', { name: t('common:actions.back'), exact: true })
    .last()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: t('common:places.today') })).toBeVisible()
})
