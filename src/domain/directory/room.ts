// Whether a service has room for so many, as far as somebody was told of late.
import type { Day } from '#domain/belgrade-time.ts'
import type { Service } from '#domain/directory/directory.ts'
import { daysSinceChecked } from '#domain/directory/freshness.ts'

/** Places are taken and left every day: what was told before that says nothing today. */
export const ROOM_COUNTS_DAYS = 3

/** What helps most stands first. */
export const ROOM = ['enough', 'unknown', 'short'] as const
export type Room = (typeof ROOM)[number]

/** `people`: 0 where nobody has counted them; then one place is enough. */
export const roomFor = ({ capacity }: Pick<Service, 'capacity'>, people: number, today: Day): Room => {
  if (capacity === undefined || daysSinceChecked(capacity.updated, today) > ROOM_COUNTS_DAYS) return 'unknown'
  return capacity.available >= Math.max(1, people) ? 'enough' : 'short'
}
