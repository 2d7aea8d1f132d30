// Whether a service is open at a moment, by the clock on the wall in Belgrade: a shift of the clock changes no opening time.
import { type Day, dayPlus, wallClockAt } from '#domain/belgrade-time.ts'
import type { Schedule, Service } from '#domain/directory/directory.ts'

export type Opening =
  /** `closesAt` is missing when it does not close within the next 24 hours. */
  | { readonly state: 'open'; readonly closesAt?: string }
  /** `opensAt` is missing when it is known to be closed and nobody says until when. */
  | { readonly state: 'closed'; readonly opensAt?: { readonly day: Day; readonly time: string } }
  | { readonly state: 'unknown' }

export type WallClock = ReturnType<typeof wallClockAt>

/** `at`: milliseconds since 1970 UTC. */
export const openingAt = (hours: Service['hours'], at: number): Opening => openingOn(hours, wallClockAt(at))

/** The same for a list of services at one moment: the wall clock is read once. */
export const openingOn = (hours: Service['hours'], now: WallClock): Opening => {
  if (hours === 'unknown') return { state: 'unknown' }
  const intervals = hours.flatMap(intervalsOf)
  const minute = now.weekday * DAY + now.minutes
  const end = endOfOpenTime(intervals, minute)
  if (end === undefined) return { state: 'closed', opensAt: nextOpening(intervals, now) }
  return end - minute > DAY ? { state: 'open' } : { state: 'open', closesAt: timeOf(end, '24:00') }
}

const DAY = 1_440
const WEEK = 7 * DAY
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/** Minutes since Sunday 00:00; the end may lie beyond the week. */
type Interval = { readonly start: number; readonly end: number }

const intervalsOf = ({ byday, opensAt, closesAt }: Schedule): Interval[] =>
  byday.map((weekday) => {
    const start = WEEKDAYS.indexOf(weekday) * DAY + minutesOf(opensAt)
    const length = minutesOf(closesAt) - minutesOf(opensAt)
    return { start, end: start + (length > 0 ? length : length + DAY) }
  })

/** Follows adjoining intervals, for a week at most. */
const endOfOpenTime = (intervals: readonly Interval[], minute: number): number | undefined => {
  const covering = intervals
    .flatMap(({ start, end }) =>
      [0, WEEK, 2 * WEEK].map((shift) => ({ start: start - WEEK + shift, end: end - WEEK + shift }))
    )
    .sort((a, b) => a.start - b.start)
  let end: number | undefined
  for (const interval of covering) {
    if (interval.start <= (end ?? minute) && interval.end > (end ?? minute)) end = interval.end
  }
  return end
}

const nextOpening = (intervals: readonly Interval[], now: WallClock): { day: Day; time: string } => {
  const minute = now.weekday * DAY + now.minutes
  const wait = Math.min(...intervals.map(({ start }) => (start - minute + WEEK) % WEEK))
  return { day: dayPlus(now.day, Math.floor((now.minutes + wait) / DAY)), time: timeOf(minute + wait, '00:00') }
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const timeOf = (minute: number, midnight: '00:00' | '24:00'): string => {
  const inDay = minute % DAY
  if (inDay === 0) return midnight
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
