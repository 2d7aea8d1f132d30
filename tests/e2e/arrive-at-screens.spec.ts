// From screen to screen without eyes or a pointer: each begins at its heading, so that its name is heard first, and the
// choice of a language outlives the screen it was opened from.
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { counterSays, goTo, logArrival, PASSPHRASE } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const [en, ar] = [wordsOf('en'), wordsOf('ar')]

test('every way to another screen ends at its heading', async ({ joinPhone }) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'newArrival', en)
  await test.step('a form begun and emptied again is kept nowhere, and is not picked up', async () => {
    const draft = () => isKept(page, 'draft arrival')
    await page.getByRole(...counterSays(en, 'men', 0)).click()
    await expect.poll(draft).toBe(true)
    await page
      .getByRole('button', { name: en('ui:counter.remove', { label: en('form:men'), value: 1 }), exact: true })
      .click()
    await expect.poll(draft).toBe(false)
  })
  await logArrival(page, { men: 2 }, en)

  await test.step('by the places at the bottom', async () => {
    for (const place of ['people', 'services', 'today'] as const) {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: en(`common:places.${place}`) })
        .focus()
      await page.keyboard.press('Enter')
      await expectFocusOn(page, en(`common:places.${place}`))
    }
  })
  await test.step('by a row that goes away with its screen', async () => {
    const row = page.getByRole('main').getByRole('link', { name: '2 men' })
    await row.focus()
    await page.keyboard.press('Enter')
    await expectFocusOn(page, '2 men')
  })
  await test.step('by the arrow back', async () => {
    await page.getByRole('link', { name: en('common:actions.back') }).focus()
    await page.keyboard.press('Enter')
    await expectFocusOn(page, en('people:title'))
  })
  await test.step('by hiding and opening', async () => {
    await page.getByRole('button', { name: en('common:actions.hide') }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: en('unlock:label') })).toBeFocused()
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expectFocusOn(page, en('people:title'))
  })
})

test('a language can be chosen while the app is still opening', async ({ server, page }) => {
  let goOn = () => {}
  const held = new Promise<void>((settle) => (goOn = settle))
  await page.route(/join-team/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(server.url)
  await expect(page.getByRole('heading', { level: 1, name: en('unlock:starting.title') })).toBeVisible()
  await page.getByRole('button', { name: en('ui:language.button') }).click()
  const sheet = page.getByRole('dialog', { name: en('ui:language.title') })
  await expect(sheet).toBeVisible()
  goOn()
  await expect(page.locator('h1', { hasText: en('join:welcome.title') })).toBeAttached()
  await expect(sheet).toBeVisible()
  await sheet.getByRole('button', { name: 'العربية' }).click()
  await expect(page.getByRole('heading', { level: 1, name: ar('join:welcome.title') })).toBeVisible()
})

const expectFocusOn = (page: Page, title: string) =>
  expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeFocused()

/** Whether the phone keeps something sealed by this name. */
const isKept = (page: Page, name: string): Promise<boolean> =>
  page.evaluate(
    (key) =>
      new Promise<boolean>((resolve, reject) => {
        const opened = indexedDB.open('susret-vault')
        opened.addEventListener('error', () => reject(new Error('The vault cannot be opened')))
        opened.addEventListener('success', () => {
          const found = opened.result.transaction('notes').objectStore('notes').count(key)
          found.addEventListener('success', () => {
            opened.result.close()
            resolve(found.result > 0)
          })
        })
      }),
    name
  )
