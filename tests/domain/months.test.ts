import { describe, expect, test } from 'vitest'
import { anonymiseArrival, anonymiseTally } from '#domain/anonymise.ts'
import { dayAt, shiftHourAt } from '#domain/belgrade-time.ts'
import { COUNTRIES } from '#domain/codes/countries.ts'
import { fits, isRelevant } from '#domain/form/answers.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { fillMonth } from '#domain/months/filled-month.ts'
import { type MadeUpMonth, makeUpMonth } from '#domain/months/make-up-month.ts'
import type { PublishedMonth } from '#domain/months/published-month.ts'
import { findPublishedMonth, PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { misfitsInArrival } from '#domain/records/arrival.ts'
import { monthPeriod } from '#domain/review/period.ts'
import { reviewOf } from '#domain/review/review.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'

const SEEDS = [1, 2, 3, 2018, 987_654_321]

const asRecords = ({ arrivals, tallies }: MadeUpMonth): FieldRecord[] => [
  ...arrivals.map(({ answers, circumstances }, index) => ({
    type: 'arrival' as const,
    id: `arrival-${index}`,
    author: 'phone-3',
    fields: anonymiseArrival(NEW_ARRIVAL, answers, circumstances),
    disputed: []
  })),
  ...tallies.map(({ class: tallyClass, count, circumstances }, index) => ({
    type: 'tally' as const,
    id: `tally-${index}`,
    author: 'phone-7',
    fields: anonymiseTally(tallyClass, count, circumstances),
    disputed: []
  }))
]

const reviewOfMonth = (published: PublishedMonth, seed: number) => {
  const madeUp = makeUpMonth(published, createSeededRandom(seed))
  const now = `${published.month}-28T23`
  return reviewOf(asRecords(madeUp), monthPeriod(published.month), { now })
}

const peopleBy = (rows: readonly { code: string; people: number }[]) =>
  Object.fromEntries(rows.map(({ code, people }) => [code, people]))

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

const isOnTheForm = (country: string) => (COUNTRIES as readonly string[]).includes(country) && country !== 'XXX'

describe.each(PUBLISHED_MONTHS)('the published month $month', (published) => {
  test('adds up as printed', () => {
    const { total, ages, people, countries = {}, furtherCountries, routes, childrenAlone } = published
    const adultsAndChildren = people
      ? [people.men + people.women, people.boys + people.girls]
      : [ages?.adults ?? total, ages?.children ?? 0]
    expect(sumOf(adultsAndChildren)).toBe(total)
    expect(sumOf(Object.values(countries)) + (furtherCountries?.total ?? 0)).toBeLessThanOrEqual(total)
    expect(sumOf(Object.values(routes ?? { unsaid: total }))).toBe(total)
    expect(childrenAlone?.total ?? 0).toBeLessThanOrEqual(adultsAndChildren[1] ?? 0)
    expect(published.source).toMatch(/praxis\.(org\.)?rs item \d+/)
  })

  test.each(SEEDS)('is what the review of a made-up month prints (seed %i)', (seed) => {
    const { newlyArrived, peopleMet, seenAgain } = reviewOfMonth(published, seed)
    const { total, ages, people, childrenAlone, countries = {}, furtherCountries, routes } = published
    const byCountry = peopleBy(newlyArrived.byCountry)
    const offered = Object.keys(countries).filter(isOnTheForm)
    const further = furtherCountries?.named.every(isOnTheForm) ? furtherCountries : undefined

    expect({
      total: newlyArrived.people,
      ...(people && { people: peopleBy(newlyArrived.byKind) }),
      ...(ages && { children: newlyArrived.children.total }),
      ...(childrenAlone && { childrenAlone: newlyArrived.children.alone }),
      ...(routes && { routes: peopleBy(newlyArrived.byRoute) }),
      countries: offered.map((country) => [country, byCountry[country]]),
      ...(further && { further: sumOf(further.named.map((country) => byCountry[country] ?? 0)) })
    }).toEqual({
      total,
      ...(people && { people }),
      ...(ages && { children: ages.children }),
      ...(childrenAlone && { childrenAlone: childrenAlone.total }),
      ...(routes && { routes }),
      countries: offered.map((country) => [country, countries[country]]),
      ...(further && { further: further.total })
    })
    expect(peopleMet).toBe(total + seenAgain.people)
  })

  test.each(SEEDS)('is spread over its days within the published maximum (seed %i)', (seed) => {
    const madeUp = makeUpMonth(published, createSeededRandom(seed))
    const records = asRecords(madeUp)
    const days = reviewOf(records, monthPeriod(published.month), { now: '2020-01-01T00' }).newlyArrived.byDay
    const roughByDay = new Map<string, number>()
    const metByDay = new Map(days.map(({ day, people }) => [day, people]))
    for (const tally of madeUp.tallies) {
      const day = dayAt(tally.circumstances.at)
      metByDay.set(day, (metByDay.get(day) ?? 0) + tally.count)
      if (tally.class === 'rough') roughByDay.set(day, (roughByDay.get(day) ?? 0) + tally.count)
    }
    expect([...metByDay.keys()].every((day) => day.startsWith(published.month))).toBe(true)
    expect(days.filter(({ people }) => people > 0).length).toBeGreaterThan((days.length * 2) / 3)
    expect(Math.max(...metByDay.values())).toBeLessThanOrEqual(published.metPerDayAtMost ?? 200)
    expect(Math.max(...roughByDay.values())).toBeLessThanOrEqual(published.roughAtDawnAtMost ?? 40)
  })

  test('has only answers the form asks for, and none that sharing would drop', () => {
    const { arrivals } = makeUpMonth(published, createSeededRandom(7))
    for (const { answers, circumstances } of arrivals) {
      const outOfPlace = Object.entries(answers).filter(([name, answer]) => {
        const question = NEW_ARRIVAL.questions.find((candidate) => candidate.name === name)
        return !question || !fits(question, answer) || !isRelevant(question, answers)
      })
      expect(outOfPlace).toEqual([])
      expect(misfitsInArrival(NEW_ARRIVAL, anonymiseArrival(NEW_ARRIVAL, answers, circumstances))).toEqual([])
    }
  })

  test('says of every figure it does not give what stands in its place', () => {
    const figures = new Set(fillMonth(published).filled.map(({ figure }) => figure))
    expect(figures.has('people')).toBe(published.people === undefined)
    expect(figures.has('childrenAlone')).toBe(published.childrenAlone === undefined)
    expect(figures.has('routes')).toBe(published.routes === undefined)
  })
})

describe('July 2018, the month of the demonstration', () => {
  const july = findPublishedMonth('2018-07')
  if (!july) throw new Error('July 2018 is missing')

  test('prints the shares the reports are quoted with', () => {
    const { newlyArrived } = reviewOfMonth(july, 1)
    expect(newlyArrived.byKind).toEqual([
      { code: 'men', people: 1034, percent: 67.1 },
      { code: 'boys', people: 313, percent: 20.3 },
      { code: 'women', people: 125, percent: 8.1 },
      { code: 'girls', people: 69, percent: 4.5 }
    ])
    expect(newlyArrived.children).toEqual({ total: 382, alone: 252, accompanied: 130 })
    expect(newlyArrived.byRoute.slice(0, 3)).toEqual([
      { code: 'MK', people: 873, percent: 56.7 },
      { code: 'air', people: 349, percent: 22.6 },
      { code: 'BG', people: 270, percent: 17.5 }
    ])
  })

  test('keeps the three girls who were alone apart from the boys', () => {
    const { arrivals } = makeUpMonth(july, createSeededRandom(1))
    const alone = arrivals.filter(({ answers }) => answers['alone'] === 'yes')
    expect(sumOf(alone.map(({ answers }) => Number(answers['girls'] ?? 0)))).toBe(3)
  })

  test('gives the people of unpublished countries to large nationalities only', () => {
    const { countries, filled } = fillMonth(july)
    const unpublished = [...countries.keys()].filter((country) => july.countries?.[country] === undefined)
    expect(unpublished.toSorted()).toEqual(['AF', 'IQ', 'IR', 'PK', 'SY'])
    expect(filled).toEqual([{ figure: 'countries', how: 'like_month', month: '2018-03' }])
  })

  test('is the same month from the same seed, and another from another', () => {
    const fromSeed = (seed: number) => makeUpMonth(july, createSeededRandom(seed))
    expect(fromSeed(42)).toEqual(fromSeed(42))
    expect(fromSeed(42).arrivals).not.toEqual(fromSeed(43).arrivals)
  })

  test('is mostly men alone or in small groups, and no child of a family is without an adult', () => {
    const { arrivals } = makeUpMonth(july, createSeededRandom(1))
    const sizes = arrivals.map(({ answers }) =>
      sumOf(['men', 'boys', 'women', 'girls'].map((n) => Number(answers[n] ?? 0)))
    )
    const singles = sizes.filter((size) => size === 1).length
    expect(singles / sizes.length).toBeGreaterThan(0.4)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(12)
    expect(arrivals.filter(({ answers }) => answers['alone'] === 'unsure')).toEqual([])
  })

  test('meets more people in the evening and at dawn than at midday', () => {
    const { newlyArrived } = reviewOfMonth(july, 1)
    const between = (from: number, to: number) => sumOf(newlyArrived.byHour.slice(from, to).map(({ people }) => people))
    expect(between(18, 22)).toBeGreaterThan(between(11, 15) * 2)
    expect(between(5, 8)).toBeGreaterThan(between(12, 15))
  })
})

describe('an hour on the wall in Belgrade', () => {
  test('is found again in winter, in summer and on the nights the clocks change', () => {
    const hours = ['2018-01-15T00', '2018-07-15T23', '2018-03-25T01', '2018-03-25T03', '2018-10-28T02', '2018-10-28T03']
    expect(hours.map((hour) => shiftHourAt(startOfHour(hour)))).toEqual(hours)
    expect(startOfHour('2018-10-28T02')).toBe(Date.parse('2018-10-28T00:00:00Z'))
  })
})

describe('seeded random numbers', () => {
  test('stay between 0 and 1 and are spread evenly', () => {
    const random = createSeededRandom(5)
    const tenths = Array.from({ length: 10 }, () => 0)
    for (let draw = 0; draw < 10_000; draw += 1) {
      const place = Math.floor(random() * 10)
      tenths[place] = (tenths[place] ?? 0) + 1
    }
    expect(tenths).toHaveLength(10)
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})
