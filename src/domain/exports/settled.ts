// When a month may be told: not before the phones that had no signal in it have handed over, so that it is told once, whole.
import { type Day, dayAt, dayPlus, type Month, monthOfDay, monthPlus } from '#domain/belgrade-time.ts'

/** Phones may be days without signal: what they bring later than this is in no table of the month. */
export const SETTLED_DAYS = 7

export const settlesOn = (month: Month): Day => dayPlus(`${monthPlus(month, 1)}-01`, SETTLED_DAYS)

/** The last day of what is in every file of the month. What is known only later makes another one of it: the two show single people. */
export const lastDayInTime = (month: Month): Day => dayPlus(settlesOn(month), -1)

/** The newest month that may be told at this moment, in milliseconds since 1970 UTC. */
export const newestSettled = (now: number): Month => monthPlus(monthOfDay(dayPlus(dayAt(now), -SETTLED_DAYS)), -1)

/**
 * The newest month that may be told from what one phone holds, which has to have heard of all that came in time. `caughtUpAt`:
 * when it last had all there was; both in milliseconds since 1970 UTC.
 */
export const newestHeard = (now: number, caughtUpAt: number | undefined): Month | undefined =>
  caughtUpAt === undefined ? undefined : newestSettled(Math.min(now, caughtUpAt))
