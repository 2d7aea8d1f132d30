import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anonymiseArrival, anonymiseTally } from '#domain/anonymise.ts'
import { type Day, daysOfMonth } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import { type Zone, ZONES } from '#domain/codes/zones.ts'
import { newestSettled } from '#domain/exports/settled.ts'
import type { ToldCount } from '#domain/disclosure/told-count.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { makeUpMonth } from '#domain/months/make-up-month.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import type { PublishedMonth } from '#domain/months/published-month.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import {
  dayPeriod,
  monthPeriod,
  type Period,
  periodAfter,
  periodBefore,
  shiftPeriod,
  weekPeriod
} from '#domain/review/period.ts'
import { changeOf, type Report, reportOf, type ReportTable, type ReportTableName } from '#domain/review/report.ts'
import { tellAreaReport } from '#domain/review/told-area.ts'
import { tellReport, type ToldOn, type ToldReport } from '#domain/review/told-report.ts'
import { createSeededRandom } from '#domain/seeded-random.ts'
import { boundsOf } from '#tests/domain/disclosure/solver.ts'

const SEED = 20_180_731

const recordOf = (type: RecordType, id: string, fields: SharedFields): FieldRecord => ({
  type,
  id,
  author: 'phone-3',
  fields,
  disputed: []
})

const recordsOf = (published: PublishedMonth, seed: number): FieldRecord[] => {
  const { arrivals, tallies, month } = makeUpMonth(published, createSeededRandom(seed))
  return [
    ...arrivals.map(({ answers, circumstances }, at) =>
      recordOf('arrival', `${month} arrival ${at}`, anonymiseArrival(NEW_ARRIVAL, answers, circumstances))
    ),
    ...tallies.map(({ class: tallyClass, count, circumstances }, at) =>
      recordOf('tally', `${month} tally ${at}`, anonymiseTally(tallyClass, count, circumstances))
    )
  ]
}

/** Every sixth group is joined with the one before it: logged twice, by two phones, maybe in two areas. */
const joined = (records: readonly FieldRecord[]): FieldRecord[] => {
  const arrivals = records.filter(({ type }) => type === 'arrival')
  return arrivals.flatMap(({ id, fields }, at) => {
    const one = arrivals[at - 1]?.id
    const { met = '', zone = '' } = fields
    return at % 6 === 0 && one !== undefined
      ? [recordOf('sameness', `same ${id}`, { one, other: id, answer: 'same', met, zone })]
      : []
  })
}

const july = PUBLISHED_MONTHS.find(({ month }) => month === '2018-07')
if (july === undefined) throw new Error('July 2018 is published')
const NOW = { now: '2018-12-31T23' } as const
const TODAY = '2018-12-31'
/** Told by a phone that has heard from the team on the day it tells it. */
const on = (today: Day): ToldOn => ({ today, newest: newestSettled(Date.parse(`${today}T12:00Z`)) })

const getTable = ({ tables }: Report, name: ReportTableName): ReportTable => {
  const table = tables.find((candidate) => candidate.name === name)
  if (table === undefined) throw new Error(`The report has no table ${name}`)
  return table
}

const numbers = (table: ReportTable) => Object.fromEntries(table.rows.map(({ code, number }) => [code, number]))
const sumOf = (table: ReportTable, which: 'number' | 'before') => table.rows.reduce((sum, row) => sum + row[which], 0)

const OF_PEOPLE = ['who', 'country', 'language', 'route', 'zone', 'sleeping'] as const

describe('the report of July 2018', () => {
  const report = reportOf(recordsOf(july, 7), monthPeriod('2018-07'), NOW)

  test('has the totals that were published', () => {
    expect(getTable(report, 'who').total?.number).toBe(july.total)
    expect(numbers(getTable(report, 'who'))).toEqual(july.people)
    expect(numbers(getTable(report, 'children'))['alone']).toBe(july.childrenAlone?.total)
    expect(numbers(getTable(report, 'route'))).toEqual(july.routes)
    expect(numbers(getTable(report, 'country'))).toMatchObject(july.countries ?? {})
  })

  test('says nobody of the month before, and prints every table all the same', () => {
    expect(report.before).toEqual({ from: '2018-06-01', to: '2018-06-30' })
    expect(getTable(report, 'country').total).toEqual({ number: 1541, before: 0 })
    expect(reportOf([], monthPeriod('2018-07'), NOW).tables.map(({ total }) => total?.number ?? 0)).toEqual(
      report.tables.map(() => 0)
    )
  })
})

const aMonth = fc.record({
  published: fc.constantFrom(...PUBLISHED_MONTHS),
  seed: fc.nat(1000),
  zone: fc.option(fc.constantFrom(...ZONES)),
  day: fc.integer({ min: 1, max: 28 })
})

test('every total adds up, whatever the month, the period and the area', () => {
  fc.assert(
    fc.property(aMonth, ({ published, seed, zone, day }) => {
      const logged = recordsOf(published, seed)
      const records = [...logged, ...joined(logged)]
      const date = `${published.month}-${String(day).padStart(2, '0')}`
      const periods = [monthPeriod(published.month), weekPeriod(date), dayPeriod(date), shiftPeriod(`${date}T20`)]
      for (const period of periods) addsUp(reportOf(records, period, { ...NOW, ...(zone !== null && { zone }) }))
    }),
    { seed: SEED, numRuns: 12 }
  )
})

const addsUp = (report: Report): void => {
  const { people, children } = report.review.newlyArrived
  for (const table of report.tables) {
    if (table.total === undefined) continue
    expect(sumOf(table, 'number')).toBe(table.total.number)
    expect(sumOf(table, 'before')).toBe(table.total.before)
    const tenths = table.rows.flatMap(({ percent }) => (percent === undefined ? [] : [Math.round(percent * 10)]))
    if (table.total.number > 0 && tenths.length > 0) expect(tenths.reduce((sum, tenth) => sum + tenth, 0)).toBe(1000)
  }
  for (const name of OF_PEOPLE) expect(getTable(report, name).total?.number).toBe(people)
  expect(getTable(report, 'children').total?.number).toBe(children.total)
}

test('the areas together are the whole, also where the same people were logged in two of them', () => {
  const alone = recordsOf(july, 11)
  const records = [...alone, ...joined(alone)]
  const period = monthPeriod('2018-07')
  const whole = reportOf(records, period, NOW)
  const parts = ZONES.map((zone) => reportOf(records, period, { ...NOW, zone }))
  for (const name of ['who', 'country', 'seenAgain'] as const) {
    const together = parts.reduce((sum, part) => sum + (getTable(part, name).total?.number ?? 0), 0)
    expect(together).toBe(getTable(whole, name).total?.number)
  }
  expect(whole.review.newlyArrived.people).toBeLessThan(july.total)
})

test('what one report says of the period before is what the report of that period said', () => {
  const records = PUBLISHED_MONTHS.filter(({ month }) => month.startsWith('2018-0')).flatMap((month) =>
    recordsOf(month, 3)
  )
  const [august, earlier] = ['2018-08', '2018-07'].map((month) => reportOf(records, monthPeriod(month), NOW))
  if (!august || !earlier) throw new Error('Both months are published')
  for (const table of august.tables) {
    const then = getTable(earlier, table.name)
    expect(Object.fromEntries(table.rows.flatMap(({ code, before }) => (before > 0 ? [[code, before]] : [])))).toEqual(
      Object.fromEntries(then.rows.flatMap(({ code, number }) => (number > 0 ? [[code, number]] : [])))
    )
  }
})

const isSmall = (count: unknown) => typeof count === 'number' && count > 0 && count < 5

type Areas = { readonly city: ToldReport; readonly told: readonly ToldReport[]; readonly counted: readonly Report[] }

/** What can be known of each small number that an area tells as some. Who subtracts knows the numbers that are told, and where there is nobody. */
const smallIn = (name: ReportTableName, { city, told, counted }: Areas) => {
  const rowsOf = (report: Pick<ToldReport, 'tables'>, table = name) =>
    new Map(report.tables.find((one) => one.name === table)?.rows.map(({ code, number }) => [code, number]))
  const asNumber = (number: unknown) => (typeof number === 'number' ? number : undefined)
  const parts = counted.map((report) => numbers(getTable(report, name)))
  const codes = [...new Set(parts.flatMap((part) => Object.keys(part).filter((code) => part[code])))]
  const [inCity, zones, inAreas] = [rowsOf(city), rowsOf(city, 'zone'), told.map((report) => rowsOf(report))]
  const lines = codes.map((code) => [...parts.map((part) => (part[code] ? undefined : 0)), asNumber(inCity.get(code))])
  const sums = ZONES.map((zone, at) => (counted[at]?.review.newlyArrived.people ? asNumber(zones.get(zone)) : 0))
  const total = asNumber(city.tables.find((table) => table.name === name)?.total?.number)
  return boundsOf([...lines, [...sums, total]], true).filter(
    ({ row, column }) => inAreas[column]?.get(codes[row] ?? '') === 'some' && isSmall(parts[column]?.[codes[row] ?? ''])
  )
}

describe('a shift', () => {
  test('of the night belongs to the day it began on', () => {
    const night = { from: '2018-07-03', to: '2018-07-04', hours: { first: '2018-07-03T22', last: '2018-07-04T05' } }
    expect(shiftPeriod('2018-07-03T23')).toEqual(night)
    expect(shiftPeriod('2018-07-04T05')).toEqual(night)
  })

  test('comes after the one before it, through day and night', () => {
    const hours = ['2018-07-03T06', '2018-07-03T14', '2018-07-03T22', '2018-07-04T06']
    const shifts = hours.map(shiftPeriod)
    expect(shifts.slice(0, -1).map(periodAfter)).toEqual(shifts.slice(1))
    expect(shifts.slice(1).map(periodBefore)).toEqual(shifts.slice(0, -1))
  })

  test('takes every hour of the day into one of three', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => `2018-07-03T${String(hour).padStart(2, '0')}`)
    expect(new Set(hours.map((hour) => shiftPeriod(hour).hours?.first)).size).toBe(4)
  })
})

test.each([
  ['week', weekPeriod('2018-07-04')],
  ['month', monthPeriod('2018-02')],
  ['day', dayPeriod('2018-03-01')]
])('the %s after the one before is the same again', (_, period) => {
  expect(periodAfter(periodBefore(period))).toEqual(period)
})

test('a change is said in per cent only where there was anybody before', () => {
  expect(changeOf(15, 10)).toEqual({ by: 5, percent: 50 })
  expect(changeOf(3, 0)).toEqual({ by: 3 })
})

test('a need told in confidence is in no report, which is passed on', () => {
  const fields = { men: 0, boys: 0, women: 1, girls: 0, met: '2018-07-03T19', zone: 'parks' }
  const told = recordOf('arrival', 'phone-3-1', { ...fields, needs: ['gbv_support', 'medical'] })
  const report = reportOf([told], dayPeriod('2018-07-03'), NOW)
  expect(numbers(getTable(report, 'needs'))).toEqual({ medical: 1 })
})

test('needs nobody could meet, late referrals and how far the police came stand in the report', () => {
  const when = { met: '2018-07-03T10', zone: 'parks' }
  const records = [
    recordOf('arrival', 'a', { ...when, men: 1, boys: 0, women: 0, girls: 0 }),
    recordOf('case', 'c', { ...when, arrival: 'a', need_medical: 'unavailable', need_gbv_support: 'unavailable' }),
    recordOf('referral', 'r', { ...when, arrival: 'a', state: 'made', due: 'now', needs: ['medical'] }),
    recordOf('accompaniment', 'g', {
      ...when,
      case: 'c',
      to: 'reg_accompany',
      state: 'refused',
      stepAt: '2018-07-03T12',
      reason: 'hours'
    })
  ]
  const report = reportOf(records, weekPeriod('2018-07-03'), NOW)
  expect(numbers(getTable(report, 'unmet'))).toEqual({ medical: 1 })
  expect(numbers(getTable(report, 'overdue'))).toEqual({ made: 1 })
  expect(numbers(getTable(report, 'registrations'))).toEqual({ refused: 1 })
  const day = tellReport(reportOf(records, dayPeriod('2018-07-03'), NOW), on(TODAY))
  for (const name of ['unmet', 'overdue', 'registrations'] as const)
    expect(day.tables.find((table) => table.name === name)?.rows.map(({ number }) => number)).toEqual(['some'])
})

describe('late referrals', () => {
  const lateOn = (now: string, more: SharedFields = {}) => {
    const fields = { met: '2018-07-31T10', zone: 'parks', arrival: 'a', state: 'made', due: 'weeks', ...more }
    const records = [recordOf('referral', 'r', fields)]
    return (period: Period) => getTable(reportOf(records, period, { now }), 'overdue')
  }

  test('of a month that settled stay as they were on its last day, however long nobody answers', () => {
    const month = monthPeriod('2018-07')
    expect(lateOn('2018-08-07T12')(month).total?.number).toBe(0)
    for (const now of ['2018-08-07T23', '2018-08-08T00', '2018-12-31T23'])
      expect(lateOn(now)(month).total?.number).toBe(0)
    const urgent = { due: 'now' }
    for (const now of ['2018-08-07T23', '2018-12-31T23']) expect(lateOn(now, urgent)(month).total?.number).toBe(1)
    // Beside the month after they stand as they stood in the month's own.
    expect(lateOn('2018-12-31T23')(monthPeriod('2018-08')).total?.before).toBe(0)
  })

  test('of a day are late by the hour it is', () => {
    expect(lateOn('2018-12-31T23')(dayPeriod('2018-07-31')).total?.number).toBe(1)
  })
})

describe('a report as it leaves', () => {
  const records = [...recordsOf(july, 7), ...joined(recordsOf(july, 7))]
  const [tuesday, wednesday] = [dayPeriod('2018-07-03'), dayPeriod('2018-07-04')]
  const reportFor = (period: Period, zone?: Zone) => reportOf(records, period, { ...NOW, ...(zone && { zone }) })
  const toldOf = (period: Period, today = TODAY) => tellReport(reportFor(period), on(today))
  const areasOf = (period: Period, today = TODAY) => {
    const areas = Object.fromEntries(ZONES.map((zone) => [zone, reportFor(period, zone)])) as Record<Zone, Report>
    const city = reportFor(period)
    return ZONES.map((zone) => tellAreaReport(zone, { city, areas }, on(today)))
  }
  const asNumber = (told: unknown) => (typeof told === 'number' ? told : undefined)
  const sumOfNumbers = (line: readonly (number | undefined)[]) => line.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  /** By what is told: what is hidden is more than nobody. */
  const placeOf = (told: ToldCount | undefined) => (told === 'some' ? 0.5 : (told ?? -1))
  const IN_OWN_ORDER = ['who', 'children', 'seenAgain', 'sleptOut', 'referrals', 'overdue', 'interpreting']
  const allOf = ({ tables, people, met }: ToldReport) => [
    people.number,
    people.before,
    met,
    ...tables
      .flatMap(({ rows, total }) => [...rows, ...(total ? [total] : [])])
      .flatMap((row) => [row.number, row.before])
  ]

  test.each([
    ['a day', () => toldOf(tuesday)],
    ['a shift', () => toldOf(shiftPeriod('2018-07-03T20'))],
    ['a week', () => toldOf(weekPeriod('2018-07-03'))],
    ['one area', () => areasOf(monthPeriod('2018-07'))[ZONES.indexOf('parks')]]
  ])('of %s tells no number under five, and says so', (_, told) => {
    const report = told()
    if (report === undefined) throw new Error('The parks are an area')
    expect(report.isExact).toBe(false)
    expect(allOf(report)).toContain('some')
    expect(allOf(report).filter(isSmall)).toEqual([])
  })

  test('of the whole month, once that settled, tells every number', () => {
    const report = reportFor(monthPeriod('2018-07'))
    expect(tellReport(report, on('2018-08-08'))).toMatchObject({ isExact: true, tables: report.tables })
    expect(tellReport(report, on('2018-08-07')).isExact).toBe(false)
  })

  test('of a month that is over tells no number while more may come in: less that of the day before it would be one person', () => {
    const period = monthPeriod('2018-07')
    const cities = ['2018-08-01', '2018-08-02', '2018-08-07'].map((today) => toldOf(period, today))
    for (const told of [...cities, ...areasOf(period, '2018-08-07')])
      expect(allOf(told).filter((count) => typeof count === 'number' && count > 0)).toEqual([])
  })

  test('of the whole month tells no number on a phone that has not heard of all of it, in the city and in no area', () => {
    const period = monthPeriod('2018-07')
    const areas = Object.fromEntries(ZONES.map((zone) => [zone, reportFor(period, zone)])) as Record<Zone, Report>
    const city = reportFor(period)
    for (const newest of [undefined, '2018-06'] as const) {
      const phone = { today: '2018-08-20', newest } as const
      for (const told of [
        tellReport(city, phone),
        ...ZONES.map((zone) => tellAreaReport(zone, { city, areas }, phone))
      ])
        expect(allOf(told).filter((count) => typeof count === 'number' && count > 0)).toEqual([])
    }
    expect(tellReport(city, { today: '2018-08-20', newest: '2018-07' }).isExact).toBe(true)
  })

  test('of a month that settled tells the month before as exactly, of one that did not neither', () => {
    const report = reportFor(monthPeriod('2018-08'))
    expect(tellReport(report, on('2018-09-08')).people.before).toBe(report.reviewBefore.newlyArrived.people)
    expect(tellReport(report, on('2018-09-07')).people.before).toBe('some')
  })

  test('tells no number of a week or a month that is not over: less the same of yesterday it would be a day', () => {
    const monday = '2018-07-02'
    const evenings = [
      toldOf(weekPeriod(monday), monday),
      toldOf(weekPeriod(monday), '2018-07-08'),
      toldOf(monthPeriod('2018-07'), monday),
      ...areasOf(monthPeriod('2018-07'), monday)
    ]
    for (const told of evenings)
      expect(allOf(told).filter((count) => typeof count === 'number' && count > 0)).toEqual([])
    expect(allOf(evenings[0] ?? toldOf(tuesday))).toContain('some')
  })

  describe.each([7, 23])('made up anew from %s', (seed) => {
    const months = PUBLISHED_MONTHS.filter(({ month }) => ['2018-07', '2018-02'].includes(month))
    const all = months.flatMap((month) => {
      const logged = recordsOf(month, seed)
      return [...logged, ...joined(logged)]
    })
    const days = months.flatMap(({ month }) => daysOfMonth(month))
    const weeks = [...new Set(days.map((day) => weekPeriod(day).from))]
    const shifts = days.flatMap((day) => ['06', '14', '22'].map((hour) => shiftPeriod(`${day}T${hour}`)))
    const reports = [...days.map(dayPeriod), ...weeks.map(weekPeriod), ...shifts].map((period) => {
      const counted = reportOf(all, period, NOW)
      return { counted, told: tellReport(counted, on(TODAY)) }
    })

    test('tells nobody who could be worked out from the total, which other tables say', () => {
      let hidden = 0
      for (const { counted, told } of reports) {
        for (const half of ['number', 'before'] as const) {
          for (const { name, rows, total } of told.tables) {
            if (typeof total?.[half] !== 'number' || rows.some((row) => row[half] === undefined)) continue
            const line = [...rows.map((row) => row[half]), total[half]].map(asNumber)
            const bounds = boundsOf([line], false)
            hidden += bounds.length
            expect([name, bounds.filter(({ least, most }) => least === most)]).toEqual([name, []])
            // What is left of the total stands for people too: such are the children of two rows.
            const rest = total[half] - sumOfNumbers(line.slice(0, -1))
            expect([name, counted.period.from, isSmall(rest)]).toEqual([name, counted.period.from, false])
          }
        }
      }
      expect(hidden).toBeGreaterThan(1000)
    })

    test('says by the order of its rows, and by which there are, nothing of what is hidden', () => {
      for (const { counted, told } of reports) {
        for (const { name, rows } of told.tables) {
          const order = rows.map(({ code }) => code)
          const bySize = rows.toSorted(
            (a, b) => placeOf(b.number) - placeOf(a.number) || placeOf(b.before) - placeOf(a.before)
          )
          const hidden = rows.filter((row) => row.number === 'some' && row.before === 'some').map(({ code }) => code)
          if (!IN_OWN_ORDER.includes(name)) {
            expect([name, order]).toEqual([name, bySize.map(({ code }) => code)])
            expect(hidden).toEqual(hidden.toSorted())
          }
          const untold = rows.filter((row) => row.number === undefined || row.before === undefined)
          expect(untold.filter((row) => !row.number && !row.before)).toEqual([])
          expect(getTable(counted, name).rows.map(({ code }) => code)).toEqual(expect.arrayContaining(order))
        }
      }
    })
  })

  test('shows the hidden of an area in the order of their codes, and no row by which nobody would be known not to be nobody', () => {
    for (const { tables } of areasOf(monthPeriod('2018-07'))) {
      for (const { name, rows } of tables) {
        const hidden = rows.filter((row) => row.number === 'some' && row.before === 0).map(({ code }) => code)
        if (!IN_OWN_ORDER.includes(name)) expect(hidden).toEqual(hidden.toSorted())
        expect(rows.filter((row) => row.number === undefined && row.before === 0)).toEqual([])
      }
    }
  })

  test('of areas lets nobody in a small number be worked out, whoever has those of all areas and of the city', () => {
    const days = [3, 17].map((day) => dayPeriod(`2018-07-${String(day).padStart(2, '0')}`))
    let few = 0
    const shorter = [weekPeriod('2018-07-11'), shiftPeriod('2018-07-21T15')]
    for (const period of [...days, ...shorter, monthPeriod('2018-07')]) {
      const counted = ZONES.map((zone) => reportFor(period, zone))
      const areas = { city: toldOf(period), told: areasOf(period), counted }
      for (const name of OF_PEOPLE) {
        const small = smallIn(name, areas)
        few += small.length
        expect([name, period.from, small.filter(({ least, most }) => least === most)]).toEqual([name, period.from, []])
      }
    }
    expect(few).toBeGreaterThan(100)
  })

  test('tells children alone only where boys and girls are told', () => {
    for (const day of daysOfMonth('2018-07')) {
      const { tables } = toldOf(dayPeriod(day))
      const [who, children] = (['who', 'children'] as const).map((name) => tables.find((table) => table.name === name))
      const kinds = who?.rows.filter(({ code }) => code === 'boys' || code === 'girls') ?? []
      const areKindsTold = kinds.length === 2 && kinds.every(({ number }) => typeof number === 'number')
      const numbersOfChildren = [...(children?.rows ?? []), children?.total].map((row) => row?.number)
      if (!areKindsTold)
        expect(numbersOfChildren.filter((number) => typeof number === 'number' && number > 0)).toEqual([])
    }
  })

  test('hides the same of a day whether it is this one or the one before', () => {
    const [asNow, asBefore] = [toldOf(tuesday), toldOf(wednesday)]
    for (const table of asNow.tables) {
      const later = asBefore.tables.find(({ name }) => name === table.name)
      for (const { code, number } of table.rows) {
        if (number === 0 || number === undefined) continue
        expect([table.name, code, later?.rows.find((row) => row.code === code)?.before]).toEqual([
          table.name,
          code,
          number
        ])
      }
    }
  })

  test('of so few people that their number is small says this alone', () => {
    const fields = { men: 0, boys: 0, women: 1, girls: 1, met: '2018-07-03T19', zone: 'parks', country: 'SY' }
    const told = tellReport(reportOf([recordOf('arrival', 'phone-3-1', fields)], tuesday, NOW), on(TODAY))
    const who = told.tables.find(({ name }) => name === 'who')
    expect(who?.total?.number).toBe('some')
    expect(who?.rows).toEqual([])
    expect(allOf(told).filter((count) => typeof count === 'number' && count > 0)).toEqual([])
  })
})
