// The words of a language are gone from the phone, or broken: the language before goes on, the form stays, and the screen
// says so in words.
import { expect, test } from '#tests/e2e/fixtures.ts'
import { counterSays, fillArrival, flipButton, goTo, rowOf, speak, speakWith } from '#tests/e2e/world/acts.ts'
import { loseFiles } from '#tests/e2e/world/released-app.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'
import { LANGUAGES } from '#domain/codes/languages.ts'

const en = wordsOf('en')
const saysMissing = (language: 'ar' | 'tr') => en('ui:language.missing', { language: LANGUAGES[language].endonym })
const notHere = saysMissing('ar')

test('without its file and without signal the language stays as it was, and the form too @talk', async ({
  joinPhone,
  complaints
}) => {
  complaints.expect(/Failed to load resource: net::ERR_FAILED/)
  const phone = await joinPhone('worker')
  const page = phone.page()
  await page.evaluate(() => navigator.serviceWorker.ready)
  for (const language of ['ar', 'tr']) expect(await loseFiles(page, `words-${language}`)).toBe(1)
  await phone.context().setOffline(true)
  await goTo(page, 'newArrival', en)
  await fillArrival(page, { men: 2 }, en)
  await page.getByRole('button', { name: en('ui:language.button'), exact: true }).click()
  await rowOf(page, 'ar').click()
  const sheet = page.getByRole('dialog', { name: en('ui:language.title') })
  await expect(sheet.getByRole('alert')).toContainText(notHere)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await sheet.getByRole('button', { name: en('ui:language.theirs') }).click()
  await rowOf(page, 'tr').click()
  await expect(sheet.getByRole('alert')).toContainText(saysMissing('tr'))
  await sheet.getByRole('button', { name: en('ui:close'), exact: true }).click()
  await expect(sheet).toBeHidden()
  await expect(flipButton(page, 'en', 'tr')).toHaveCount(0)
  await expect(page.getByRole(...counterSays(en, 'men', 2))).toBeVisible()

  await speak(page, 'en', 'sr-Latn')
  await expect(page.getByRole(...counterSays(wordsOf('sr-Latn'), 'men', 2))).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'sr-Latn')
})

test('a phone whose own language is broken starts in the one before it and says so @talk', async ({
  joinPhone,
  complaints
}) => {
  complaints.expect(/Failed to load resource|SyntaxError|Unexpected token/)
  const phone = await joinPhone('worker')
  const page = phone.page()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await speakWith(page, 'en', 'ar')
  await flipButton(page, 'en', 'ar').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        if (!request.url.includes('/assets/words-ar')) continue
        await cache.put(request, new Response('export {', { headers: { 'content-type': 'text/javascript' } }))
      }
    }
  })
  // In a new process: the old one still has the words in memory.
  await phone.close()
  await phone.open({ isOffline: true })
  const later = phone.page()
  await expect(later.locator('html')).toHaveAttribute('lang', 'en')
  const sheet = later.getByRole('dialog', { name: en('ui:language.title') })
  await expect(sheet.getByRole('alert')).toContainText(notHere)
  await sheet.getByRole('button', { name: en('ui:close'), exact: true }).click()
  await expect(later.getByRole('textbox', { name: en('unlock:label') })).toBeVisible()
})
