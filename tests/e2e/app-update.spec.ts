// A new version comes while people work: it waits, it takes over when nobody is in the middle of anything, and what was
// begun is there afterwards.
import type { Page, Request } from '@playwright/test'
import { expect } from '#tests/e2e/fixtures.ts'
import { counterSays, fillArrival, goTo, logArrival, sendNow, unlock } from '#tests/e2e/world/acts.ts'
import { countStarts, expectBuild, expectNoneWaiting, fetchUpdate, test } from '#tests/e2e/world/released-app.ts'
import { changesOf } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

test.describe.configure({ mode: 'default' })

const t = wordsOf('en')
const NOTE = 'waits at the čekaonica'
const CARET = 6
/** Long enough for whatever should not happen to happen. */
const A_WHILE_MS = 1_500

test('@letterbox a new version leaves a begun form alone, waits for a word or an idle lock, and finds the draft again', async ({
  builds,
  server,
  joinPhone
}) => {
  const phone = await joinPhone('worker')
  const page = phone.page()
  const requests: Request[] = []
  phone.context().on('request', (request) => requests.push(request))
  const starts = countStarts(page)
  await beginForm(page)

  await server.release(await builds.folderOf('second'))
  await fetchUpdate(page)
  await page.waitForTimeout(A_WHILE_MS)
  await expectForm(page)
  expect(await caretOf(page)).toEqual([NOTE, CARET])

  await test.step('locked with a form begun, it goes on waiting', async () => {
    await hide(page)
    await page.waitForTimeout(A_WHILE_MS)
    await expectBuild(page, 'first')
    expect(starts()).toBe(0)
    await unlock(page)
    await expectForm(page)
  })

  const first = await versionShown(page)
  await test.step('it takes over at once when the worker says so, and the form is there', async () => {
    await page.getByRole('button', { name: t('common:update.now') }).click()
    await expectBuild(page, 'second')
    await unlock(page)
    expect(await versionShown(page)).not.toBe(first)
    expect(starts()).toBe(1)
    await goTo(page, 'newArrival', t)
    await expectForm(page)
    await page.getByRole('button', { name: t('common:actions.save'), exact: true }).click()
    await sendNow(page, t)
    expect(await changesOf(server)).toBe(1)
  })

  await test.step('with nothing begun it takes over while the phone is locked', async () => {
    await server.release(await builds.folderOf('third'))
    await fetchUpdate(page)
    await page.waitForTimeout(A_WHILE_MS)
    await expectBuild(page, 'second')
    await hide(page)
    await expectBuild(page, 'third')
    await expectNoneWaiting(page)
    expect(starts()).toBe(2)
    await unlock(page)
    expect(await changesOf(server)).toBe(1)
  })

  const versions = [first, await versionShown(page)]
  const told = await Promise.all(requests.map(async (one) => [one.url(), one.postData(), await one.allHeaders()]))
  for (const version of versions) expect(JSON.stringify(told)).not.toContain(version)
})

test('@letterbox two tabs on different versions both save, and neither begins anew under the hands', async ({
  builds,
  server,
  joinPhone
}) => {
  const phone = await joinPhone('worker')
  const old = phone.page()
  const young = await phone.context().newPage()
  await young.goto(phone.url('/phone'))
  await unlock(young)
  await beginForm(old)
  await server.release(await builds.folderOf('second'))
  await fetchUpdate(young)
  const [oldStarts, youngStarts] = [countStarts(old), countStarts(young)]

  await young.getByRole('button', { name: t('common:update.now') }).click()
  await expectBuild(young, 'second')
  await unlock(young)
  await phone.context().setOffline(true)
  await expectForm(old)
  expect(await caretOf(old)).toEqual([NOTE, CARET])
  await old.getByRole('button', { name: t('common:actions.save'), exact: true }).click()
  await expect(old.getByText(t('new-arrival:saved')).last()).toBeVisible()
  await goTo(young, 'newArrival', t)
  await logArrival(young, { women: 1 }, t)

  await test.step('the old tab still opens screens of its own version that it had never opened', async () => {
    await goTo(old, 'people', t)
    await expect(old.getByRole('heading', { level: 1, name: t('common:places.people') })).toBeVisible()
    expect(await old.evaluate(() => [...((globalThis as { builds?: Set<string> }).builds ?? [])])).toEqual(['first'])
  })

  await phone.context().setOffline(false)
  await sendNow(young, t)
  await expect.poll(() => changesOf(server)).toBe(2)
  expect([oldStarts(), youngStarts()]).toEqual([0, 1])

  await test.step('locked, the old tab follows by itself', async () => {
    await hide(old)
    await expectBuild(old, 'second')
    expect([oldStarts(), youngStarts()]).toEqual([1, 1])
  })
})

test('@letterbox a phone that slept through two versions hands over what it saved, and then follows', async ({
  builds,
  server,
  joinPhone
}) => {
  const phone = await joinPhone('worker')
  await phone.context().setOffline(true)
  await goTo(phone.page(), 'newArrival', t)
  await logArrival(phone.page(), { boys: 2 }, t)
  await phone.close()
  await server.release(await builds.folderOf('second'))
  await server.release(await builds.folderOf('third'))

  await phone.open({ isOffline: true })
  const page = phone.page()
  await expectBuild(page, 'first')
  await unlock(page)
  await phone.context().setOffline(false)
  await sendNow(page, t)
  expect(await changesOf(server)).toBe(1)
  await fetchUpdate(page)
  await hide(page)
  await expectBuild(page, 'third')
})

/** A half-filled New arrival, with the caret in the middle of its note. */
const beginForm = async (page: Page) => {
  await goTo(page, 'newArrival', t)
  await fillArrival(page, { men: 2, girls: 1, urgent: 'at_risk' }, t)
  await page.getByRole('main').locator('summary').click()
  const note = page.getByRole('textbox', { name: t('form:note') })
  await note.fill(NOTE)
  await note.evaluate((field: HTMLTextAreaElement, caret) => field.setSelectionRange(caret, caret), CARET)
}

const expectForm = async (page: Page) => {
  await expect(page.getByRole(...counterSays(t, 'men', 2))).toBeVisible()
  await expect(page.getByRole(...counterSays(t, 'girls', 1))).toBeVisible()
  await expect(page.getByRole('button', { name: t('codes:urgent.at_risk'), exact: true, pressed: true })).toBeVisible()
  const note = page.getByLabel(t('form:note'))
  if (!(await note.isVisible())) await page.getByRole('main').locator('summary').click()
  await expect(note).toHaveValue(NOTE)
}

/** Text and caret of the field that has the focus. */
const caretOf = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement
    return [field.value, field.selectionStart]
  })

const hide = async (page: Page) => {
  await page.getByRole('button', { name: t('common:actions.hide'), exact: true }).click()
  await expect(page.getByRole('textbox', { name: t('unlock:label') })).toBeVisible()
}

const versionShown = async (page: Page): Promise<string> => {
  await goTo(page, 'onThisPhone', t)
  const row = page.locator('dl > div').filter({ has: page.getByText(t('phone:about.version'), { exact: true }) })
  return (await row.getByRole('definition').textContent()) ?? ''
}
