// The language changes in the middle of a form, from every language to every other: what is typed, the caret, the place
// on the screen and the way back from the last save stay, and no signal is needed.
import type { Page } from '@playwright/test'
import { directionOf, INTERFACE_LANGUAGES, type InterfaceLanguage } from '#domain/codes/languages.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { counterSays, fillArrival, flipButton, logArrival, rowOf, speakWith, unlock } from '#tests/e2e/world/acts.ts'
import type { TestPhone } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const NOTE = 'wait for صديق at the čekaonica'
const CARET = 7
const en = wordsOf('en')

test('every switch between languages leaves a half-filled form as it was @talk', async ({ joinPhone }) => {
  // Sixteen languages make 240 switches: this ends a test that hangs, it measures nothing.
  test.setTimeout(1_800_000)
  const page = await halfFilledForm(await joinPhone('worker'))
  const before = await stateOf(page)
  expect(before.scrolled).toBeGreaterThan(300)

  const visits = tour(INTERFACE_LANGUAGES)
  const pairs = new Set(visits.map((to, at) => `${visits[at - 1] ?? 'en'} ${to}`))
  expect(pairs.size).toBe(INTERFACE_LANGUAGES.length * (INTERFACE_LANGUAGES.length - 1))
  let from: InterfaceLanguage = 'en'
  for (const to of visits) {
    await page.getByRole('button', { name: wordsOf(from)('ui:language.button'), exact: true }).click()
    await rowOf(page, to).click()
    await expectForm(page, to, `${from} to ${to}`)
    // The focus goes back when the sheet has closed.
    await expect(async () => expectSame(await stateOf(page), before, `${from} to ${to}`)).toPass({ timeout: 10_000 })
    from = to
  }
})

test('mine and theirs change places in one tap, in the middle of a form, and are known after the next start @talk', async ({
  joinPhone
}) => {
  const phone = await joinPhone('worker')
  const page = await halfFilledForm(phone)
  const before = await stateOf(page)
  await expect(flipButton(page, 'en', 'ar')).toHaveCount(0)
  await speakWith(page, 'en', 'ar')
  expectSame(await stateOf(page), before, 'choosing theirs')
  await flipButton(page, 'en', 'ar').click()
  await expectForm(page, 'ar', 'en to ar')
  expectSame(await stateOf(page), before, 'en to ar')
  await expect(flipButton(page, 'ar', 'en')).toBeVisible()
  await flipButton(page, 'ar', 'en').click()
  await expectForm(page, 'en', 'ar to en')
  expectSame(await stateOf(page), before, 'ar to en')
  await flipButton(page, 'en', 'ar').click()
  await phone.close()
  await phone.open({ isOffline: true })
  await expect(phone.page().locator('html')).toHaveAttribute('lang', 'ar')
  await expect(flipButton(phone.page(), 'ar', 'en')).toBeVisible()
})

/** On a phone that was started anew, so that no other language is in memory, and without signal to fetch one. */
const halfFilledForm = async (phone: TestPhone): Promise<Page> => {
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
  await expectForm(page, 'en', 'at first')
  return page
}

/** What the screen says in its language, seen all at once: two hundred and forty switches ask for it. */
const expectForm = async (page: Page, language: InterfaceLanguage, which: string) => {
  const t = wordsOf(language)
  const [, men] = counterSays(t, 'men', 2)
  const [, girls] = counterSays(t, 'girls', 1)
  const wanted = {
    lang: language,
    dir: directionOf(language),
    title: t('new-arrival:title'),
    counters: [men.name, girls.name],
    flag: [t('codes:urgent.at_risk')],
    label: t('form:note'),
    note: NOTE,
    isNoteInSight: true,
    saved: t('new-arrival:saved'),
    undo: t('ui:undo')
  }
  await expect
    .poll(() => page.evaluate(formShown, wanted.counters), { message: which, intervals: [20, 50, 100, 200, 500] })
    .toEqual(wanted)
}

/** Runs in the page. */
const formShown = (counters: string[]) => {
  const note = document.querySelector('main textarea') as HTMLTextAreaElement
  const box = note.getBoundingClientRect()
  const textOf = (selector: string) => document.querySelector<HTMLElement>(selector)?.innerText.trim()
  const status = [...document.querySelectorAll<HTMLElement>('p[role=status]')].at(-1)
  const main = document.getElementById('main')?.getBoundingClientRect()
  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: textOf('h1'),
    counters: counters.filter((name) => document.querySelector(`button[aria-label="${name}"]`) !== null),
    flag: [...document.querySelectorAll<HTMLElement>('main [aria-pressed=true]')].map((flag) => flag.innerText.trim()),
    label: note.labels[0]?.childNodes[0]?.textContent?.trim(),
    note: note.value,
    isNoteInSight: main !== undefined && box.top >= main.top - 1 && box.bottom <= main.bottom + 1,
    saved: status?.innerText.split('\n')[0]?.trim(),
    undo: (status?.nextElementSibling as HTMLElement | null)?.innerText.trim()
  }
}

/** What does not depend on the language. A bar that was made anew would run again; what a tap set moving does not count. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement
    return {
      focused: field.tagName,
      caret: [field.selectionStart, field.selectionEnd],
      isMoreOpen: document.querySelector('details')?.open,
      undo: document
        .getAnimations()
        .filter(({ playState }) => playState === 'paused')
        .map(({ currentTime }) => String(currentTime)),
      scrolled: document.getElementById('main')?.scrollTop ?? 0,
      top: Math.round(field.getBoundingClientRect().top)
    }
  })

type FormState = Awaited<ReturnType<typeof stateOf>>

const expectSame = (now: FormState, before: FormState, which: string) => {
  expect({ ...now, top: before.top, scrolled: before.scrolled }, which).toEqual(before)
  expect(Math.abs(now.top - before.top), `${which}: the note has moved from ${before.top} to ${now.top}`).toBeLessThan(
    80
  )
}

/** Hundreds of switches take longer than the bar stays. */
const holdUndoBar = (page: Page) =>
  page.evaluate(() => {
    document.getAnimations().forEach((animation) => animation.pause())
  })

/** From the first language over every ordered pair exactly once and back. */
const tour = ([here, next, ...later]: readonly InterfaceLanguage[]): InterfaceLanguage[] =>
  here === undefined || next === undefined
    ? []
    : [...later.flatMap((other) => [other, here]), next, ...tour([next, ...later]), here]
