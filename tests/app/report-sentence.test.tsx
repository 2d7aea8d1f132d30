import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { loadPack } from '#app/language/bundles.ts'
import { createInterfaceLanguage } from '#app/language/interface-language.ts'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { useReportSentence } from '#app/screens/review/report-sentence.ts'
import { anonymiseArrival } from '#domain/anonymise.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import type { Answers } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { makeUpMonth } from '#domain/months/make-up-month.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import { monthPeriod } from '#domain/review/period.ts'
import { type Review, reviewOf } from '#domain/review/review.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'

type Arrivals = ReturnType<typeof makeUpMonth>['arrivals']

const reviewOfArrivals = (arrivals: Arrivals): Review =>
  reviewOf(
    arrivals.map(({ answers, circumstances }, index) => ({
      type: 'arrival' as const,
      id: `arrival-${index}`,
      author: 'phone-1',
      fields: anonymiseArrival(NEW_ARRIVAL, answers, circumstances),
      disputed: []
    })),
    monthPeriod('2018-07'),
    { now: '2018-07-31T23' }
  )

/** `Intl` puts them between the parts of a list. */
const DIRECTION_MARKS = /[\u200e\u200f]/g

const anEvening = (answers: Answers) => [
  { answers, circumstances: { at: startOfHour('2018-07-03T20'), zone: 'parks' as const } }
]

const july = () => {
  const published = PUBLISHED_MONTHS.find(({ month }) => month === '2018-07')
  if (published === undefined) throw new Error('July 2018 is published')
  return makeUpMonth(published, createSeededRandom(7)).arrivals
}

const Sentence = ({ review }: { review: Review }) => useReportSentence()(review.newlyArrived)

const said = async (language: InterfaceLanguage, arrivals: Arrivals): Promise<string> => {
  const control = await createInterfaceLanguage({
    loadPack,
    loadLetters: async () => undefined,
    storage: { getItem: () => language, setItem: () => undefined, removeItem: () => undefined },
    root: { lang: '', dir: '' },
    phoneLanguages: [],
    onForeign: () => undefined
  })
  return renderToStaticMarkup(
    <LanguageProvider control={control}>
      <Sentence review={reviewOfArrivals(arrivals)} />
    </LanguageProvider>
  )
}

test.each([
  ['en', '1,541 people newly arrived: 1,034 men, 313 boys, 125 women, 69 girls; 252 children alone.'],
  ['sr-Latn', '1.541 novopristigla osoba: 1.034 muškarca, 313 dečaka, 125 žena i 69 devojčica; 252 dece bez pratnje.'],
  ['sr-Cyrl', '1.541 новопристигла особа: 1.034 мушкарца, 313 дечака, 125 жена и 69 девојчица; 252 деце без пратње.'],
  ['fa', '1,541 نفر تازه رسیده‌اند: 1,034 مرد، 313 پسر، 125 زن، و 69 دختر؛ 252 کودک تنها.']
] as const)("July 2018 reads in %s like the teams' own report", async (language, sentence) => {
  expect((await said(language, july())).replace(DIRECTION_MARKS, '')).toBe(sentence)
})

test('July 2018 reads in Arabic with the numbers of the report, in digits 0–9', async () => {
  expect((await said('ar', july())).match(/[\d,]+/g)).toEqual(['1,541', '1,034', '313', '125', '69', '252'])
})

test('a quiet evening is said without the kinds nobody belongs to', async () => {
  expect(await said('en', anEvening({ boys: 1, alone: 'yes' }))).toBe('1 person newly arrived: 1 boy; 1 child alone.')
  expect(await said('ar', anEvening({ men: 2 }))).toBe('وصل شخصان جديدان: رجلان؛ لا أطفال وحدهم.')
})

test('a day without anybody says so', async () => {
  expect(await said('en', [])).toBe('Nobody newly arrived.')
})
