// When somebody is reminded of what runs out: moments and nothing else, so that whatever keeps them knows of nobody.
import { dayAt } from '#domain/belgrade-time.ts'
import { NOBODY } from '#domain/records/case.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import type { DueItem } from '#domain/review/due-soon.ts'
import type { BoardCard } from '#domain/review/urgent-board.ts'
import { momentOf } from '#domain/wall-time.ts'

/** Time enough to go along, and time enough for a last call. */
const BEFORE_DEADLINE_MS = [24 * 3_600_000, 3 * 3_600_000]
/** Of what runs out with a day: in the morning of its last one. */
const MORNING = 9 * 60

type Asked = {
  readonly now: number
  /** The phone that is reminded, of what it has taken and of what nobody has. Left out, of everything. */
  readonly device?: string
}

/** Each once, the nearest first, in milliseconds since 1970 UTC; all after `now`. */
export const remindersOf = (due: readonly DueItem<FieldRecord>[], { now, device }: Asked): number[] => {
  const own = due.filter(({ record }) => device === undefined || [device, NOBODY, undefined].includes(ownerOf(record)))
  return toCome(own.flatMap(momentsOf), now)
}

/** The same of what must be done at once and has not been done: to the lead, whoever has it. */
export const remindersOfDanger = (board: readonly BoardCard<FieldRecord>[], now: number): number[] =>
  toCome(
    board.flatMap(({ toldAgainAt }) => toldAgainAt),
    now
  )

const toCome = (moments: readonly number[], now: number): number[] =>
  [...new Set(moments)].filter((moment) => moment > now).toSorted((a, b) => a - b)

const momentsOf = ({ what, until, hasTime }: DueItem<FieldRecord>): number[] => {
  if ('followUp' in what) return [until]
  if (!hasTime) return [momentOf(dayAt(until - 1), MORNING)]
  return BEFORE_DEADLINE_MS.map((before) => until - before)
}

/** A referral is whose phone made it. */
const ownerOf = ({ type, author, fields: { owner } }: FieldRecord): string | undefined =>
  type === 'referral' ? author : typeof owner === 'string' ? owner : undefined
