// Since when the law counts, until when and what ends it sooner, as data: section 1.4 of the reference, each row as certain as
// its source. Hours and days are those of the clock on the wall in Belgrade.
import {
  type Day,
  dayAt,
  dayOf,
  dayPlus,
  daysOfMonth,
  monthOfDay,
  monthPlus,
  type ShiftHour,
  shiftHourAt,
  wallClockAt
} from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import type { LegalEvent } from '#domain/codes/case-codes.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { NOT_SO } from '#domain/immediate-actions.ts'
import { hourOfEvent } from '#domain/records/case.ts'

type Length = { readonly hours: number } | { readonly days: number } | { readonly months: number }

export type DeadlineRule = {
  readonly since: LegalEvent
  readonly length: Length
  /** What was awaited has happened, or what comes only after it. Left out where nobody notes it: then the case says the day. */
  readonly endedBy?: readonly LegalEvent[]
  /** `verify`: not seen in the text of the law; shown as not certain. */
  readonly confidence: 'high' | 'verify'
  /** Whose move it is. `right`: nothing runs out, something begins. */
  readonly whose: 'person' | 'authority' | 'right'
  /** What to do when it has passed; words in `locales/<language>/case.json`, under `missed`. */
  readonly missed?: 'legal_now' | 'ask_lawyer' | 'call_csw'
}

// Each with what comes only after it: nobody appeals before there is a decision, and none is made without an application.
const APPEALED: readonly LegalEvent[] = ['appealed', 'appeal_refused', 'court']
const DECIDED: readonly LegalEvent[] = ['granted', 'refused', 'refused_accelerated', 'refused_border', ...APPEALED]
export const LODGED: readonly LegalEvent[] = ['lodged', 'lodged_accelerated', 'lodged_border', ...DECIDED]

/** Law on Asylum and Temporary Protection (24/2018) and the Family Act; missing the 72 hours is serious and not the end. */
export const DEADLINES = {
  report_to_centre: {
    since: 'certificate',
    length: { hours: 72 },
    endedBy: ['reported', ...LODGED],
    confidence: 'high',
    whose: 'person',
    missed: 'legal_now'
  },
  lodge_with_office: {
    since: 'certificate',
    length: { days: 15 },
    endedBy: LODGED,
    confidence: 'high',
    whose: 'person',
    missed: 'ask_lawyer'
  },
  /** Another 8 days after the 15, in writing. */
  self_lodge: {
    since: 'certificate',
    length: { days: 23 },
    endedBy: LODGED,
    confidence: 'high',
    whose: 'person',
    missed: 'legal_now'
  },
  decision_regular: {
    since: 'lodged',
    length: { months: 3 },
    endedBy: DECIDED,
    confidence: 'high',
    whose: 'authority',
    missed: 'ask_lawyer'
  },
  decision_accelerated: {
    since: 'lodged_accelerated',
    length: { days: 30 },
    endedBy: DECIDED,
    confidence: 'high',
    whose: 'authority',
    missed: 'ask_lawyer'
  },
  decision_border: {
    since: 'lodged_border',
    length: { days: 28 },
    endedBy: DECIDED,
    confidence: 'high',
    whose: 'authority',
    missed: 'ask_lawyer'
  },
  appeal_regular: {
    since: 'refused',
    length: { days: 15 },
    endedBy: ['granted', ...APPEALED],
    confidence: 'verify',
    whose: 'person',
    missed: 'legal_now'
  },
  appeal_accelerated: {
    since: 'refused_accelerated',
    length: { days: 8 },
    endedBy: ['granted', ...APPEALED],
    confidence: 'high',
    whose: 'person',
    missed: 'legal_now'
  },
  appeal_border: {
    since: 'refused_border',
    length: { days: 5 },
    endedBy: ['granted', ...APPEALED],
    confidence: 'high',
    whose: 'person',
    missed: 'legal_now'
  },
  court_regular: {
    since: 'appeal_refused',
    length: { days: 30 },
    endedBy: ['granted', 'court'],
    confidence: 'verify',
    whose: 'person',
    missed: 'legal_now'
  },
  detention_challenge: {
    since: 'held',
    length: { days: 8 },
    endedBy: ['challenged', 'released'],
    confidence: 'high',
    whose: 'person',
    missed: 'legal_now'
  },
  /** Of whoever still waits for a decision: with protection it is another right, which no application counts for. */
  work_right: {
    since: 'lodged',
    length: { months: 6 },
    endedBy: ['granted'],
    confidence: 'high',
    whose: 'right'
  },
  temp_accommodation_child: {
    since: 'csw_informed',
    length: { hours: 24 },
    confidence: 'verify',
    whose: 'authority',
    missed: 'call_csw'
  },
  guardianship_decision: {
    since: 'csw_informed',
    length: { days: 30 },
    confidence: 'verify',
    whose: 'authority',
    missed: 'call_csw'
  }
} as const satisfies Record<string, DeadlineRule>

export type DeadlineCode = keyof typeof DEADLINES
export const DEADLINE_CODES = Object.keys(DEADLINES) as DeadlineCode[]

export const deadlineOf = (code: DeadlineCode): DeadlineRule => DEADLINES[code]

/** Something has to be done by some time once this has happened. */
export const startsClock = (event: LegalEvent): boolean =>
  DEADLINE_CODES.some((code) => deadlineOf(code).since === event)

export type Deadline = {
  readonly code: DeadlineCode
  /** The last day. */
  readonly day: Day
  /** Milliseconds since 1970 UTC at which it has passed: the minute where hours are counted, else the end of the day. */
  readonly until: number
  /** True where the time of day counts. */
  readonly hasTime: boolean
  readonly isPast: boolean
}

/**
 * Of a case, the nearest first. `exact`: milliseconds of an event that this phone knows to the minute; of others the hour
 * is known, and its beginning is taken, so that nobody is told a later time than the paper says. The minute of an answer that is
 * not the one read, because an earlier one stands against it, counts for nothing.
 */
export const deadlinesOf = (
  fields: SharedFields,
  now: number,
  exact: Partial<Record<LegalEvent, number>> = {}
): Deadline[] =>
  DEADLINE_CODES.flatMap((code) => {
    const { since, length, endedBy = [] } = deadlineOf(code)
    const begun = hourOfEvent(fields, since)
    // Said by mistake and taken back: then nobody was informed. Or the child was never alone.
    if (since === 'csw_informed' && ['open', NOT_SO].includes(String(fields['alert_child_alone']))) return []
    if (begun === undefined || endedBy.some((event) => isSameDayOrLater(hourOfEvent(fields, event), begun))) return []
    const minute = exact[since]
    const until = untilOf(minute !== undefined && shiftHourAt(minute) === begun ? minute : startOfHour(begun), length)
    return [{ code, day: dayAt(until - 1), until, hasTime: 'hours' in length, isPast: now >= until }]
  }).sort((a, b) => a.until - b.until)

/** What happened before belongs to an earlier paper. Of most events only the day is asked. */
const isSameDayOrLater = (end: ShiftHour | undefined, begun: ShiftHour): boolean =>
  end !== undefined && dayOf(end) >= dayOf(begun)

/**
 * Hours end after so many hours, or when the clock on the wall says the same again so many days later, whichever is
 * earlier: on the nights when the clock changes the two differ by an hour, and a person told the later one may come late.
 */
export const untilOf = (from: number, length: Length): number => {
  if ('hours' in length) return Math.min(from + length.hours * 3_600_000, sameTimeLater(from, length.hours / 24))
  const day = dayAt(from)
  return endOfDay('days' in length ? dayPlus(day, length.days) : monthsLater(day, length.months))
}

const sameTimeLater = (from: number, days: number): number => {
  const { day, minutes } = wallClockAt(from)
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0')
  return startOfHour(`${dayPlus(day, days)}T${hour}`) + (minutes % 60) * 60_000
}

const endOfDay = (day: Day): number => startOfHour(`${dayPlus(day, 1)}T00`)

/** The same day of a later month, or its last day where the month is too short. */
const monthsLater = (day: Day, months: number): Day => {
  const days = daysOfMonth(monthPlus(monthOfDay(day), months))
  return days[Math.min(Number(day.slice(8)), days.length) - 1] ?? day
}
