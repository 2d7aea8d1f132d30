import { describe, expect, test } from 'vitest'
import { RISK_LIMIT } from '#domain/disclosure/risk.ts'
import type { ToldTable } from '#domain/disclosure/suppress.ts'
import { sumOf } from '#domain/disclosure/table.ts'
import { type Detail, FINEST } from '#domain/exports/detail.ts'
import { type CountedSubject, type Offered, offerOf, type ToldRow } from '#domain/exports/offer.ts'
import { offerParted, partingsOf } from '#domain/exports/offer-parted.ts'
import { type Counted, SUBJECTS } from '#domain/exports/people-count.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import { dayPeriod, monthPeriod, weekPeriod } from '#domain/review/period.ts'
import { countedOf } from '#tests/domain/disclosure/months.ts'
import { boundsOf } from '#tests/domain/disclosure/solver.ts'

const SEED = Number(process.env['SEED'])
const SEEDS = [SEED, SEED + 1]

const DETAILS: readonly Detail[] = [
  FINEST,
  { time: 'week', place: 'zone', country: 'common' },
  { time: 'week', place: 'city', country: 'each' },
  { time: 'period', place: 'zone', country: 'each' },
  { time: 'day', place: 'city', country: 'none' }
]

const oneDay = '2018-07-03'
const aCount = (people: number[], more: Partial<Counted> = {}): Counted => ({
  day: oneDay,
  zone: 'parks',
  code: 'AF',
  people,
  alone: 0,
  ...more
})

/** The rows as they leave, with the sums of columns that a report prints beside them, where those are not hidden. */
const asTold = ({ rows }: Offered, sums: readonly (number | undefined)[]) => [
  ...rows.map(asNumbers),
  ...(sums.length > 0 ? [sums] : [])
]

/** Of items: how often, the pieces beyond one each time, and all pieces. Somebody who knows two of a row knows the third. */
const asNumbers = ({ people, total, items }: ToldRow) => {
  if (items === undefined) return [...people, total]
  const { times, pieces } = items
  return [times, times === undefined || pieces === undefined ? undefined : pieces - times, pieces]
}

/** Everybody knows that something handed out was at least one piece, and that there may have been no more. */
const MORE_PIECES = 1
const boundsTogether = (told: ToldTable, subject: CountedSubject, hasColumnSums: boolean) => {
  if (subject !== 'items') return boundsOf(told, hasColumnSums)
  const bounds = boundsOf(told, hasColumnSums, (column) => (column === MORE_PIECES ? 0 : 1))
  // That each time it was one piece says of nobody how often, or how much.
  return bounds.filter(({ column }) => column !== MORE_PIECES)
}

/** Without sums of columns each row stands for itself. */
const boundsIn = (told: ToldTable, subject: CountedSubject) =>
  subject === 'arrivals' ? boundsOf(told, true) : told.flatMap((row) => boundsTogether([row], subject, false))

const peopleIn = (rows: readonly ToldRow[]) => rows.flatMap(({ people }) => people)

describe.each([...SUBJECTS, 'items'] as const)('%s of every published month, made up from many seeds', (subject) => {
  test('tell nobody who could be worked out, and nothing above the limit of risk', () => {
    let [offered, hidden, recoverable] = [0, 0, 0]
    for (const published of PUBLISHED_MONTHS) {
      for (const seed of SEEDS) {
        const { counted, period } = countedOf(published, seed, subject)
        for (const detail of DETAILS) {
          const asked = offerOf(counted, { subject, period, detail })
          const details = asked.ok ? [detail] : asked.refusal.remedies
          for (const fitting of details) {
            const offer = offerOf(counted, { subject, period, detail: fitting })
            if (!offer.ok) throw new Error(`A remedy was refused: ${JSON.stringify(fitting)}`)
            const told = asTold(offer.value, offer.value.sums)
            const bounds = boundsIn(told, subject)
            offered += 1
            hidden += bounds.length
            recoverable += bounds.filter(({ least, most }) => least === most).length
            expect(offer.value.risk).toBeLessThan(RISK_LIMIT)
            const numbers = told.map((row) => (subject === 'items' ? [row[0], row[2]] : row))
            expect(numbers.flat().every((count) => count === undefined || count === 0 || count >= 5)).toBe(true)
          }
        }
      }
    }
    console.log(`${subject}: ${offered} tables offered, ${hidden} numbers hidden, recoverable: ${recoverable}`)
    expect(recoverable).toBe(0)
    expect(hidden).toBeGreaterThan(0)
  }, 300_000)
})

// So few of what people need in these months can be told that no way to part them is offered.
describe.each(['arrivals', 'activities', 'items'] as const)(
  '%s of a month, saved as a whole and in every way it can be parted',
  (subject) => {
    test('give nobody away together, and every part adds up to the whole', () => {
      let [parted, hidden] = [0, 0]
      for (const published of PUBLISHED_MONTHS) {
        for (const seed of SEEDS) {
          const { counted, period } = countedOf(published, seed, subject)
          const offers = partingsOf(subject).map((parting) => offerParted(counted, { subject, period, parting }))
          const [whole, ...others] = offers.map((offer) => (offer.ok ? offer.value.rows : []))
          const parts = others.filter((rows) => rows.length > 0)
          expect(whole?.length).toBeGreaterThanOrEqual(parts.length > 0 ? 1 : 0)
          parted += parts.length
          for (const row of whole ?? []) {
            const [{ code, alone }, sums] = [row, asNumbers(row)]
            for (const rows of parts) {
              const its = rows.filter((part) => subject === 'arrivals' || part.code === code)
              const table = its.map(asNumbers)
              // What is not told of the whole, no part of it may show.
              if (sums.includes(undefined)) expect(table.flat().every((count) => count === undefined)).toBe(true)
              else {
                const bounds = boundsTogether([...table, sums], subject, true)
                hidden += bounds.length
                expect(bounds.filter(({ least, most }) => least === most)).toEqual([])
              }
              const together = its.map((part) => part.alone)
              if (subject === 'items') continue
              if (together.every((count) => count !== undefined)) expect(sumOf(together)).toBe(alone)
              else expect(together.every((count) => count === undefined)).toBe(true)
            }
          }
        }
      }
      console.log(`${subject}: ${parted} parted tables beside their months, ${hidden} numbers hidden`)
      expect(parted).toBeGreaterThan(0)
    }, 300_000)
  }
)

describe('a month of which one week has few girls', () => {
  const [mondays, people] = [
    ['2021-02-01', '2021-02-08', '2021-02-15', '2021-02-22'],
    [
      [260, 80, 35, 6],
      [270, 82, 34, 7],
      [265, 81, 39, 3],
      [280, 85, 36, 9]
    ]
  ]
  const counted = mondays.map((day, week) => aCount(people[week] ?? [], { day, alone: 20 }))
  const asked = { subject: 'arrivals', period: monthPeriod('2021-02') } as const
  const city = { place: 'city', country: 'none' } as const
  const numbersOf = (offer: { ok: true; value: Offered } | { ok: false }) =>
    offer.ok ? offer.value.rows.map((row) => [...row.people, row.total]) : []
  const known = (weeks: ReturnType<typeof numbersOf>, month: ReturnType<typeof numbersOf>) =>
    boundsOf([...weeks, ...month], true).filter(({ least, most }) => least === most)

  test('does not give them away, by week and as a whole', () => {
    const [month, weeks] = (['period', 'week'] as const).map((parting) =>
      numbersOf(offerParted(counted, { ...asked, parting }))
    )
    expect(month).toEqual([[1075, 328, 144, 25, 1572]])
    expect(weeks?.[2]?.[3]).toBe(undefined)
    expect(weeks?.flat().filter((count) => count !== undefined).length).toBeGreaterThan(10)
    expect(known(weeks ?? [], month ?? [])).toEqual([])
  })

  test('would give them away, were each week and the month told alone: the solver sees it', () => {
    const weeks = counted.flatMap((week) =>
      numbersOf(offerOf([week], { ...asked, period: weekPeriod(week.day), detail: { time: 'week', ...city } }))
    )
    const month = numbersOf(offerOf(counted, { ...asked, detail: { time: 'period', ...city } }))
    expect(known(weeks, month)).toContainEqual({ row: 2, column: 3, least: 3, most: 3 })
  })

  test('tells the children alone of every week or of none', () => {
    const aloneIn = (last: number) => {
      const offer = offerParted([...counted.slice(1), aCount(people[0] ?? [], { day: '2021-02-01', alone: last })], {
        ...asked,
        parting: 'week'
      })
      return offer.ok && offer.value.rows.map(({ alone }) => alone)
    }
    const each = counted.map((week) => week.alone)
    expect(aloneIn(3)).toEqual(each.map(() => undefined))
  })

  test('is offered as a whole where its own girls are few', () => {
    const few = counted.map((week, at) => ({ ...week, people: [260, 80, 35, at === 0 ? 3 : 0] }))
    const offer = offerParted(few, { ...asked, parting: 'week' })
    expect(offer).toEqual({ ok: false, refusal: { remedies: ['period'] } })
  })
})

describe('an export that would tell too much', () => {
  const july = PUBLISHED_MONTHS.filter(({ month }) => month === '2018-07')
  const [{ counted, period }] = july.map((month) => countedOf(month, 1, 'arrivals')) as [ReturnType<typeof countedOf>]

  test('is refused, and offered as fine as it can be told', () => {
    const offer = offerOf(counted, { subject: 'arrivals', period, detail: FINEST })
    expect(offer).toMatchObject({ ok: false, refusal: {} })
    const remedies = offer.ok ? [] : offer.refusal.remedies
    expect(remedies).toContainEqual({ time: 'week', place: 'city', country: 'none' })
    for (const detail of remedies) expect(offerOf(counted, { subject: 'arrivals', period, detail }).ok).toBe(true)
  })

  test('keeps the total of the month', () => {
    const detail: Detail = { time: 'week', place: 'city', country: 'none' }
    const offer = offerOf(counted, { subject: 'arrivals', period, detail })
    const value = offer.ok ? offer.value : undefined
    expect(value?.people).toBe(1541)
    expect(value?.rows.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2018-07-01 2018-07-01',
      '2018-07-02 2018-07-08',
      '2018-07-09 2018-07-15',
      '2018-07-16 2018-07-22',
      '2018-07-23 2018-07-29',
      '2018-07-30 2018-07-31'
    ])
    expect(peopleIn(value?.rows ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(
      1541 - (value?.notTold ?? 0)
    )
  })

  test('has no way out but a longer period when few people came', () => {
    const few = [aCount([2, 1, 0, 0])]
    const offer = offerOf(few, { subject: 'arrivals', period: dayPeriod(oneDay), detail: FINEST })
    expect(offer).toMatchObject({ ok: false, refusal: { remedies: [] } })
  })

  test('stands countries together that few came from', () => {
    const counts = [
      aCount([100, 30, 20, 10]),
      aCount([6, 0, 0, 0], { code: 'CU' }),
      aCount([8, 0, 0, 0], { code: 'BI' })
    ]
    const detail: Detail = { time: 'period', place: 'city', country: 'common' }
    const offer = offerOf(counts, { subject: 'arrivals', period: monthPeriod('2018-07'), detail })
    expect(offer.ok && offer.value.rows.map(({ code, total }) => [code, total])).toEqual([
      ['AF', 160],
      ['other', 14]
    ])
  })
})

describe('children alone', () => {
  const detail: Detail = { time: 'period', place: 'city', country: 'none' }
  const aloneIn = (count: Counted) => {
    const offer = offerOf([count], { subject: 'arrivals', period: dayPeriod(oneDay), detail })
    return offer.ok && offer.value.rows[0]?.alone
  }

  test.each([
    { alone: 9, told: 9 },
    { alone: 0, told: 0 },
    { alone: 3, told: undefined }
  ])('are told as $told when there are $alone', ({ alone, told }) => {
    expect(aloneIn(aCount([300, 40, 20, 30], { alone }))).toBe(told)
  })

  test.each([
    { alone: 48, withAdult: 2, told: undefined },
    { alone: 45, withAdult: 5, told: 45 },
    { alone: 50, withAdult: 0, told: 50 }
  ])('are told as $told when $withAdult children are with an adult', ({ alone, told }) => {
    expect(aloneIn(aCount([300, 40, 20, 10], { alone }))).toBe(told)
  })

  test('are not told where boys or girls are not', () => {
    expect(aloneIn(aCount([300, 40, 20, 3], { alone: 9 }))).toBe(undefined)
  })
})

test('a period without anybody is told as nobody', () => {
  const offer = offerOf([], { subject: 'arrivals', period: dayPeriod(oneDay), detail: FINEST })
  expect(offer).toMatchObject({ ok: true, value: { people: 0, risk: 0, notTold: 0 } })
})
