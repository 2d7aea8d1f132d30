// Until when a referral waits for its answer, and whether it has waited too long.
import type { Aside } from '#device/stored-change.ts'
import { shiftHourAt } from '#domain/belgrade-time.ts'
import { startOfHour } from '#domain/hour-start.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { dueAt, DUES, isOpen, REFERRAL_STATES, type ReferralState } from '#domain/records/referral.ts'
import { referralsMade } from '#domain/review/referrals-made.ts'
import { findCode } from '#domain/review/dated-record.ts'

export type DueOfReferral = {
  /** Milliseconds since 1970 UTC; to the minute on the phone that made it, elsewhere to the hour. */
  readonly by: number
  readonly isWaiting: boolean
  /** Whole hours past the due hour, by the rule of the lead's review. 0 while there is time. */
  readonly hoursOver: number
}

/** Undefined for a referral whose hour cannot be read. */
export const dueOfReferral = (
  referral: FieldRecord,
  aside: Aside | undefined,
  now: number
): DueOfReferral | undefined => {
  const met = findCode(referral.fields, 'met')
  const due = DUES.find((known) => known === referral.fields['due'])
  if (met === undefined || due === undefined) return undefined
  const day = met.slice(0, 10)
  const [overdue] = referralsMade([{ ...referral, met }], { from: day, to: day }, shiftHourAt(now)).overdue
  return {
    by: dueAt(due, aside?.savedAt ?? startOfHour(met)),
    isWaiting: isOpen(stateOfReferral(referral)),
    hoursOver: overdue?.hoursOver ?? 0
  }
}

/** A state that this phone does not know is read as just made, so that somebody looks at it. */
export const stateOfReferral = ({ fields }: FieldRecord): ReferralState =>
  REFERRAL_STATES.find((state) => state === fields['state']) ?? 'made'
