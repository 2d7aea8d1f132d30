// The language changes in the middle of a form, from every language to every other: what is typed, the caret, the place
// on the screen and the way back from the last save stay, and no signal is needed.
import type { Page } from '@playwright/test'
import { directionOf, INTERFACE_LANGUAGES, type InterfaceLanguage } from '#domain/codes/languages.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { counterSays, fillArrival, logArrival, speak, unlock } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const NOTE = 'wait for صديق at the čekaonica'
const CARET = 7
/** Every ordered pair of so many languages, then each other language once; ALL_PAIRS=1 tours them all. */
const TOURED = process.env['ALL_PAIRS'] === '1' ? INTERFACE_LANGUAGES.length : 5

test('every switch between languages leaves a half-filled form as it was', async ({ joinPhone }) => {
  const en = wordsOf('en')
  const phone = await joinPhone('worker')
  // Another start, so that no other language is in memory, and no signal to fetch one.
  await phone.close()
  await phone.open({ path: '/new', isOffline: true })
  const page = phone.page()
  await unlock(page)
  await logArrival(page, { men: 1 }, en)
  await holdUndoBar(page)

  await fillArrival(page, { men: 2, girls: 1, urgent: 'at_risk' }, en)
  await page.getByRole('main').locator('summary').click()
  const note = page.getByRole('textbox', { name: en('form:note') })
  await note.fill(NOTE)
  await note.evaluate((field: HTMLTextAreaElement, caret) => field.setSelectionRange(caret, caret), CARET)
  await expectForm(page, 'en')
  const before = await stateOf(page)
  expect(before.scrolled).toBeGreaterThan(300)

  const [toured, once] = [INTERFACE_LANGUAGES.slice(0, TOURED), INTERFACE_LANGUAGES.slice(TOURED)]
  const visits = [...tour(toured), ...once]
  expect(new Set(pairs(['en', ...visits])).size).toBe(toured.length * (toured.length - 1) + once.length)
  let from: InterfaceLanguage = 'en'
  for (const to of visits) {
    await test.step(`${from} to ${to}`, async () => {
      await speak(page, from, to)
      await expectForm(page, to)
      const now = await stateOf(page)
      expect({ ...now, top: before.top, scrolled: before.scrolled }).toEqual(before)
      expect(Math.abs(now.top - before.top), `the note has moved from ${before.top} to ${now.top}`).toBeLessThan(80)
    })
    from = to
  }
})

/** What the screen says in its language. */
const expectForm = async (page: Page, language: InterfaceLanguage) => {
  const t = wordsOf(language)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('html')).toHaveAttribute('dir', directionOf(language))
  await expect(page.getByRole('heading', { level: 1, name: t('new-arrival:title'), exact: true })).toBeVisible()
  await expect(page.getByRole(...counterSays(t, 'men', 2))).toBeAttached()
  await expect(page.getByRole(...counterSays(t, 'girls', 1))).toBeAttached()
  await expect(page.getByRole('button', { name: t('codes:urgent.at_risk'), exact: true, pressed: true })).toBeAttached()
  await expect(page.getByRole('textbox', { name: t('form:note') })).toHaveValue(NOTE)
  await expect(page.getByRole('textbox', { name: t('form:note') })).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('status').filter({ hasText: t('new-arrival:saved') })).toBeVisible()
  await expect(page.getByRole('button', { name: t('ui:undo'), exact: true })).toBeVisible()
}

/** What does not depend on the language. A bar that was made anew would run again. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement
    return {
      focused: field.tagName,
      caret: [field.selectionStart, field.selectionEnd],
      isMoreOpen: document.querySelector('details')?.open,
      undo: document.getAnimations().map(({ playState, currentTime }) => `${playState} ${String(currentTime)}`),
      scrolled: document.getElementById('main')?.scrollTop ?? 0,
      top: Math.round(field.getBoundingClientRect().top)
    }
  })

/** Twenty switches on a busy machine take longer than the bar stays. */
const holdUndoBar = (page: Page) =>
  page.evaluate(() => {
    document.getAnimations().forEach((animation) => animation.pause())
  })

/** From the first language over every ordered pair exactly once and back. */
const tour = ([here, next, ...later]: readonly InterfaceLanguage[]): InterfaceLanguage[] =>
  here === undefined || next === undefined
    ? []
    : [...later.flatMap((other) => [other, here]), next, ...tour([next, ...later]), here]

const pairs = (visits: readonly InterfaceLanguage[]) => visits.slice(1).map((to, at) => `${visits[at]} ${to}`)
