// A report of the whole city as it may leave the team. Of a day, a shift or a week the numbers are so small that people could be
// known by them: there 1 to 4 are told as some, and so is what would show them. A month that settled is told as it is counted, by
// a phone that has heard of all of it. Of a week that is not over, or a month that may still grow, one report less an earlier one
// would be a day or one person: nothing in it is told as a number.
import { type Day, type Month, monthOfDay } from '#domain/belgrade-time.ts'
import { compareTold, tellBelowTotal, tellCount, type ToldCount, vague } from '#domain/disclosure/told-count.ts'
import { compare } from '#domain/review/dated-record.ts'
import { isWholeMonth, type Period } from '#domain/review/period.ts'
import type { Report, ReportRow, ReportTable, ReportTableName } from '#domain/review/report.ts'

/** Undefined is not told at all. */
export type ToldRow = Pick<ReportRow, 'code' | 'percent'> & {
  readonly number: ToldCount | undefined
  readonly before: ToldCount | undefined
}

export type ToldTable = Pick<ReportTable, 'name' | 'counts'> & {
  readonly rows: readonly ToldRow[]
  readonly total?: { readonly number: ToldCount; readonly before: ToldCount }
}

export type ToldReport = Pick<Report, 'period' | 'before'> & {
  readonly isExact: boolean
  readonly tables: readonly ToldTable[]
  /** Newly arrived, and met in all. */
  readonly people: { readonly number: ToldCount; readonly before: ToldCount }
  readonly met: ToldCount
}

/** When it is told, and the newest month that this phone has heard all of that came in time, see `newestHeard`. */
export type ToldOn = { readonly today: Day; readonly newest: Month | undefined }

export const tellReport = (report: Report, on: ToldOn): ToldReport => {
  const { period, before, review, reviewBefore } = report
  if (isGrowing(period, on)) return tellReportVaguely(report)
  const isExact = isWholeMonth(period)
  const people = { number: review.newlyArrived.people, before: reviewBefore.newlyArrived.people }
  if (isExact) return { period, before, isExact, tables: report.tables, people, met: review.peopleMet }
  const who = report.tables.find(({ name }) => name === 'who')
  const tables = report.tables.map((table) => {
    if (table.name === 'children') return tellChildren(table, who)
    return table.name === 'overdue' ? tellVaguely(table) : tellTable(table)
  })
  const again = tables.find(({ name }) => name === 'seenAgain')?.total?.number ?? 0
  const told = { number: tellCount(people.number), before: tellCount(people.before) }
  // Who was met are those newly arrived and those seen again: two of the three would tell the third.
  const isMetTold = [told.number, again].every((part) => typeof part === 'number')
  return {
    period,
    before,
    isExact,
    tables,
    people: told,
    met: isMetTold ? review.peopleMet : vague(review.peopleMet)
  }
}

/** Of several days, of which not all are over; a month grows on until phones that had no signal in it have handed over. */
const isGrowing = (period: Period, { today, newest }: ToldOn): boolean => {
  const { from, to, hours } = period
  if (isWholeMonth(period)) return newest === undefined || monthOfDay(from) > newest
  return hours === undefined && from !== to && to >= today
}

/** No number but 0. */
export const tellReportVaguely = ({ period, before, review, reviewBefore, tables }: Report): ToldReport => ({
  period,
  before,
  isExact: false,
  tables: tables.map(tellVaguely),
  people: { number: vague(review.newlyArrived.people), before: vague(reviewBefore.newlyArrived.people) },
  met: vague(review.peopleMet)
})

const HALVES = ['number', 'before'] as const

/** What is hidden of a day is the same whether it is told as this one or as the one before: rows are told in the order of their codes. */
const tellTable = ({ name, counts, rows, total }: ReportTable): ToldTable => {
  const inOrder = rows.toSorted((a, b) => compare(a.code, b.code))
  const [now, then] = HALVES.map((half) => {
    const numbers = inOrder.map((row) => row[half])
    const told = total === undefined ? numbers.map(tellCount) : tellBelowTotal(numbers).counts
    return new Map(inOrder.map(({ code }, at) => [code, told[at]]))
  })
  // A share says as much as its number.
  const hasShares = rows.every(({ code }) => typeof now?.get(code) === 'number')
  const told = rows.map(({ code, percent }) => ({
    code,
    number: now?.get(code),
    before: then?.get(code),
    ...(hasShares && percent !== undefined && { percent })
  }))
  return {
    name,
    counts,
    rows: rowsAsTold(name, told),
    ...(total && { total: { number: tellCount(total.number), before: tellCount(total.before) } })
  }
}

/** Their rows stand in an order that no number has made. */
const IN_OWN_ORDER: readonly ReportTableName[] = [
  'who',
  'children',
  'seenAgain',
  'sleptOut',
  'referrals',
  'overdue',
  'interpreting'
]

/**
 * Without those that would say by standing there that what is not told is not nobody, and in an order that says nothing of what is
 * hidden.
 */
export const rowsAsTold = (name: ReportTableName, rows: readonly ToldRow[]): ToldRow[] => {
  const said = rows.filter((row) => {
    const halves = HALVES.map((half) => row[half])
    return !halves.includes(undefined) || halves.some((told) => told !== undefined && told !== 0)
  })
  if (IN_OWN_ORDER.includes(name) && said.every((row) => HALVES.every((half) => row[half] !== undefined))) return said
  return said.sort(
    (a, b) => compareTold(a.number, b.number) || compareTold(a.before, b.before) || compare(a.code, b.code)
  )
}

/** Alone and with an adult are the boys and girls of another table: they are told where both are told there. */
const tellChildren = (table: ReportTable, who: ReportTable | undefined): ToldTable => {
  const kinds = who && tellTable(who)
  const areToldIn = (half: (typeof HALVES)[number]) =>
    ['boys', 'girls'].every((kind) => typeof kinds?.rows.find(({ code }) => code === kind)?.[half] === 'number')
  const [told, vaguely] = [tellTable(table), tellVaguely(table)]
  const tell = (code: string, half: (typeof HALVES)[number]) =>
    (areToldIn(half) ? told : vaguely).rows.find((row) => row.code === code)?.[half]
  const rows = table.rows.map(({ code }) => ({ code, number: tell(code, 'number'), before: tell(code, 'before') }))
  const sum = (half: (typeof HALVES)[number]) => (areToldIn(half) ? told : vaguely).total?.[half] ?? 0
  return { ...told, rows: rowsAsTold(table.name, rows), total: { number: sum('number'), before: sum('before') } }
}

/** So is also told what is late: it is part of another table by the same rows, and what is left of that could be worked out. */
const tellVaguely = (table: ReportTable): ToldTable => {
  const tell = (row: { readonly number: number; readonly before: number }) => ({
    number: vague(row.number),
    before: vague(row.before)
  })
  return {
    ...table,
    rows: rowsAsTold(
      table.name,
      table.rows.map((row) => ({ code: row.code, ...tell(row) }))
    ),
    ...(table.total && { total: tell(table.total) })
  }
}
