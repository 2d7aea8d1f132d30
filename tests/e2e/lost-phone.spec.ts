// Whoever finds the phone, or copies the server's disk, reads every file byte by byte: no word that a worker typed is
// there, in any form a computer writes words in.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { fillArrival, goTo, joinTeam, sendNow, unlock } from '#tests/e2e/world/acts.ts'
import { addCollector } from '#tests/e2e/world/tour-testimony.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

const t = wordsOf('en')

/** Words that stand nowhere else, not even in a browser's own dictionaries. */
const TYPED = {
  passphrase: 'zbrkvinje mlatumirs kredaljuh',
  saved: 'Ferhadosta waits by the kioskarnik',
  savedArabic: 'قندرفيلة تنتظر',
  draft: 'Milutorka has a bluzgavac',
  draftArabic: 'شربتلونة هنا',
  caseNote: 'Sklepotina behind the mrgudarnik',
  police: 'Grozdalinka Prvutinec',
  account: 'Zvrkomirka by the blatoslav',
  accountBegun: 'Trnjakovka Mrzloslav'
}
const CANARIES = [
  'zbrkvinje',
  'mlatumirs',
  'kredaljuh',
  'Ferhadosta',
  'kioskarnik',
  'قندرفيلة',
  'Milutorka',
  'bluzgavac',
  'شربتلونة',
  'Sklepotina',
  'mrgudarnik',
  'Grozdalinka',
  'Prvutinec',
  'Zvrkomirka',
  'blatoslav',
  'Trnjakovka',
  'Mrzloslav'
]
const CONTROL = ['Kontrolovka', 'كنترلوفة']

test('no word typed on the phone can be found on its disk or on the server’s', async ({ server, openPhone }) => {
  const phone = await openPhone()
  const page = phone.page()
  const main = page.getByRole('main')
  await addCollector(server)
  await joinTeam(page, await server.invite('worker'), TYPED.passphrase)
  await goTo(page, 'newArrival', t)
  await fillArrival(page, { men: 1 }, t)
  await typeNote(page, `${TYPED.saved} ${TYPED.savedArabic}`)
  await page.getByRole('button', { name: t('common:actions.save'), exact: true }).click()
  await expect(page.getByText(t('new-arrival:saved')).last()).toBeVisible()
  await sendNow(page, t)

  await goTo(page, 'newArrival', t)
  await typeNote(page, `${TYPED.draft} ${TYPED.draftArabic}`)
  await page.waitForTimeout(1_000)
  await page.getByRole('button', { name: t('common:actions.hide'), exact: true }).click()
  await unlock(page, 'en', TYPED.passphrase)

  await test.step('both notes were really kept', async () => {
    await page.getByRole('main').locator('summary').click()
    await expect(page.getByRole('textbox', { name: t('form:note') })).toHaveValue(`${TYPED.draft} ${TYPED.draftArabic}`)
    await goTo(page, 'people', t)
    await page.getByRole('main').getByRole('link', { name: '1 man' }).click()
    await expect(page.getByText(TYPED.saved)).toBeVisible()
  })
  await test.step('a case note is begun; the paper for the police is written and shown, and the phone hidden over it', async () => {
    await main.getByRole('button', { name: t('case:start'), exact: true }).click()
    await main.getByLabel(t('case:note.label')).pressSequentially(TYPED.caseNote)
    await page.waitForTimeout(1_000)
    await main.getByRole('button', { name: t('codes:followUps.go_along'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('codes:needs.reg_accompany'), exact: true })
      .click()
    await main.getByRole('link', { name: t('accompany:slip.title'), exact: true }).click()
    await page.getByLabel(t('accompany:slip.name')).pressSequentially(TYPED.police)
    await page.waitForTimeout(1_000)
    await page.getByRole('button', { name: t('accompany:slip.show'), exact: true }).click()
    await expect(main.getByText(TYPED.police)).toBeVisible()
  })
  await test.step('one account is sealed; another is begun, and the phone hidden over it', async () => {
    await beginAccount(page, TYPED.account)
    await page.getByRole('button', { name: t('testimony:seal'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('testimony:seal'), exact: true })
      .click()
    await expect(main.getByText(t('testimony:sealed'))).toBeVisible()
    await beginAccount(page, TYPED.accountBegun)
  })
  await keepInPlain(page, CONTROL)
  await page.getByRole('button', { name: t('common:actions.hide'), exact: true }).click()
  await page.waitForTimeout(1_000)
  await phone.close()

  expect(await found(phone.profile, CONTROL), 'the search finds what does lie there').toEqual(
    CONTROL.map((word) => expect.stringContaining(word))
  )
  expect(await found(phone.profile, CANARIES)).toEqual([])
  expect(await found(server.folder, CANARIES)).toEqual([])
  // What may be read there is there: the search reads the right folder.
  expect(await found(server.folder, ['new_arrival'])).not.toEqual([])
})

const beginAccount = async (page: Page, text: string) => {
  const main = page.getByRole('main')
  await goTo(page, 'talk', t)
  await main.getByRole('link', { name: t('testimony:title'), exact: true }).click()
  await main.getByRole('button', { name: t('testimony:whos.adult'), exact: true }).click()
  await main.getByRole('button', { name: t('common:answers.yes'), exact: true }).click()
  await main.getByLabel(t('testimony:account')).pressSequentially(text)
  await page.waitForTimeout(1_000)
}

const typeNote = async (page: Page, text: string) => {
  await page.getByRole('main').locator('summary').click()
  await page.getByRole('textbox', { name: t('form:note') }).pressSequentially(text)
}

/** What an app that does not seal would do. */
const keepInPlain = (page: Page, words: readonly string[]) =>
  page.evaluate(
    (texts) =>
      new Promise<void>((settle) => {
        const request = indexedDB.open('control')
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('words'))
        request.addEventListener('success', () => {
          const writing = request.result.transaction('words', 'readwrite')
          texts.forEach((text) => writing.objectStore('words').put({ text }, text.length))
          writing.addEventListener('complete', () => {
            request.result.close()
            settle()
          })
        })
      }),
    words
  )

/** The words that stand somewhere in a folder, each with the first file it was found in. */
const found = async (folder: string, words: readonly string[]): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const wanted = words.map((word) => ({ word, forms: formsOf(word) }))
  const hits = new Map<string, string>()
  for (const file of files) {
    const bytes = await readFile(file)
    for (const { word, forms } of wanted) {
      if (!hits.has(word) && forms.some((form) => bytes.includes(form))) hits.set(word, `${word} in ${file}`)
    }
  }
  return words.flatMap((word) => hits.get(word) ?? [])
}

/** UTF-8 and UTF-16, as they are, in hex, in base64 at each of its three alignments, and escaped as in JSON. */
const formsOf = (word: string): Buffer[] => {
  const plain = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16()]
  const escaped = [...word].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  const written = plain.flatMap((bytes) => [
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift))
  ])
  return [...plain, ...[...written, escaped].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])]
}

/** The letters of base64 that depend on these bytes alone, in both alphabets. */
const base64At = (bytes: Buffer, shift: number): string[] => {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '')
  const sure = text.slice(shift === 0 ? 0 : shift + 1, -1)
  return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')]
}
