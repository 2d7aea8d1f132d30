// What Chromium really writes for days, ages, numbers and countries: it knows only some of our languages, and says
// nothing when it writes English instead.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { packedWords } from '#app/build/packed-words-plugin.ts'
import { LANGUAGES, PLANNED_LANGUAGES } from '#domain/codes/languages.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import type { printFormats } from '#tests/e2e/formats/print-formats.ts'

const ENGLISH =
  /\b(January|February|March|June|July|August|October|December|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Wed|Thu|yesterday|tomorrow|now|(minutes?|hours?|days?) ago|in \d+ days?|Egypt|Syria)\b/

test('in every language dates, ages and countries are its own, in digits 0–9 @talk', async ({ page }) => {
  await page.addScriptTag({ content: await scriptOfFormats() })
  const printed = await page.evaluate(() =>
    (globalThis as unknown as { printFormats: typeof printFormats }).printFormats()
  )
  expect(Object.keys(printed)).toEqual(PLANNED_LANGUAGES)
  const wrong = PLANNED_LANGUAGES.flatMap((language) =>
    (printed[language] ?? []).filter(
      (text) =>
        text.trim() === '' ||
        /[٠-٩۰-۹০-৯]/.test(text) ||
        (language !== 'en' && ENGLISH.test(text)) ||
        (LANGUAGES[language].script !== 'Latn' && /[A-Za-z]/.test(text))
    )
  )
  expect(wrong).toEqual([])
  expect(printed['en']?.filter((text) => ENGLISH.test(text)).length).toBeGreaterThan(60)
})

/** The formatters and their tables as one script. */
const scriptOfFormats = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [packedWords()],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: fileURLToPath(new URL('./formats/print-formats.ts', import.meta.url)),
        output: { format: 'iife', codeSplitting: false }
      }
    }
  })
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  const script = outputs.find(({ type }) => type === 'chunk')
  if (script?.type !== 'chunk') throw new Error('The formatters could not be built')
  return script.code
}
