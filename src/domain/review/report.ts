// What the teams publish of a day, a week or a month, beside the period before. A table with a total is made of rows that add
// up to it, and every table of newly arrived people to the same people; where one group stands in several rows there is no total.
import { monthOfDay, type ShiftHour } from '#domain/belgrade-time.ts'
import { toldNeedOf } from '#domain/codes/needs.ts'
import { zoneOf } from '#domain/codes/zones.ts'
import { lastDayInTime } from '#domain/exports/settled.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { REFERRAL_STATES } from '#domain/records/referral.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { handedOutIn } from '#domain/review/handed-out.ts'
import { isWholeMonth, type Period, periodBefore } from '#domain/review/period.ts'
import { referralsMade } from '#domain/review/referrals-made.ts'
import { type Review, type ReviewOptions, reviewOf } from '#domain/review/review.ts'
import { fullestMorning, type Morning, morningsIn } from '#domain/review/slept-out.ts'
import type { ReachRow, SplitRow } from '#domain/review/tables.ts'

export const REPORT_TABLES = [
  'who',
  'children',
  'country',
  'language',
  'route',
  'zone',
  'sleeping',
  'seenAgain',
  'sleptOut',
  'needs',
  'given',
  'unmet',
  'handedOut',
  'notThere',
  'referrals',
  'overdue',
  'registrations',
  'interpreting'
] as const
export type ReportTableName = (typeof REPORT_TABLES)[number]

/** `before`: the same figure of the period before. `percent` of this period, with one decimal. */
export type ReportRow = {
  readonly code: string
  readonly number: number
  readonly before: number
  readonly percent?: number
}

export type ReportTable = {
  readonly name: ReportTableName
  readonly counts: 'people' | 'groups' | 'things'
  readonly rows: readonly ReportRow[]
  /** Only where every one stands in one row. */
  readonly total?: { readonly number: number; readonly before: number }
}

export type Report = {
  readonly period: Period
  readonly before: Period
  readonly review: Review
  readonly reviewBefore: Review
  /** Of the period, with the people of its fullest morning. */
  readonly morning: Morning | undefined
  readonly tables: readonly ReportTable[]
}

type Half = { readonly review: Review; readonly codes: Codes; readonly morning: Morning | undefined }
type Codes = Record<ReportTableName, readonly Counted[]>
type Counted = { readonly code: string; readonly number: number; readonly percent?: number }

/** `options.now` is the hour it is: what is late is late by that hour, or by the last of those in which a month may still grow. */
export const reportOf = (records: readonly FieldRecord[], period: Period, options: ReviewOptions): Report => {
  const before = periodBefore(period)
  const [now, then] = [halfOf(records, period, options), halfOf(records, before, options)]
  return {
    period,
    before,
    review: now.review,
    reviewBefore: then.review,
    morning: now.morning,
    tables: REPORT_TABLES.map((name) => tableOf(name, now.codes[name], then.codes[name]))
  }
}

const halfOf = (records: readonly FieldRecord[], period: Period, options: ReviewOptions): Half => {
  const { zone } = options
  const here = zone === undefined ? records : records.filter(({ fields }) => zoneOf(fields) === zone)
  const review = reviewOf(records, period, options)
  const morning = fullestMorning(morningsIn(here, period))
  const { newlyArrived, seenAgain, referrals, languages, needs, given, unmet, registrations } = review
  const { children } = newlyArrived
  const handedOut = handedOutIn(here, period)
  const made = datedRecords(here).filter(({ type }) => type === 'referral')
  const { overdue } = referralsMade(made, period, lateBy(period, options.now))
  return {
    review,
    morning,
    codes: {
      who: newlyArrived.byKind.map(people),
      children: [
        { code: 'alone', number: children.alone },
        { code: 'accompanied', number: children.accompanied }
      ],
      country: newlyArrived.byCountry.map(people),
      language: newlyArrived.byLanguage.map(people),
      route: newlyArrived.byRoute.map(people),
      zone: newlyArrived.byZone.map(people),
      sleeping: newlyArrived.bySleeping.map(people),
      seenAgain: seenAgain.byClass.map((row) => ({ code: row.class, number: row.people })),
      sleptOut: (morning?.rows ?? []).map((row) => ({ code: row.zone, number: row.people })),
      // A report is passed on: a need that was told in confidence is in none.
      needs: needs.filter(({ code }) => toldNeedOf(code) !== undefined).map(groups),
      given: given.map(groups),
      unmet: unmet
        .filter(({ need }) => toldNeedOf(need) !== undefined)
        .map(({ need, cases }) => ({ code: need, number: cases })),
      handedOut: handedOut.given.map(({ item, count }) => ({ code: item, number: count })),
      notThere: handedOut.missing.map(({ item, size, count }) => ({
        code: size === undefined ? item : `${item} ${size}`,
        number: count
      })),
      referrals: referrals.byState
        .filter((row) => row.referrals > 0)
        .map((row) => ({ code: row.state, number: row.referrals })),
      overdue: REFERRAL_STATES.map((state) => ({
        code: state,
        number: overdue.filter((referral) => referral.state === state).length
      })).filter(({ number }) => number > 0),
      registrations: registrations.map(groups),
      interpreting: [
        { code: 'interpreted', number: languages.reduce((sum, row) => sum + row.interpreted, 0) },
        { code: 'missing', number: languages.reduce((sum, row) => sum + row.missing, 0) }
      ]
    }
  }
}

/** What nobody touches stays as late as it was, so that the report of a month that settled changes by nothing but what came in. */
const lateBy = (period: Period, now: ShiftHour): ShiftHour => {
  const last = `${lastDayInTime(monthOfDay(period.from))}T23`
  return isWholeMonth(period) && last < now ? last : now
}

const people = ({ code, people: number, percent }: SplitRow): Counted => ({ code, number, percent })

const groups = ({ code, groups: number }: ReachRow): Counted => ({ code, number })

const COUNTS: Partial<Record<ReportTableName, ReportTable['counts']>> = {
  needs: 'groups',
  given: 'groups',
  unmet: 'groups',
  registrations: 'groups',
  handedOut: 'things',
  notThere: 'things',
  referrals: 'things',
  overdue: 'things',
  interpreting: 'things'
}

/** What was there only before stands last, so that nothing of the earlier period is lost. */
const tableOf = (name: ReportTableName, now: readonly Counted[], then: readonly Counted[]): ReportTable => {
  const counts = COUNTS[name] ?? 'people'
  const numberThen = new Map(then.map(({ code, number }) => [code, number]))
  const known = new Set(now.map(({ code }) => code))
  const rows = [
    ...now.map((row) => ({ ...row, before: numberThen.get(row.code) ?? 0 })),
    ...then.filter(({ code }) => !known.has(code)).map(({ code, number }) => ({ code, number: 0, before: number }))
  ]
  if (counts === 'groups') return { name, counts, rows }
  return { name, counts, rows, total: { number: sum(now), before: sum(then) } }
}

const sum = (rows: readonly Counted[]): number => rows.reduce((all, { number }) => all + number, 0)

/** More or less than before; `percent` only where there was anything before. */
export const changeOf = (number: number, before: number): { readonly by: number; readonly percent?: number } => ({
  by: number - before,
  ...(before > 0 && { percent: Math.round(((number - before) * 1000) / before) / 10 })
})
