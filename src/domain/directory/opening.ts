// Whether a service is open at a moment, by the clock on the wall in Belgrade: a shift of the clock changes no opening time.
import { type Day, dayPlus, wallClockAt, weekdayOf } from '#domain/belgrade-time.ts'
import type { Exception, Schedule, Service } from '#domain/directory/directory.ts'

export type Opening =
  /** `closesAt` is missing when it does not close within the next 24 hours. */
  | { readonly state: 'open'; readonly closesAt?: string }
  /** `opensAt` is missing when it is known to be closed and nobody says until when. */
  | { readonly state: 'closed'; readonly opensAt?: { readonly day: Day; readonly time: string } }
  | { readonly state: 'unknown' }

export type WallClock = ReturnType<typeof wallClockAt>

/** `at`: milliseconds since 1970 UTC. */
export const openingAt = (hours: Service['hours'], at: number, exceptions: readonly Exception[] = []): Opening =>
  openingOn(hours, wallClockAt(at), exceptions)

/** The same for a list of services at one moment: the wall clock is read once. */
export const openingOn = (hours: Service['hours'], now: WallClock, exceptions: readonly Exception[] = []): Opening => {
  if (hours === 'unknown') return { state: 'unknown' }
  const intervals = intervalsFrom(hours, now.day, exceptions)
  const end = endOfOpenTime(intervals, now.minutes)
  if (end !== undefined) {
    return end - now.minutes > DAY ? { state: 'open' } : { state: 'open', closesAt: timeOf(end, '24:00') }
  }
  const next = intervals.find(({ start }) => start > now.minutes)
  if (next === undefined) return { state: 'closed' }
  const day = dayPlus(now.day, Math.floor(next.start / DAY))
  return { state: 'closed', opensAt: { day, time: timeOf(next.start, '00:00') } }
}

/** Whether two times begin on one day and both hold at once. A night that runs into an open day harms nobody. */
export const doOverlap = (hours: readonly Schedule[]): boolean => {
  const week = hours
    .flatMap(({ byday, ...times }) =>
      byday.map((name) => {
        const day = WEEKDAYS.indexOf(name)
        const { start, end } = intervalOn(day, times)
        return { start, end: Math.min(end, (day + 1) * DAY) }
      })
    )
    .sort((a, b) => a.start - b.start)
  return week.some(({ start }, index) => start < (week[index - 1]?.end ?? 0))
}

const DAY = 1_440
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const
/** A week repeats itself; what is closed for longer than the second is closed for who knows how long. */
const DAYS_AHEAD = 8
const DAYS_AHEAD_OF_EXCEPTIONS = 60

type Times = Pick<Schedule, 'opensAt' | 'closesAt'>

/** Minutes since midnight today; earliest first. Yesterday may still be open. */
type Interval = { readonly start: number; readonly end: number }

const intervalsFrom = (hours: readonly Schedule[], today: Day, exceptions: readonly Exception[]): Interval[] => {
  const weekday = weekdayOf(today)
  const timesOn = (offset: number): readonly Times[] => {
    const day = exceptions.length === 0 ? '' : dayPlus(today, offset)
    const exception = exceptions.find(({ from, to }) => from <= day && day <= to)
    if (exception !== undefined) return exception.times
    const name = WEEKDAYS[(weekday + offset + 7) % 7]
    return hours.filter(({ byday }) => byday.some((one) => one === name))
  }
  const daysAhead = exceptions.length === 0 ? DAYS_AHEAD : DAYS_AHEAD_OF_EXCEPTIONS
  return Array.from({ length: daysAhead + 2 }, (_, index) => index - 1)
    .flatMap((offset) => timesOn(offset).map((times) => intervalOn(offset, times)))
    .sort((a, b) => a.start - b.start)
}

const intervalOn = (day: number, { opensAt, closesAt }: Times): Interval => {
  const start = day * DAY + minutesOf(opensAt)
  const length = minutesOf(closesAt) - minutesOf(opensAt)
  return { start, end: start + (length > 0 ? length : length + DAY) }
}

/** Follows adjoining intervals. */
const endOfOpenTime = (intervals: readonly Interval[], minute: number): number | undefined => {
  let end: number | undefined
  for (const interval of intervals) {
    if (interval.start <= (end ?? minute) && interval.end > (end ?? minute)) end = interval.end
  }
  return end
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const timeOf = (minute: number, midnight: '00:00' | '24:00'): string => {
  const inDay = minute % DAY
  if (inDay === 0) return midnight
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
