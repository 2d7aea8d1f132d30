// Urdu in Nastaliq, as its readers know it from books: offered where the phone has such letters and somebody reads Urdu, kept
// for the next start, and of no other language.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { URDU_LETTERS_NAMES } from '#domain/codes/languages.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, joinTeam, speak, speakWith, unlock } from '#tests/e2e/world/acts.ts'
import { arabicFontNamed } from '#tests/e2e/world/font-named.ts'
import { createTestPhone } from '#tests/e2e/world/phone.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const [en, ur, ar] = [wordsOf('en'), wordsOf('ur'), wordsOf('ar')]

const choice = (page: Page) => page.getByRole('group', { name: ur('codes:languages.ur'), exact: true })
const letters = (page: Page, text: string) =>
  page
    .getByText(text, { exact: true })
    .first()
    .evaluate((element) => getComputedStyle(element).fontFamily.split(',')[0])

test('Urdu is written in Nastaliq where the phone has it and its owner wants it @talk', async ({
  server,
  complaints
}) => {
  const own = await mkdtemp(join(tmpdir(), 'susret-fonts-'))
  await mkdir(join(own, 'fonts'))
  await writeFile(join(own, 'fonts', 'nastaliq.ttf'), await arabicFontNamed('Noto Nastaliq Urdu'))
  const phone = await createTestPhone(server.url, complaints, { own })
  try {
    await phone.open()
    const page = phone.page()
    await joinTeam(page, await server.invite('worker'))
    await goTo(page, 'onThisPhone', en)
    await expect(page.getByText(en('phone:light.title'))).toBeVisible()
    await expect(page.getByText(URDU_LETTERS_NAMES.nastaliq), 'nobody reads Urdu here').toHaveCount(0)
    await speak(page, 'en', 'ur')
    await choice(page).getByRole('button', { name: URDU_LETTERS_NAMES.nastaliq }).click()
    expect(await letters(page, ur('phone:light.title'))).toBe('Nastaliq')

    await phone.close()
    await phone.open({ isOffline: true })
    const later = phone.page()
    expect(await letters(later, ur('unlock:title')), 'also before the app is there').toBe('Nastaliq')
    await unlock(later, 'ur')
    await speak(later, 'ur', 'ar')
    await speakWith(later, 'ar', 'ur')
    await goTo(later, 'talk', ar)
    expect(await letters(later, ar('talk:starters'))).toBe('Susret')
    expect(await letters(later, ur('phrases:cards.hello'))).toBe('Nastaliq')

    await goTo(later, 'onThisPhone', ar)
    await later.getByRole('button', { name: URDU_LETTERS_NAMES.naskh }).click()
    await goTo(later, 'talk', ar)
    expect(await letters(later, ur('phrases:cards.hello'))).toBe('Susret')
  } finally {
    await phone.dispose()
    await rm(own, { recursive: true, force: true })
  }
})

test('a phone without Nastaliq is not asked which letters it writes Urdu in @talk', async ({ joinPhone }) => {
  const page = (await joinPhone('worker')).page()
  await speak(page, 'en', 'ur')
  await goTo(page, 'onThisPhone', ur)
  await expect(page.getByText(ur('phone:light.title'))).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  await expect(choice(page)).toHaveCount(0)
})
