// What the lead looks at first, and what somebody should set right.
import type { ShiftHour } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import { URGENT_FLAGS, type UrgentFlag } from '#domain/codes/field-codes.ts'
import { childrenAlone, countField, PEOPLE, peopleInArrival } from '#domain/records/arrival.ts'
import type { RecordType } from '#domain/records/record.ts'
import { codesIn, type DatedRecord, findCode } from '#domain/review/dated-record.ts'

export type UrgentGroup = {
  readonly id: string
  readonly flags: readonly UrgentFlag[]
  readonly met: ShiftHour
  readonly zone: string
  readonly people: number
  /** Somebody was asked to help, and has not declined; or their case needs nobody. */
  readonly isFollowedUp: boolean
}

export type ToCheck = {
  /** Arrivals nobody gave a country; "not said" is an answer. */
  readonly countryMissing: readonly string[]
  /** Two answers stand, whatever day it was before the period ended. */
  readonly disputed: readonly { readonly id: string; readonly type: RecordType; readonly fields: readonly string[] }[]
  readonly urgentNotFollowedUp: readonly string[]
  /** Arrivals whose numbers cannot all be right. */
  readonly impossible: readonly string[]
}

/**
 * Oldest first. `followedUp`: referrals that stand and cases that are cared for, of any day, each of whichever record of the same
 * people.
 */
export const urgentGroups = (
  arrivals: readonly DatedRecord[],
  followedUp: readonly DatedRecord[],
  sameAs: (arrival: string) => ReadonlySet<string>
): readonly UrgentGroup[] => {
  const followed = new Set(followedUp.flatMap(({ fields }) => [...sameAs(findCode(fields, 'arrival') ?? '')]))
  const told = new Set<string>()
  return arrivals
    .map(({ id, fields, met }) => ({
      id,
      flags: urgentFlagsOf(fields),
      met,
      zone: findCode(fields, 'zone') ?? 'elsewhere',
      people: peopleInArrival(fields),
      isFollowedUp: followed.has(id)
    }))
    .filter(({ flags }) => flags.length > 0)
    .filter(({ id }) => {
      const isFirst = !told.has(id)
      for (const same of sameAs(id)) told.add(same)
      return isFirst
    })
}

type Looked = {
  readonly inPeriod: readonly DatedRecord[]
  readonly untilThen: readonly DatedRecord[]
  readonly urgent: readonly UrgentGroup[]
  readonly now: ShiftHour
}

/** All three oldest first. `urgent` from the arrivals of the period. */
export const toCheck = ({ inPeriod, untilThen, urgent, now }: Looked): ToCheck => ({
  countryMissing: inPeriod
    .filter(({ type, fields }) => type === 'arrival' && findCode(fields, 'country') === undefined)
    .map(({ id }) => id),
  disputed: untilThen
    .filter(({ disputed }) => disputed.length > 0)
    .map(({ id, type, disputed }) => ({ id, type, fields: disputed.toSorted() })),
  urgentNotFollowedUp: urgent.filter(({ isFollowedUp }) => !isFollowedUp).map(({ id }) => id),
  impossible: inPeriod
    .filter(({ type, met, fields }) => type === 'arrival' && (met > now || isImpossible(fields)))
    .map(({ id }) => id)
})

/** More of a kind than there are people it could be said of, a child alone where none was counted, or nobody at all. */
export const isImpossible = (fields: SharedFields): boolean => {
  const of = (...names: string[]) => names.reduce((sum, name) => sum + countField(fields, name), 0)
  const children = of('boys', 'girls')
  return (
    of(...PEOPLE) === 0 ||
    of('childrenAlone') > children ||
    (children === 0 && codesIn(fields, 'urgent').includes('child_alone')) ||
    of('babies') > children ||
    of('pregnant') > of('women', 'girls') ||
    of('older') > of('men', 'women') ||
    of('disabled') > of(...PEOPLE)
  )
}

/** Of an arrival. A child alone is urgent whether or not the flag was raised. */
export const urgentFlagsOf = (fields: SharedFields): UrgentFlag[] => {
  const raised = codesIn(fields, 'urgent')
  return URGENT_FLAGS.filter((flag) => raised.includes(flag) || (flag === 'child_alone' && childrenAlone(fields) > 0))
}
