// A slow phone draws the door before it has read the app: whoever types the passphrase at once and taps Open has not typed in
// vain, and nothing of it is kept.
import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { PASSPHRASE, speak } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const [en, ar] = [wordsOf('en'), wordsOf('ar')]

const passphraseOn = (page: Page, t = en) => page.getByRole('textbox', { name: t('unlock:label') })
const openOn = (page: Page, t = en) => page.getByRole('button', { name: t('unlock:open'), exact: true })
const drawnOn = (page: Page) => page.locator('#root > [data-drawn]')

test('a passphrase typed and a button tapped before the app is there go on in the app, and the passphrase stays nowhere', async ({
  joinPhone
}) => {
  test.setTimeout(180_000)
  const phone = await joinPhone('worker')
  const page = phone.page()
  await lockOnce(page)

  await test.step('what was begun is gone on with, at the same place', async () => {
    const letCome = await holdApp(phone.context(), page)
    const [beginning, end] = [PASSPHRASE.slice(0, 9), PASSPHRASE.slice(9)]
    await expect(passphraseOn(page)).toBeFocused()
    await page.keyboard.type(end)
    await page.keyboard.press('Home')
    await page.keyboard.type(beginning)
    letCome()
    await expect(drawnOn(page)).toHaveCount(0)
    await expect(passphraseOn(page)).toHaveValue(PASSPHRASE)
    await expect(passphraseOn(page)).toBeFocused()
    expect(await passphraseOn(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(beginning.length)
    await openOn(page).click()
    await expect(page.getByRole('heading', { level: 1, name: en('common:places.today') })).toBeVisible()
  })

  await test.step('Enter and Open wait for the app', async () => {
    await lockOnce(page)
    const letCome = await holdApp(phone.context(), page)
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(drawnOn(page)).toBeVisible()
    await expect(passphraseOn(page)).toHaveValue(PASSPHRASE)
    letCome()
    await expect(page.getByRole('heading', { level: 1, name: en('common:places.today') })).toBeVisible()
  })

  await test.step('it speaks the language it was left in, and a tap on a button that needs the app is not lost', async () => {
    await speak(page, 'en', 'ar')
    await lockOnce(page, ar)
    const letCome = await holdApp(phone.context(), page)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await page.getByRole('button', { name: ar('unlock:forgotten'), exact: true }).click()
    letCome()
    await expect(page.getByText(ar('unlock:recover.safe'))).toBeVisible()
  })

  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  expect(kept).toContain('susret-door-drawn')
  for (const word of PASSPHRASE.split(' ')) expect(kept).not.toContain(word)
})

/** Locked, and looked at for a while: the door is drawn from this next time. */
const lockOnce = async (page: Page, t = en) => {
  await page.evaluate(() => localStorage.removeItem('susret-door-drawn'))
  await page.getByRole('button', { name: t('common:actions.hide'), exact: true }).click()
  await expect(passphraseOn(page, t)).toBeVisible()
  await expect.poll(() => page.evaluate(() => localStorage.getItem('susret-door-drawn'))).not.toBeNull()
}

/** Starts the app anew with its own code still on the way; the answer lets it come. */
const holdApp = async (context: BrowserContext, page: Page): Promise<() => void> => {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setBypassServiceWorker', { bypass: true })
  const held = Promise.withResolvers<void>()
  await page.route(/\/assets\/door-(?!libraries).*\.js$/, async (route) => {
    await held.promise
    await route.continue()
  })
  await page.goto(page.url(), { waitUntil: 'commit' })
  await expect(drawnOn(page)).toBeVisible()
  return () => {
    held.resolve()
    void session.detach().catch(() => undefined)
  }
}
