// Opening hours as HSDS schedules and back. They are pieces of RFC 5545 with a fixed offset; here they are times on the Belgrade
// wall, so the offset is that of winter, and that of summer is read as the same wall.
import { Day, wallClockAt, weekdayOf } from '#domain/belgrade-time.ts'
import type { Exception, Schedule, Service } from '#domain/directory/directory.ts'
import type { FlawReason } from '#domain/directory/entry-flaws.ts'
import { doOverlap } from '#domain/directory/opening.ts'
import {
  exceptionsToTyped,
  type Weekday,
  WEEKDAYS,
  typedToExceptions,
  weekRows
} from '#domain/directory/typed-hours.ts'
import type { HsdsSchedule } from '#domain/hsds/shape.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { derivedUuid } from '#domain/uuid.ts'

export type Hours = Pick<Service, 'hours' | 'exceptions'>

/** Rows with `dtstart` and `until` are days on which the week does not hold; without times it is closed. */
export const hoursToSchedules = (service: string, { hours, exceptions = [] }: Hours): HsdsSchedule[] => {
  const week = hours === 'unknown' ? [] : weekRows(hours).map(rowOfWeek)
  const others = exceptions.flatMap(rowsOfException)
  return [...week, ...others].map((row) => ({ id: derivedUuid(`schedule ${service} ${JSON.stringify(row)}`), ...row }))
}

/**
 * What is said of the service itself and of it at each place. One of them alone stands as it is written; of several, it is open
 * while any of them is.
 */
export const sourcesToHours = (
  sources: readonly (readonly HsdsSchedule[])[],
  today: Day
): Result<Hours, FlawReason> => {
  const read: Hours[] = []
  for (const schedules of sources.filter(({ length }) => length > 0)) {
    const hours = schedulesToHours(schedules, today)
    if (!hours.ok) return hours
    read.push(hours.value)
  }
  const [only = NOTHING_KNOWN, ...others] = read
  if (others.length === 0) return accept(only)
  const week = weekRows(read.flatMap(({ hours }) => (hours === 'unknown' ? [] : hours)))
  const exceptions = new Map(
    read.flatMap((one) => one.exceptions ?? []).map((exception) => [JSON.stringify(exception), exception])
  )
  return accept(toHours(week, [...exceptions.values()]))
}

/** What is not in force on `today` says nothing of it: a summer that is over, a timetable that has not begun. */
export const schedulesToHours = (schedules: readonly HsdsSchedule[], today: Day): Result<Hours, FlawReason> => {
  const week: Schedule[] = []
  const lines = new Map<string, string[]>()
  for (const schedule of schedules.filter((one) => isInForce(one, today))) {
    const { dtstart, until, notes } = schedule
    const times = readTimes(schedule, today)
    if (!times.ok) return times
    if (isException(schedule)) {
      if (times.value?.isDayLater) return refuse('times')
      const days = `${dtstart} ${until}`
      lines.set(days, [
        ...(lines.get(days) ?? []),
        ...(times.value ? [`${times.value.opensAt}-${times.value.closesAt}`] : [])
      ])
      continue
    }
    const days = readDays(schedule)
    if (days === undefined || times.value === undefined) return refuse('times')
    const { opensAt, closesAt, isDayLater } = times.value
    const byday = isDayLater ? days.map(dayAfter) : days
    week.push({ byday, opensAt, closesAt, ...(notes && { note: { en: notes } }) })
  }
  if (doOverlap(week)) return refuse('overlap')
  const exceptions = typedToExceptions([...lines].map(([days, times]) => `${days} ${times.join(' ')}`).join('\n'))
  if (!exceptions.ok) return exceptions
  const isOverNight = week.some(({ opensAt, closesAt }) => closesAt <= opensAt)
  return accept(toHours(isOverNight ? weekRows(week) : week, exceptions.value))
}

const NOTHING_KNOWN: Hours = { hours: 'unknown' }

const toHours = (week: Schedule[], exceptions: Exception[]): Hours => ({
  hours: week.length === 0 ? 'unknown' : week,
  ...(exceptions.length > 0 && { exceptions })
})

const WINTER = '+01:00'
const OFFSETS = ['', '+01:00', '+02:00', '+01', '+02']
const GREENWICH = ['Z', '+00:00', '+00', '-00:00']

const rowOfWeek = ({ byday, opensAt, closesAt, note }: Schedule) => ({
  freq: 'WEEKLY' as const,
  byday: byday.join(','),
  ...timesToHsds({ opensAt, closesAt }),
  ...(note && { notes: note.en })
})

const rowsOfException = (exception: Exception) => {
  const days = { dtstart: exception.from, until: exception.to }
  if (exception.times.length === 0) return [{ ...days, description: 'Closed' }]
  return exception.times.map((times) => ({
    ...days,
    ...timesToHsds(times),
    description: `Hours of ${exceptionsToTyped([{ ...exception, times: [] }])}`
  }))
}

/** The standard has no 24:00. */
const timesToHsds = ({ opensAt, closesAt }: Pick<Schedule, 'opensAt' | 'closesAt'>) => ({
  opens_at: `${opensAt}${WINTER}`,
  closes_at: `${closesAt === '24:00' ? '23:59' : closesAt}${WINTER}`,
  timezone: 1
})

type ReadTimes = Pick<Schedule, 'opensAt' | 'closesAt'> & { readonly isDayLater: boolean }

/** Undefined where it is closed. An end before the beginning is one of the next day. */
const readTimes = (schedule: HsdsSchedule, today: Day): Result<ReadTimes | undefined, FlawReason> => {
  const { opens_at: opens, closes_at: closes, dtstart, valid_from: validFrom } = schedule
  if (!opens && !closes) return accept(undefined)
  const day = [dtstart, validFrom].find((one) => Day.safeParse(one).success) ?? today
  const [from, to] = [minutesOnWall(opens, day), minutesOnWall(closes, day)]
  if (from === undefined || to === undefined) return refuse('times')
  const opensAt = timeOf(from)
  const end = timeOf(to)
  const closesAt = end === '23:59' || end === '00:00' ? '24:00' : end
  return closesAt === opensAt ? refuse('order') : accept({ opensAt, closesAt, isDayLater: from >= DAY })
}

const DAY = 1_440

/**
 * Minutes since midnight in Belgrade. What is written for Greenwich is read by the clock there on `day`, and may be of the next one;
 * any other offset would be another wall.
 */
const minutesOnWall = (text: string | null | undefined, day: Day): number | undefined => {
  const [, time, offset = ''] = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?(.*)$/.exec(text ?? '') ?? []
  if (time === undefined) return undefined
  if (OFFSETS.includes(offset)) return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  if (!GREENWICH.includes(offset)) return undefined
  const wall = wallClockAt(Date.parse(`${day}T${time}Z`))
  return wall.minutes + (wall.day > day ? DAY : 0)
}

const timeOf = (minutes: number): string => {
  const [hour, minute] = [Math.floor((minutes % DAY) / 60), minutes % 60]
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Days with a beginning and an end, and no rule that repeats. */
const isException = ({ freq, byday, dtstart, until }: HsdsSchedule): boolean =>
  !freq && !byday && Boolean(dtstart && until)

/** A holiday that is over harms nobody, and stays as its team wrote it. */
const isInForce = (schedule: HsdsSchedule, today: Day): boolean => {
  const { dtstart, until, valid_from: validFrom, valid_to: validTo } = schedule
  const [begins, ends] = isException(schedule) ? [validFrom, validTo] : [validFrom ?? dtstart, validTo ?? until]
  return (begins ?? today).slice(0, 10) <= today && (ends ?? today).slice(0, 10) >= today
}

/**
 * Every week alone: "2MO" is a day of the month, and every second week is none that this directory can say. Without a day it is
 * the one on which it began.
 */
const readDays = ({ freq, byday, interval, dtstart }: HsdsSchedule): Weekday[] | undefined => {
  if (freq === 'MONTHLY' || (interval ?? 1) !== 1) return undefined
  if (!byday && Day.safeParse(dtstart).success)
    return WEEKDAYS.filter((_, at) => at === (weekdayOf(dtstart ?? '') + 6) % 7)
  const named = (byday ?? '').split(',').map((day) => day.trim())
  const days = WEEKDAYS.filter((day) => named.includes(day))
  return days.length === named.length && days.length > 0 ? days : undefined
}

const dayAfter = (day: Weekday): Weekday => WEEKDAYS[(WEEKDAYS.indexOf(day) + 1) % 7] ?? day
