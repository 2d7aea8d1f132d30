// Which records the list shows and in what order: whoever is in danger, then what waits for a person, then the newest.
import type { LetterboxView } from '#device/letterbox/letterbox-view.ts'
import { type Day, dayOf, type ShiftHour } from '#domain/belgrade-time.ts'
import { isChildAlone } from '#domain/child-alone.ts'
import { type FieldRecord, isListed, type RecordType } from '#domain/records/record.ts'
import { isOpen, stateOfReferral } from '#domain/records/referral.ts'
import { datedRecords, findCode } from '#domain/review/dated-record.ts'
import { isInDanger } from '#domain/review/urgent-board.ts'
import { dayPeriod } from '#domain/review/period.ts'
import { referralsMade } from '#domain/review/referrals-made.ts'
import { waitingForWorker, type WhyWaiting } from '#domain/review/waiting-for-worker.ts'
import { samePeopleIn } from '#domain/same-people/pairs.ts'
import { type DeviceId, dotToParts } from '#protocol/ids.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const ONLY = ['urgent', 'childrenAlone', 'needsYou', 'waiting', 'mine'] as const
export type Only = (typeof ONLY)[number]

export type PeopleFilter = {
  readonly days: 'today' | 'all'
  /** All of them have to hold. */
  readonly only: readonly Only[]
  readonly zone?: string
}

/** A record with what the list asks of it. */
export type Person<Kind extends FieldRecord> = {
  readonly record: Kind
  readonly isUrgent: boolean
  readonly isOverdue: boolean
  /** In it, or in what hangs on it and is settled on its screen. */
  readonly hasTwoAnswers: boolean
  readonly needsYou: boolean
  /** Of a referral: why it waits for whoever made it. */
  readonly waitsFor?: WhyWaiting
}

type PeopleParts<Kind> = {
  now: ShiftHour
  /** The team could not take it as it is. */
  isSetAside: (record: Kind) => boolean
}

/** `records` newest first. People seen again are counted and never listed. */
export const peopleOf = <Kind extends FieldRecord>(
  records: readonly Kind[],
  { now, isSetAside }: PeopleParts<Kind>
): Person<Kind>[] => {
  const listed = records.filter(isListed)
  const overdue = overdueAmong(listed, now)
  const waiting = new Map(waitingForWorker(records, now).map(({ referral, why }) => [referral.id, why]))
  const hasTwoAnswers = inRecordOrParts(records, ({ disputed }) => disputed.length > 0)
  const hasSetAside = inRecordOrParts(records, isSetAside)
  const people = listed.map((record) => {
    const isOverdue = overdue.has(record.id)
    const isDisputed = hasTwoAnswers(record)
    const why = waiting.get(record.id)
    return {
      record,
      isUrgent: isInDanger(record),
      isOverdue,
      hasTwoAnswers: isDisputed,
      ...(why !== undefined && { waitsFor: why }),
      needsYou: isOverdue || isDisputed || why !== undefined || hasSetAside(record)
    }
  })
  return people.sort((a, b) => rankOf(a) - rankOf(b))
}

export const filterPeople = <Kind extends FieldRecord>(
  people: readonly Person<Kind>[],
  filter: PeopleFilter,
  { today, author }: { today: Day; author: string }
): Person<Kind>[] => {
  const holds: Record<Only, (person: Person<Kind>) => boolean> = {
    urgent: ({ isUrgent }) => isUrgent,
    childrenAlone: ({ record: { type, fields } }) => type === 'arrival' && isChildAlone(fields),
    needsYou: ({ needsYou }) => needsYou,
    waiting: ({ record: { type, fields } }) => type === 'referral' && isOpen(stateOfReferral(fields)),
    mine: ({ record }) => isOwn(record, author)
  }
  return people.filter((person) => {
    const { met, zone } = person.record.fields
    if (filter.days === 'today' && !(typeof met === 'string' && dayOf(met) === today)) return false
    if (filter.zone !== undefined && zone !== filter.zone) return false
    return filter.only.every((only) => holds[only](person))
  })
}

/** A case is whose it is now, not whose phone began it; of one that two people took it is both's. */
const isOwn = ({ type, author, fields, disputed }: FieldRecord, device: string): boolean =>
  type === 'case' ? fields['owner'] === device || disputed.includes('owner') : author === device

/** Which of this phone's records the team could not take as they are. */
export const setAsideIn =
  (letterbox: LetterboxView, device: DeviceId) =>
  ({ changes }: MergedRecord): boolean =>
    letterbox.hasAside &&
    changes.some((dot) => {
      const { author, counter } = dotToParts(dot)
      return author === device && letterbox.standingOf(counter).state === 'needs_you'
    })

const rankOf = ({ isUrgent, needsYou }: { isUrgent: boolean; needsYou: boolean }): number =>
  isUrgent ? 0 : needsYou ? 1 : 2

/** By what a record is named in what hangs on it. Two groups that belong together are seen in the case of either. */
const HANGS_ON = ['case', 'referral', 'arrival'] as const

/** Whether it holds for a record or for one that hangs on it. It holds for few, so what hangs on what is looked up from there. */
const inRecordOrParts = <Kind extends FieldRecord>(
  records: readonly Kind[],
  holds: (record: Kind) => boolean
): ((record: Kind) => boolean) => {
  const parts = records.filter((record) => !isListed(record) && holds(record))
  if (parts.length === 0) return holds
  const codesOf = (names: readonly string[], types?: readonly RecordType[]) =>
    parts
      .filter(({ type }) => types === undefined || types.includes(type))
      .flatMap(({ fields }) => names.map((name) => findCode(fields, name)))
  const hungOn = new Set([...codesOf(HANGS_ON), ...codesOf(['one', 'other'], ['sameness'])])
  const sameAs = samePeopleIn(records)
  const bound = new Set(
    codesOf(['one', 'other'], ['bond']).flatMap((end) => (end === undefined ? [] : [...sameAs(end)]))
  )
  return (record) =>
    holds(record) ||
    hungOn.has(record.id) ||
    (record.type === 'case' && bound.has(findCode(record.fields, 'arrival') ?? ''))
}

/** A referral nobody has answered in time waits for whoever made it. */
const overdueAmong = (records: readonly FieldRecord[], now: ShiftHour): ReadonlySet<string> => {
  const referrals = datedRecords(records.filter(({ type }) => type === 'referral'))
  const { overdue, overdueFromBefore } = referralsMade(referrals, dayPeriod(dayOf(now)), now)
  return new Set([...overdue, ...overdueFromBefore].map(({ id }) => id))
}
