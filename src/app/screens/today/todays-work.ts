// What this phone knows of today, picked out before it is summed: a tap is answered at once however many months lie here.
import type { Day, ShiftHour } from '#domain/belgrade-time.ts'
import { dayOf } from '#domain/belgrade-time.ts'
import { TALLY_CLASSES, type TallyClass } from '#domain/codes/field-codes.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { countField } from '#domain/records/arrival.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import { dayPeriod } from '#domain/review/period.ts'
import { reviewOf } from '#domain/review/review.ts'
import { urgentBoard } from '#domain/review/urgent-board.ts'
import { pairsIn } from '#domain/same-people/pairs.ts'

/** When the answer to a field that stands was given, in milliseconds since 1970 UTC. */
type SaidAt<Kind> = (record: Kind, field: string) => number

export type TodaysWork = {
  /** Everyone's, as far as this phone has heard. */
  readonly groups: number
  readonly people: number
  readonly seenAgain: number
  /** Ids of arrivals in danger, of whatever day, for whom what must be done at once is not done or whom nobody has; oldest first. */
  readonly waitingForHelp: readonly string[]
}

export const todaysWork = <Kind extends FieldRecord>(
  records: readonly Kind[],
  now: ShiftHour,
  saidAt: SaidAt<Kind>
): TodaysWork => {
  const today = dayOf(now)
  const joined = new Set(pairsIn(records).flatMap(({ one, other }) => [one, other]))
  const wanted = records.filter((record) => isOf(today, record) || record.type === 'sameness' || joined.has(record.id))
  const { newlyArrived, seenAgain } = reviewOf(wanted, dayPeriod(today), { now })
  return {
    groups: newlyArrived.groups,
    people: newlyArrived.people,
    seenAgain: seenAgain.people,
    waitingForHelp: waitingForHelp(records, { now: startOfHour(now), saidAt })
  }
}

/** Over midnight too. Whom nobody has, and whoever has what must be done at once: that waits for no partner. */
const waitingForHelp = <Kind extends FieldRecord>(
  records: readonly Kind[],
  times: { readonly now: number; readonly saidAt: SaidAt<Kind> }
): string[] =>
  urgentBoard(
    records.filter(({ type }) => ON_THE_BOARD.includes(type)),
    times
  )
    .filter(({ column, alerts }) => column === 'new' || (column !== 'closed' && alerts.length > 0))
    .toSorted((a, b) => a.firstSeenAt - b.firstSeenAt)
    .map(({ record, arrival = record }) => arrival.id)

const ON_THE_BOARD: readonly RecordType[] = ['arrival', 'case', 'referral', 'sameness']

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
