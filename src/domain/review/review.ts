// What a team lead sees of a day, a week or a month. Every total is the sum of its own rows, so nothing can fail to add
// up; removed records never count, and the order records came in never shows.
import { dayOf, type ShiftHour } from '#domain/belgrade-time.ts'
import { TALLY_CLASSES, type TallyClass } from '#domain/codes/field-codes.ts'
import { type Zone, zoneOf } from '#domain/codes/zones.ts'
import type { Form } from '#domain/form/form.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { countField } from '#domain/records/arrival.ts'
import { isCaredFor } from '#domain/records/case.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { type CrossTable, hoursByZone, needsByZone } from '#domain/review/cross-table.ts'
import { codesIn, type DatedRecord, datedRecords } from '#domain/review/dated-record.ts'
import { toCheck, type ToCheck, type UrgentGroup, urgentGroups } from '#domain/review/needs-a-look.ts'
import { type LanguageDemand, languageDemand } from '#domain/review/interpreting.ts'
import { type NewlyArrived, newlyArrived } from '#domain/review/newly-arrived.ts'
import { type OwnQuestion, ownQuestions } from '#domain/review/own-questions.ts'
import { isIn, type Period } from '#domain/review/period.ts'
import { type FunnelStep, referralFunnel } from '#domain/review/referral-funnel.ts'
import { type ReferralsMade, referralsMade, stillStands } from '#domain/review/referrals-made.ts'
import { registrationsIn } from '#domain/review/registrations.ts'
import { type ReachRow, reachOf } from '#domain/review/tables.ts'
import {
  type RisingNeed,
  risingNeeds,
  type UnmetNeed,
  unmetNeeds,
  urgentWaiting,
  type Waiting
} from '#domain/review/unmet.ts'
import type { Noted } from '#domain/review/what-happened.ts'
import { countOnce } from '#domain/same-people/count-once.ts'
import { samePeopleIn } from '#domain/same-people/pairs.ts'

export type Review = {
  readonly period: Period
  /** Oldest first. */
  readonly urgent: readonly UrgentGroup[]
  readonly newlyArrived: NewlyArrived
  readonly seenAgain: SeenAgain
  /** Newly arrived and seen again together. */
  readonly peopleMet: number
  readonly given: readonly ReachRow[]
  readonly needs: readonly ReachRow[]
  readonly referrals: ReferralsMade
  /** By where it stands with the police; each group is in one row. */
  readonly registrations: readonly ReachRow[]
  readonly funnel: readonly FunnelStep[]
  /** People newly arrived. */
  readonly hoursByZone: CrossTable
  /** Groups newly arrived. */
  readonly needsByZone: CrossTable
  readonly unmet: readonly UnmetNeed[]
  readonly waiting: readonly Waiting[]
  /** Up to the last day of the period, or today where that is still to come. */
  readonly rising: readonly RisingNeed[]
  readonly ownQuestions: readonly OwnQuestion[]
  readonly languages: readonly LanguageDemand[]
  readonly toCheck: ToCheck
}

export type SeenAgain = {
  readonly people: number
  /** All four classes, in the order of the code list. */
  readonly byClass: readonly { readonly class: TallyClass; readonly people: number }[]
}

export type ReviewOptions = {
  /** The hour it is in Belgrade: what a referral's due hour is held against. */
  readonly now: ShiftHour
  /** Only what was met here. The same people logged in two areas stand in the one where they were met first. */
  readonly zone?: Zone
  /** Versions of the intake form, the newest last; without them an organisation's own questions are not summed. */
  readonly forms?: readonly Form[]
  /** The changes of one record, the oldest first; without them no step of a referral has an hour. */
  readonly notesOf?: (id: string) => readonly Noted[]
}

export const reviewOf = (records: Iterable<FieldRecord>, period: Period, options: ReviewOptions): Review => {
  const { now, zone, forms = [NEW_ARRIVAL], notesOf = () => [] } = options
  const everywhere = datedRecords(records)
  const isHere = ({ fields }: DatedRecord) => zone === undefined || zoneOf(fields) === zone
  const everyDay = everywhere.filter(isHere)
  const inPeriod = everyDay.filter(({ met }) => isIn(period, met))
  const everybody = countOnce(ofType(everywhere, 'arrival'), everywhere).filter(isHere)
  const arrivals = everybody.filter(({ met }) => isIn(period, met))
  const referralsOfEveryDay = ofType(everyDay, 'referral')
  const arrived = newlyArrived(arrivals, period)
  const again = seenAgain(ofType(inPeriod, 'tally'))
  const followedUp = [
    ...ofType(everywhere, 'referral').filter(stillStands),
    ...ofType(everywhere, 'case').filter(({ fields }) => isCaredFor(fields))
  ]
  const urgent = urgentGroups(ofType(inPeriod, 'arrival'), followedUp, samePeopleIn(everywhere))
  return {
    period,
    urgent,
    newlyArrived: arrived,
    seenAgain: again,
    peopleMet: arrived.people + again.people,
    given: reachOf(arrivals, ({ fields }) => codesIn(fields, 'given')),
    needs: reachOf(arrivals, ({ fields }) => codesIn(fields, 'needs')),
    referrals: referralsMade(referralsOfEveryDay, period, now),
    registrations: registrationsIn(everybody, everyDay, period),
    funnel: referralFunnel(ofType(inPeriod, 'referral'), { openings: ofType(everywhere, 'opening'), notesOf }),
    hoursByZone: hoursByZone(arrivals),
    needsByZone: needsByZone(arrivals),
    unmet: unmetNeeds(ofType(inPeriod, 'case')),
    waiting: urgentWaiting(urgent, now),
    rising: risingNeeds(everybody, dayOf(now) < period.to ? dayOf(now) : period.to),
    ownQuestions: ownQuestions(arrivals, forms),
    languages: languageDemand(arrivals, ofType(inPeriod, 'interpretation')),
    toCheck: toCheck({ inPeriod, untilThen: everyDay.filter(({ met }) => dayOf(met) <= period.to), urgent, now })
  }
}

/** What somebody should set right before the period is told, beside who may be the same people. */
export const countToCheck = ({ toCheck: found, referrals }: Pick<Review, 'toCheck' | 'referrals'>): number =>
  [
    found.urgentNotFollowedUp,
    referrals.overdue,
    referrals.overdueFromBefore,
    found.disputed,
    found.impossible,
    found.countryMissing
  ].reduce((sum, { length }) => sum + length, 0)

/** A class nobody knows counts as `other`. */
const seenAgain = (tallies: readonly DatedRecord[]): SeenAgain => {
  const byClass = TALLY_CLASSES.map((tallyClass) => ({
    class: tallyClass,
    people: tallies
      .filter(({ fields }) => classOf(fields['class']) === tallyClass)
      .reduce((sum, { fields }) => sum + countField(fields, 'count'), 0)
  }))
  return { people: byClass.reduce((sum, { people }) => sum + people, 0), byClass }
}

const classOf = (value: unknown): TallyClass => TALLY_CLASSES.find((tallyClass) => tallyClass === value) ?? 'other'

const ofType = (records: readonly DatedRecord[], type: FieldRecord['type']) =>
  records.filter((record) => record.type === type)
