// A time of day as somebody reads it off a paper, and the moment it was in Belgrade.
import type { Day } from '#domain/belgrade-time.ts'
import { foldText } from '#domain/fold-text.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

/** `14:20`, `14.20`, `1420` or `9:05`, in the digits of any keyboard: minutes since midnight. Undefined for what is no time. */
export const readTime = (text: string): number | undefined => {
  const [, hours = '', minutes = ''] = /^(\d{1,2}) ?(\d{2})$/.exec(foldText(text)) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return Number(hours) * 60 + Number(minutes)
}

/** The same on a day that may not be over yet: milliseconds since 1970 UTC, or why it cannot have been then. */
export const readPast = (day: Day, text: string, now: number): Result<number, 'badTime' | 'future'> => {
  const minutes = readTime(text)
  if (minutes === undefined) return refuse('badTime')
  const at = momentOf(day, minutes)
  return at > now ? refuse('future') : accept(at)
}

/** Milliseconds since 1970 UTC. Of an hour that strikes twice, the first. */
export const momentOf = (day: Day, minutes: number): number =>
  startOfHour(`${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}`) + (minutes % 60) * 60_000
