// From an hour on the wall in Belgrade back to the moment it began.
import { type ShiftHour, shiftHourAt } from '#domain/belgrade-time.ts'

/**
 * Milliseconds since 1970 UTC. The hour that strikes twice in October is the first of the two; the one skipped in March
 * is the hour that follows it.
 */
export const startOfHour = (hour: ShiftHour): number => {
  const start = known.get(hour) ?? findStart(hour)
  known.set(hour, start)
  return start
}

/** The same hours are asked of thousands of records, and the calendar of a browser is slow. */
const known = new Map<ShiftHour, number>()

const findStart = (hour: ShiftHour): number => {
  const readAsUtc = Date.parse(`${hour}:00:00Z`)
  const inSummerTime = readAsUtc - 7_200_000
  return shiftHourAt(inSummerTime) === hour ? inSummerTime : readAsUtc - 3_600_000
}
