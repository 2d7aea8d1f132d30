// Whom the lead calls this week, so that the directory stays true: what was reported first, then what somebody would soon be
// warned about, longest unchecked first.
import { dayAt } from '#domain/belgrade-time.ts'
import { CHECK_FIRST_AFTER_DAYS, daysSinceChecked } from '#domain/directory/freshness.ts'
import type { Directory, ServiceRow } from '#domain/directory/search.ts'

const WEEK = 7

/** `at`: milliseconds since 1970 UTC. */
export const toCall = (directory: Directory, at: number): ServiceRow[] => {
  const today = dayAt(at)
  const daysOf = ({ service }: ServiceRow) => daysSinceChecked(service.lastChecked, today)
  return directory
    .servicesFor({ at })
    .filter((row) => row.report !== undefined || daysOf(row) > CHECK_FIRST_AFTER_DAYS - WEEK)
    .sort((a, b) => Number(b.report !== undefined) - Number(a.report !== undefined) || daysOf(b) - daysOf(a))
}
