// Until when a referral waits for its next step, and whether it has waited too long.
import type { Aside } from '#device/stored-change.ts'
import { ShiftHour, shiftHourAt } from '#domain/belgrade-time.ts'
import { startOfHour } from '#domain/hour-start.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { dueAt, DUES, isOpen, stateOfReferral, stepDueAt } from '#domain/records/referral.ts'
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
  const state = stateOfReferral(referral.fields)
  const madeAt = aside?.savedAt ?? startOfHour(met)
  const by = stepDueAt(state, due, {
    madeAt,
    stepAt: hourIn(referral, 'stepAt'),
    appointmentAt: hourIn(referral, 'appointment')
  })
  return { by: by ?? dueAt(due, madeAt), isWaiting: isOpen(state), hoursOver: overdue?.hoursOver ?? 0 }
}

const hourIn = ({ fields }: FieldRecord, name: string): number | undefined => {
  const hour = ShiftHour.safeParse(fields[name])
  return hour.success ? startOfHour(hour.data) : undefined
}
