// How far an entry can be trusted on a given day: when it was last checked, and whether it is still true at all.
import { type Day } from '#domain/belgrade-time.ts'
import type { DirectoryEntry, PartialDate } from '#domain/directory/directory.ts'

export const CHECK_FIRST_AFTER_DAYS = 14
export const OLD_AFTER_DAYS = 60

export const FRESHNESS = ['fresh', 'check_first', 'old'] as const
export type Freshness = (typeof FRESHNESS)[number]

export type Standing = 'current' | 'history'

export const freshnessOf = (lastChecked: PartialDate, today: Day): Freshness => {
  const days = daysSinceChecked(lastChecked, today)
  if (days > OLD_AFTER_DAYS) return 'old'
  return days > CHECK_FIRST_AFTER_DAYS ? 'check_first' : 'fresh'
}

/** The clock of whoever checked it may be so many days before this phone's. */
const CLOCKS_APART_DAYS = 1

/**
 * An inexact date counts from its first day (`2016` from 1 January), and one that is still to come as old, so that an entry never
 * looks fresher than it is.
 */
export const daysSinceChecked = (lastChecked: PartialDate, today: Day): number => {
  return isStillToCome(lastChecked, today) ? OLD_AFTER_DAYS + 1 : Math.max(0, daysSince(lastChecked, today))
}

/** Whether a file that says `day` knows less than who looked on `known`. A day that is still to come is nobody's. */
export const isCheckedBefore = (day: PartialDate, known: PartialDate, today: Day): boolean =>
  !isStillToCome(known, today) && firstDayOf(day) < firstDayOf(known)

const isStillToCome = (date: PartialDate, today: Day): boolean => daysSince(date, today) < -CLOCKS_APART_DAYS

const daysSince = (date: PartialDate, today: Day): number => (noonOf(today) - noonOf(firstDayOf(date))) / 86_400_000

/**
 * History is kept and found on request, never offered. An inexact end counts to its last possible day, so that a place
 * is not taken off the list too early.
 */
export const standingOf = (entry: DirectoryEntry, today: Day): Standing => {
  if (entry.kind === 'service' && (entry.status === 'defunct' || entry.status === 'inactive')) return 'history'
  return entry.validTo !== undefined && hasPassed(entry.validTo, today) ? 'history' : 'current'
}

/** Compares only as many letters as the date has: `2016-04` has passed from 2016-05 on. */
const hasPassed = (end: PartialDate, today: Day): boolean => end < today.slice(0, end.length)

const firstDayOf = (date: PartialDate): Day => `${date}-01-01`.slice(0, 10)

const noonOf = (day: Day): number => new Date(`${day}T12:00:00Z`).getTime()
