// A wrong word, put right by somebody who reads the language: it reaches every phone with the next delivery, no release
// in between, and is there without signal; and a phrase is heard that nobody can read.
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { SOUND_SECONDS } from '#domain/wording.ts'
import { WordsFile } from '#domain/words-file.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { goTo, sendNow, teamHasIt, unlock } from '#tests/e2e/world/acts.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const [en, ps] = [wordsOf('en'), wordsOf('ps')]
/** Its words are all there is to read on it. */
const CARD = 'not_police'
const RIGHT_WORDS = 'موږ پولیس نه یو. موږ د حکومت کار نه کوو.'
/** The team's records are not handed to translators; the browser prints a line each time the phone asks. */
const NO_RECORDS = /403 \(Forbidden\)/

const openDesk = async (page: Page) => {
  await goTo(page, 'onThisPhone', en)
  await page.getByRole('link', { name: en('words:link') }).click()
  await choosePashto(page)
}

const choosePashto = async (page: Page) => {
  await expect(page.getByRole('heading', { level: 1, name: en('words:title') })).toBeVisible()
  await expect(page.getByText(en('words:why'))).toBeVisible()
  await page.getByRole('button', { name: 'پښتو', exact: true }).click()
}

const openText = async (page: Page, english: string): Promise<Locator> => {
  await page.getByRole('searchbox', { name: en('talk:search') }).fill(english)
  await page.getByRole('main').getByRole('listitem').getByRole('button').filter({ hasText: english }).first().click()
  return page.getByRole('dialog')
}

const save = (sheet: Locator) => sheet.getByRole('button', { name: en('common:actions.save'), exact: true }).click()

const openCard = async (page: Page) => {
  await page.getByRole('link', { name: en('talk:pointTitle') }).click()
  await page.getByRole('dialog').getByRole('button', { name: /پښتو/ }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: en(`phrases:cards.${CARD}`) })
    .click()
  // The list goes when the card is there.
  await expect(page.getByRole('button', { name: en('talk:show') })).toBeVisible()
}

test('a corrected word and a spoken one reach the other phones, and stay there without signal @talk', async ({
  joinPhone,
  complaints
}) => {
  complaints.expect(NO_RECORDS)
  const [translator, worker] = [await joinPhone('translator'), await joinPhone('worker')]
  const page = translator.page()
  await openDesk(page)
  const english = en(`phrases:cards.${CARD}`)
  await translator.context().setOffline(true)
  const sheet = await openText(page, english)
  await sheet.getByRole('textbox', { name: en('words:yours') }).fill(RIGHT_WORDS)
  await sheet.getByRole('button', { name: en('words:check') }).click()
  await save(sheet)
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: RIGHT_WORDS })
  await expect(row.getByText(en('common:standing.saved'))).toBeVisible()
  await expect(row.getByText(en('words:states.checked'))).toBeVisible()

  await translator.context().setOffline(false)
  const again = await openText(page, english)
  await again.getByRole('button', { name: en('words:sound.record') }).click()
  await again.getByRole('button', { name: en('words:sound.stop') }).click({ delay: 1_500 })
  await expect(again.getByText(teamHasIt(en))).toBeVisible()
  await again.getByRole('button', { name: en('ui:close') }).click()
  await expect(row.getByText(teamHasIt(en))).toBeVisible()

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en('words:export') }).click()
  ])
  expect(WordsFile.parse(JSON.parse(await readFile(await file.path(), 'utf8')))).toMatchObject({
    words: { ps: { phrases: { cards: { [CARD]: RIGHT_WORDS } } } },
    checked: { ps: [`phrases:cards.${CARD}`] }
  })

  const theirs = worker.page()
  await goTo(theirs, 'talk', en)
  await openCard(theirs)
  await sendNow(theirs, en)
  await worker.context().setOffline(true)
  await theirs.goBack()
  const words = theirs.getByText(RIGHT_WORDS, { exact: true })
  await expect(words).toHaveAttribute('lang', 'ps')
  await expect(theirs.getByText(en('talk:notChecked'))).toHaveCount(0)
  await hear(theirs)

  await worker.kill()
  await worker.open({ path: '/talk', isOffline: true })
  // A browser killed so soon may have forgotten which language was chosen.
  await openCard(worker.page())
  await expect(worker.page().getByText(RIGHT_WORDS, { exact: true })).toBeVisible()
  await hear(worker.page())
})

/** From the first beep to the last. */
const hear = async (page: Page) => {
  await page.getByRole('button', { name: en('words:sound.play'), exact: true }).click()
  await expect(page.getByRole('button', { name: en('words:sound.stop'), exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: en('words:sound.play'), exact: true })).toBeVisible()
}

test('a sound is not played beside words that were changed after it was spoken @talk', async ({
  joinPhone,
  complaints
}) => {
  complaints.expect(NO_RECORDS)
  const page = (await joinPhone('translator')).page()
  await openDesk(page)
  const english = en(`phrases:cards.${CARD}`)
  const sheet = await openText(page, english)
  await sheet.getByRole('button', { name: en('words:sound.record') }).click()
  await sheet.getByRole('button', { name: en('words:sound.stop') }).click({ delay: 1_500 })
  const play = sheet.getByRole('button', { name: en('words:sound.play') })
  await expect(play).toBeVisible()

  await sheet.getByRole('textbox', { name: en('words:yours') }).fill(RIGHT_WORDS)
  await expect(sheet.getByText(en('words:sound.changed'))).toBeVisible()
  await expect(play).toHaveCount(0)
  await save(sheet)
  await page.getByRole('button', { name: en('words:states.changed') }).click()
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: RIGHT_WORDS })
  await expect(row.getByText(en('words:sound.changed'))).toBeVisible()

  await goTo(page, 'talk', en)
  await openCard(page)
  await page.goBack()
  await expect(page.getByText(RIGHT_WORDS, { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: en('words:sound.play') })).toHaveCount(0)
})

test('a recording that is never stopped ends by itself and is kept @talk', async ({ joinPhone, complaints }) => {
  complaints.expect(NO_RECORDS)
  const page = (await joinPhone('translator')).page()
  await openDesk(page)
  const sheet = await openText(page, en(`phrases:cards.${CARD}`))
  await sheet.getByRole('button', { name: en('words:sound.record') }).click()
  await expect(sheet.getByRole('button', { name: en('words:sound.stop') })).toBeVisible()
  await expect(sheet.getByText(teamHasIt(en))).toBeVisible({ timeout: (SOUND_SECONDS + 15) * 1_000 })
  await expect(sheet.getByRole('button', { name: en('words:sound.record') })).toBeVisible()
  await expect(sheet.getByRole('button', { name: en('words:sound.play') })).toBeVisible()
})

test('words that would lose a value are refused with the reason and kept as they were typed @talk', async ({
  joinPhone,
  complaints
}) => {
  complaints.expect(NO_RECORDS)
  const page = (await joinPhone('translator')).page()
  await openDesk(page)
  const sheet = await openText(page, en('talk:answered'))
  const field = sheet.getByRole('textbox', { name: en('words:yours') })
  await field.fill('ځواب')
  await save(sheet)
  await expect(sheet.getByText(en('words:refused.placeholder-missing'))).toBeVisible()
  await expect(field).toHaveValue('ځواب')
  await field.fill('ځواب: {{answer}} \u202e')
  await save(sheet)
  await expect(sheet.getByText(en('words:refused.invisible'))).toContainText('U+202E')
  await sheet.getByRole('button', { name: en('ui:close') }).click()

  await page.reload()
  await unlock(page)
  await choosePashto(page)
  const later = await openText(page, en('talk:answered'))
  await expect(later.getByRole('textbox', { name: en('words:yours') })).toHaveValue('ځواب: {{answer}} \u202e')
})

test('half a change of checked words is picked up where it stopped, and is not checked @talk', async ({
  joinPhone,
  complaints
}) => {
  complaints.expect(NO_RECORDS)
  const page = (await joinPhone('translator')).page()
  await openDesk(page)
  const [whole, half] = ['بېرته تلو لپاره یې ونیسئ', 'بېرته تلو لپاره']
  const row = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: en('talk:holdToGoBack') })
  const sheet = await openText(page, en('talk:holdToGoBack'))
  const field = sheet.getByRole('textbox', { name: en('words:yours') })
  const mark = sheet.getByRole('button', { name: en('words:check') })
  await field.fill(whole)
  await mark.click()
  await save(sheet)
  await expect(row.getByText(en('words:states.checked'))).toBeVisible()
  await expect(sheet).toBeHidden()

  await openText(page, en('talk:holdToGoBack'))
  await expect(mark).toHaveAttribute('aria-pressed', 'true')
  await field.fill(half)
  await sheet.getByRole('button', { name: en('ui:close') }).click()
  await page.reload()
  await unlock(page)
  await choosePashto(page)
  await openText(page, en('talk:holdToGoBack'))
  await expect(field).toHaveValue(half)
  await expect(mark).toHaveAttribute('aria-pressed', 'false')
  await expect(sheet.getByText(en('common:said.pickedUp'))).toBeVisible()
  await save(sheet)
  await expect(row.getByText(en('words:states.unchecked'))).toBeVisible()
})

test('a phone without a correction says what the app brings, and has no button to hear it @talk', async ({
  joinPhone
}) => {
  const page = (await joinPhone('worker')).page()
  await goTo(page, 'onThisPhone', en)
  await expect(page.getByRole('link', { name: en('words:link') })).toHaveCount(0)
  await goTo(page, 'talk', en)
  await openCard(page)
  await expect(page.getByText(ps(`phrases:cards.${CARD}`), { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: en('words:sound.play') })).toHaveCount(0)
})
