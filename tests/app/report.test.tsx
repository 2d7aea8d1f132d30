import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { InLanguage } from '#app/language/in-language.tsx'
import { LanguageProvider } from '#app/language/language-context.tsx'
import { ReportSheet } from '#app/screens/report/report-sheet.tsx'
import { anonymiseArrival, anonymiseTally } from '#domain/anonymise.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { makeUpMonth } from '#domain/months/make-up-month.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { dayPeriod, isWholeMonth, monthPeriod, type Period } from '#domain/review/period.ts'
import { reportOf } from '#domain/review/report.ts'
import { tellReport } from '#domain/review/told-report.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'
import type { TeamPhone } from '#protocol/delivery.ts'
import { interfaceIn } from '#tests/app/interface-in.ts'

const recordsOf = (wanted: string): FieldRecord[] => {
  const published = PUBLISHED_MONTHS.find(({ month }) => month === wanted)
  if (published === undefined) throw new Error(`${wanted} is published`)
  const { arrivals, tallies } = makeUpMonth(published, createSeededRandom(7))
  const rest = { author: 'phone-1', disputed: [] }
  return [
    ...arrivals.map(({ answers, circumstances }, at) => ({
      type: 'arrival' as const,
      id: `${wanted} arrival ${at}`,
      fields: anonymiseArrival(NEW_ARRIVAL, answers, circumstances),
      ...rest
    })),
    ...tallies.map(({ class: tallyClass, count, circumstances }, at) => ({
      type: 'tally' as const,
      id: `${wanted} tally ${at}`,
      fields: anonymiseTally(tallyClass, count, circumstances),
      ...rest
    }))
  ]
}

const RECORDS = ['2018-07', '2018-08'].flatMap(recordsOf)

/** August has settled. */
const NOW = Date.parse('2018-09-08T07:00Z')

/** The screen is in Farsi, the report in the language asked for. */
const printed = async (
  language: InterfaceLanguage,
  period: Period,
  { records = RECORDS, team = [] }: { records?: FieldRecord[]; team?: readonly TeamPhone[] } = {}
): Promise<string> => {
  const control = await interfaceIn('fa')
  await control.fetchWords(language)
  const report = reportOf(records, period, { now: '2018-09-08T09' })
  return renderToStaticMarkup(
    <LanguageProvider control={control}>
      <InLanguage language={language}>
        <ReportSheet
          report={report}
          told={tellReport(report, { today: '2018-09-08', newest: '2018-08' })}
          zone={undefined}
          team={team}
          now={NOW}
          isSettled={isWholeMonth(period)}
          message={{ current: null }}
        />
      </InLanguage>
    </LanguageProvider>
  )
}

/** `Intl` puts them between the parts of a list. */
const DIRECTION_MARKS = /[\u200e\u200f]/g
const sentencesIn = (html: string) =>
  [...html.matchAll(/<p>(.*?)<\/p>/g)].map(([, text = '']) => text.replace(DIRECTION_MARKS, ''))

describe('the report of August 2018, on a phone in Farsi', () => {
  test("reads in English like the teams' own, with the month before", async () => {
    const html = await printed('en', monthPeriod('2018-08'))
    expect(html).toContain('lang="en" dir="ltr"')
    expect(html).toContain('<h2>Report · August 2018</h2>')
    expect(sentencesIn(html)).toMatchInlineSnapshot(`
      [
        "1,794 people newly arrived: 1,153 men, 446 boys, 143 women, 52 girls; 390 children alone.",
        "People met: 6,901.",
        "Countries: Pakistan 654 (36.4%), Iran 433 (24.1%), Iraq 232 (12.9%), Afghanistan 221 (12.3%), Syria 114 (6.3%), others 140.",
        "Came through: North Macedonia 801 (44.7%), Bulgaria 466 (26.0%), By plane 403 (22.5%), Albania 65 (3.6%), Did not say 38 (2.1%), others 21.",
        "Seen again: From a centre 2,374, Came back 905, Sleeping rough 1,475, Other 353.",
        "Needs: Place to sleep 407, Child protection 212, Hot meal 169, Go along to register 137, Clothes 74, others.",
        "Given on the spot: Info given 827, Interpreted 559, Food or water 243, Stayed with them 145, Hygiene 87, others.",
        "Before that, July 2018: 1,541 people newly arrived (+253, +16.4%).",
      ]
    `)
  })

  test.each([
    { language: 'sr-Latn', direction: 'ltr', title: 'Izveštaj · avgust 2018', people: '1.794 novopristigle osobe' },
    { language: 'sr-Cyrl', direction: 'ltr', title: 'Извештај · август 2018', people: '1.794 новопристигле особе' },
    { language: 'ar', direction: 'rtl', title: 'التقرير · أغسطس 2018', people: 'وصل 1,794 شخصًا' }
  ] as const)('reads in $language', async ({ language, direction, title, people }) => {
    const html = await printed(language, monthPeriod('2018-08'))
    expect(html).toContain(`lang="${language}" dir="${direction}"`)
    expect(html.replace(DIRECTION_MARKS, '')).toContain(title)
    expect(sentencesIn(html)[0]).toContain(people)
  })
})

test('a month with nobody prints zeros', async () => {
  const html = await printed('en', monthPeriod('2017-01'), { records: [] })
  expect(sentencesIn(html)).toEqual([
    'Nobody newly arrived.',
    'People met: 0.',
    'Before that, December 2016: 0 people newly arrived (±0).'
  ])
  expect(html.match(/<table/g)).toHaveLength(18)
  expect(html).toContain('<th scope="row">Men</th><td')
})

test('the report of one day, which is passed on, writes 1+ for so few, and for what would give them away, and says why', async () => {
  const html = await printed('en', dayPeriod('2018-07-03'))
  const sentences = sentencesIn(html)
  expect(sentences[0]).toMatch(/^New arrivals: \d+\.$/)
  expect(sentences[1]).toMatch(/^Who they are: .*1\+/)
  expect(sentences.at(-1)).toBe('1+: not told exactly, so nobody is known.')
  expect(html).toMatch(/>1\+</)
  expect(html).not.toMatch(/>([1-4]|1–4|5\+)</)
  expect(sentences.join(' ')).not.toMatch(/ [1-4](?=[,.]| and )/)
  expect(await printed('en', monthPeriod('2018-08'))).not.toContain('1+')
})

test('the report says what nobody could meet, which referrals are late, and how far the police came', async () => {
  const rest = { author: 'phone-1', disputed: [] }
  const when = { met: '2018-08-28T10', zone: 'parks' }
  const records: FieldRecord[] = [
    { type: 'arrival', id: 'a', fields: { ...when, men: 1, boys: 0, women: 0, girls: 0 }, ...rest },
    { type: 'case', id: 'c', fields: { ...when, arrival: 'a', need_medical: 'unavailable' }, ...rest },
    { type: 'referral', id: 'r', fields: { ...when, arrival: 'a', state: 'made', due: 'now' }, ...rest },
    {
      type: 'accompaniment',
      id: 'g',
      fields: { ...when, case: 'c', to: 'reg_accompany', state: 'refused', stepAt: when.met },
      ...rest
    }
  ]
  const sentences = sentencesIn(await printed('en', monthPeriod('2018-08'), { records }))
  expect(sentences).toContain('Needs nobody could meet: Doctor or medicine 1.')
  expect(sentences).toContain('Late referrals: Waiting for an answer 1.')
  expect(sentences).toContain('Go along to register: Turned away 1.')
})

describe('what leaves says', () => {
  const aPhone = (number: number, more: Partial<TeamPhone> = {}): TeamPhone => ({
    device: `phone-${number}`,
    number,
    role: 'worker',
    heardAt: NOW - 60_000,
    upTo: 9,
    missing: [],
    revoked: false,
    ...more
  })
  const lastOf = async (team: readonly TeamPhone[], { language = 'en', period = DAY }: Asked = {}) =>
    sentencesIn(await printed(language, period, { team })).at(-1)
  type Asked = { language?: InterfaceLanguage; period?: Period }
  const DAY = dayPeriod('2018-08-28')
  const TEAM = [aPhone(1), aPhone(2, { heardAt: NOW - 86_400_000 }), aPhone(3, { missing: [[4, 5]] })]

  test('that a phone has not been heard from, and what never came', async () => {
    expect(await lastOf(TEAM)).toBe('Heard from 2 of 3 phones today. Phone 3: 2 records never came.')
    expect(await lastOf(TEAM, { language: 'sr-Latn' })).toMatch(/^Danas se javilo 2 od 3 telefona\./)
  })

  test('of a month that settled what never came, and not which phones were heard from on the day it is read', async () => {
    const period = monthPeriod('2018-08')
    expect(await lastOf(TEAM, { period })).toBe('Phone 3: 2 records never came.')
    expect(await lastOf(TEAM.slice(0, 2), { period })).toMatch(/^Before that/)
  })

  test('nothing of phones when all are there, and none of one that left the team', async () => {
    expect(await lastOf([aPhone(1), aPhone(2, { heardAt: null, revoked: true })])).toMatch(/^1\+: not told/)
  })
})
