// How many records of a phone never came.
import type { TeamPhone } from '#protocol/delivery.ts'

/** A phone numbers what it saves without gaps; both ends of a range are missing. */
export const missingOf = ({ missing }: Pick<TeamPhone, 'missing'>): number =>
  missing.reduce((sum, [from, to]) => sum + to - from + 1, 0)
