// Every screen, from left to right and from right to left: readable by assistive technology, nothing cut off, big enough
// for a thumb, in one language. Here in two languages by day and a third by night; all of them, in every light and size
// of text, with `npm run matrix`.
import { type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { createLook, type View, WIDTHS } from '#tests/e2e/world/look.ts'
import { seeEveryScreen } from '#tests/e2e/world/tour.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

/** A folder for a picture of every screen, for human eyes. */
const { PICTURES } = process.env
const USUAL: readonly View[] = [
  { light: 'day', text: 100, width: WIDTHS.phone },
  { light: 'day', text: 100, width: WIDTHS.laptop }
]
const tours: { language: InterfaceLanguage; views: readonly View[] }[] = [
  { language: 'en', views: USUAL },
  { language: 'ar', views: USUAL },
  { language: 'sr-Cyrl', views: [{ light: 'night', text: 100, width: WIDTHS.phone }] }
]

for (const [at, { language, views }] of tours.entries()) {
  const how = views.map(({ light, text, width }) => `${width} px ${light} ${text} %`).join(', ')
  test(`${at + 1}. every screen in ${LANGUAGES[language].english}: ${how}`, async ({
    server,
    openPhone,
    complaints
  }) => {
    // A hundred looks: this ends a test that hangs, it measures nothing.
    test.setTimeout(1_800_000)
    complaints.expect(/status of 4\d\d/)
    const found: string[] = []
    const look = createLook({ language, views, found, ...(PICTURES && { pictures: PICTURES }) })
    await seeEveryScreen({ server, page: (await openPhone()).page(), language, t: wordsOf(language), look })
    expect(found).toEqual([])
  })
}
