// Referrals made in the period, where they stand, and which have been silent for too long.
import { ShiftHour, shiftHourAt } from '#domain/belgrade-time.ts'
import { startOfHour } from '#domain/hour-start.ts'
import {
  type Due,
  DUE_HOURS,
  dueAt,
  isOpen,
  REFERRAL_STATES,
  type ReferralState,
  stateOfReferral,
  stepDueAt
} from '#domain/records/referral.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { type DatedRecord, findCode } from '#domain/review/dated-record.ts'
import { isBefore, isIn, type Period } from '#domain/review/period.ts'

export type OverdueReferral = {
  readonly id: string
  readonly arrival: string
  readonly provider: string
  readonly service: string
  readonly state: ReferralState
  readonly due: Due
  readonly met: ShiftHour
  readonly dueBy: ShiftHour
  readonly hoursOver: number
}

export type ReferralsMade = {
  /** Made in the period. `byState` has every state and adds up to `total`; `open` are those with a step left. */
  readonly total: number
  readonly byState: readonly { readonly state: ReferralState; readonly referrals: number }[]
  readonly open: number
  /** Open past their due hour, most hours over first: made in the period, and made before it. */
  readonly overdue: readonly OverdueReferral[]
  readonly overdueFromBefore: readonly OverdueReferral[]
}

/** `referrals` of any day, `now` the hour it is. A state nobody knows is read as just made, so that it is looked at. */
export const referralsMade = (referrals: readonly DatedRecord[], period: Period, now: ShiftHour): ReferralsMade => {
  const made = referrals.filter(({ met }) => isIn(period, met))
  const before = referrals.filter(({ met }) => isBefore(period, met))
  return {
    total: made.length,
    byState: REFERRAL_STATES.map((state) => ({
      state,
      referrals: made.filter((referral) => stateOf(referral) === state).length
    })),
    open: made.filter((referral) => isOpen(stateOf(referral))).length,
    overdue: overdueAmong(made, now),
    overdueFromBefore: overdueAmong(before, now)
  }
}

/** A referral that was declined or withdrawn helps nobody. */
export const stillStands = (referral: FieldRecord): boolean => !['declined', 'withdrawn'].includes(stateOf(referral))

const stateOf = ({ fields }: FieldRecord): ReferralState => stateOfReferral(fields)

const overdueAmong = (referrals: readonly DatedRecord[], now: ShiftHour): OverdueReferral[] =>
  referrals
    .filter((referral) => isOpen(stateOf(referral)))
    .map((referral) => withDue(referral, now))
    .filter(({ hoursOver }) => hoursOver > 0)
    .sort((a, b) => b.hoursOver - a.hoursOver)

/** The hour hides the minute it was made in, so a referral is over only when the whole hour it is due in has passed. */
const withDue = (referral: DatedRecord, now: ShiftHour): OverdueReferral => {
  const { id, fields, met } = referral
  const due = isDue(fields['due']) ? fields['due'] : 'now'
  const dueBy =
    stepDueAt(stateOf(referral), due, {
      madeAt: startOfHour(met),
      stepAt: hourIn(fields, 'stepAt'),
      appointmentAt: hourIn(fields, 'appointment')
    }) ?? dueAt(due, startOfHour(met))
  return {
    id,
    arrival: findCode(fields, 'arrival') ?? '',
    provider: findCode(fields, 'provider') ?? '',
    service: findCode(fields, 'service') ?? '',
    state: stateOf(referral),
    due,
    met,
    dueBy: shiftHourAt(dueBy),
    hoursOver: Math.max(0, Math.round((startOfHour(now) - dueBy) / 3_600_000))
  }
}

const hourIn = (fields: FieldRecord['fields'], name: string): number | undefined => {
  const hour = ShiftHour.safeParse(fields[name])
  return hour.success ? startOfHour(hour.data) : undefined
}

const isDue = (value: unknown): value is Due => typeof value === 'string' && Object.hasOwn(DUE_HOURS, value)
