// What this phone knows of today, picked out before it is summed: a tap is answered at once however many months lie here.
import type { Day, ShiftHour } from '#domain/belgrade-time.ts'
import { dayOf } from '#domain/belgrade-time.ts'
import { TALLY_CLASSES, type TallyClass } from '#domain/codes/field-codes.ts'
import { openAlerts } from '#domain/immediate-actions.ts'
import { countField } from '#domain/records/arrival.ts'
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'
import { findCode } from '#domain/review/dated-record.ts'
import { dayPeriod } from '#domain/review/period.ts'
import { reviewOf } from '#domain/review/review.ts'
import { pairsIn, samePeopleIn } from '#domain/same-people/pairs.ts'

export type TodaysWork = {
  /** Everyone's, as far as this phone has heard. */
  readonly groups: number
  readonly people: number
  readonly seenAgain: number
  /** Ids of urgent arrivals for whom what must be done at once is not done, or who are with nobody, oldest first. */
  readonly waitingForHelp: readonly string[]
}

/** Whoever came today can have been referred only today. */
export const todaysWork = (records: readonly FieldRecord[], now: ShiftHour): TodaysWork => {
  const today = dayOf(now)
  const joined = new Set(pairsIn(records).flatMap(({ one, other }) => [one, other]))
  const wanted = records.filter((record) => isOf(today, record) || record.type === 'sameness' || joined.has(record.id))
  const { newlyArrived, seenAgain, urgent } = reviewOf(wanted, dayPeriod(today), { now })
  const sameAs = samePeopleIn(wanted)
  const seenTo = wanted.filter(isSeenTo)
  const safe = new Set(seenTo.flatMap(({ fields }) => [...sameAs(findCode(fields, 'arrival') ?? '')]))
  return {
    groups: newlyArrived.groups,
    people: newlyArrived.people,
    seenAgain: seenAgain.people,
    // A referral is help for whoever has nothing left that must be done at once: that waits for no partner.
    waitingForHelp: urgent.filter(({ id, isFollowedUp }) => !(isFollowedUp && safe.has(id))).map(({ id }) => id)
  }
}

/** A case in which what must be done at once is done. */
const isSeenTo = (record: FieldRecord): boolean =>
  record.type === 'case' && !isRemoved(record) && openAlerts(record.fields).length === 0

/** What one phone has counted in each class today. */
export const countedToday = (
  records: readonly FieldRecord[],
  { today, author }: { today: Day; author: string }
): Readonly<Record<TallyClass, number>> => {
  const counted = Object.fromEntries(TALLY_CLASSES.map((tallyClass) => [tallyClass, 0])) as Record<TallyClass, number>
  for (const record of ownTallies(records, { today, author })) {
    const tallyClass = TALLY_CLASSES.find((candidate) => candidate === record.fields['class'])
    if (tallyClass) counted[tallyClass] += countField(record.fields, 'count')
  }
  return counted
}

/** The one a tap on minus takes back; `records` are newest first. */
export const findLastTally = <Kind extends FieldRecord>(
  records: readonly Kind[],
  { tallyClass, ...own }: { today: Day; author: string; tallyClass: TallyClass }
): Kind | undefined => ownTallies(records, own).find(({ fields }) => fields['class'] === tallyClass)

const ownTallies = <Kind extends FieldRecord>(
  records: readonly Kind[],
  { today, author }: { today: Day; author: string }
): Kind[] => records.filter((record) => record.type === 'tally' && record.author === author && isOf(today, record))

const isOf = (day: Day, { fields }: FieldRecord): boolean =>
  typeof fields['met'] === 'string' && dayOf(fields['met']) === day
