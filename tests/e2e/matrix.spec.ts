// Every screen in every language, light, size of text and width of a phone: `npm run matrix`. It takes hours; LANGUAGES,
// LIGHTS, TEXT and WIDTHS choose from it, such as `LANGUAGES="ar ps" TEXT=200 npm run matrix` or `LANGUAGES=made-up`, and PICTURES
// is a folder for a picture of each, for human eyes.
import { INTERFACE_LANGUAGES, LANGUAGES } from '#domain/codes/languages.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { createAppBuilds, type Disguise } from '#tests/e2e/world/app-builds.ts'
import { createLook, LIGHTS, type View, WIDTHS } from '#tests/e2e/world/look.ts'
import { createTestPhone } from '#tests/e2e/world/phone.ts'
import { createTestServer } from '#tests/e2e/world/server.ts'
import { seeEveryScreen } from '#tests/e2e/world/tour.ts'
import { disguisedWords, wordsOf } from '#tests/e2e/world/words.ts'

const { PICTURES } = process.env

const chosen = <Value extends string | number>(variable: string, all: readonly Value[]): readonly Value[] => {
  const wanted = process.env[variable]?.split(/[\s,]+/)
  const found = wanted === undefined ? all : all.filter((value) => wanted.includes(String(value)))
  if (found.length === 0) throw new Error(`${variable} names none of ${all.join(' ')}`)
  return found
}

const MADE_UP = 'made-up'
const languages = chosen('LANGUAGES', [...INTERFACE_LANGUAGES, MADE_UP])
const lights = chosen('LIGHTS', LIGHTS)
const texts = chosen('TEXT', [100, 200] as const)
const widths = chosen('WIDTHS', [WIDTHS.phone, WIDTHS.small])
const views: readonly View[] = lights.flatMap((light) =>
  texts.flatMap((text) => widths.map((width) => ({ light, text, width })))
)

test.describe('@matrix', () => {
  test.setTimeout(4 * 3_600_000)

  for (const language of INTERFACE_LANGUAGES.filter((one) => languages.includes(one))) {
    test(`every screen in ${LANGUAGES[language].english}`, async ({ server, openPhone, complaints }) => {
      complaints.expect(/status of 4\d\d/)
      const found: string[] = []
      const look = createLook({ language, views, found, ...(PICTURES && { pictures: PICTURES }) })
      await seeEveryScreen({ server, page: (await openPhone()).page(), language, t: wordsOf(language), look })
      expect(found).toEqual([])
    })
  }
})

test.describe('@matrix @made-up', () => {
  for (const disguise of ['longer', 'mirrored'] satisfies Disguise[]) {
    if (!languages.includes(MADE_UP)) continue
    test(`every screen in a made-up language: English ${disguise}`, async ({ complaints }) => {
      complaints.expect(/status of 4\d\d/)
      const builds = await createAppBuilds()
      const server = await createTestServer({ SUSRET_APP: await builds.folderOf(disguise, { disguise }) })
      await server.start()
      const phone = await createTestPhone(server.url, complaints)
      try {
        await phone.open()
        const found: string[] = []
        const usual: readonly View[] = widths.map((width) => ({ light: 'day', text: 100, width }))
        const look = createLook({ language: 'en', views: usual, found, isMadeUp: true })
        await seeEveryScreen({ server, page: phone.page(), language: 'en', t: disguisedWords(disguise), look })
        expect(found).toEqual([])
      } finally {
        await phone.dispose()
        await server.dispose()
        await builds.dispose()
      }
    })
  }
})
