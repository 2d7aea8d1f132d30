// What somebody comes back for, and by when. It hangs on a case.
import * as z from 'zod/mini'
import { dayAt, dayPlus, ShiftHour, shiftHourAt } from '#domain/belgrade-time.ts'
import { Code, type SharedFields } from '#domain/code.ts'
import { FOLLOW_UPS } from '#domain/codes/case-codes.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { ZONES } from '#domain/codes/zones.ts'
import { type NotAStep, takeLegal } from '#domain/records/life-cycle.ts'
import type { Result } from '#domain/result.ts'

/** Which steps are legal from where. What was done or dropped is taken up again when that was wrong. */
const STEPS = {
  open: ['done', 'dropped'],
  done: ['open'],
  dropped: ['open']
} as const satisfies Record<string, readonly string[]>

export type FollowUpState = keyof typeof STEPS
export const FOLLOW_UP_STATES = Object.keys(STEPS) as [FollowUpState, ...FollowUpState[]]

export const FollowUpFields = z.object({
  case: Code,
  what: z.enum(FOLLOW_UPS),
  due: ShiftHour,
  state: z.enum(FOLLOW_UP_STATES),
  stepAt: ShiftHour,
  met: ShiftHour,
  zone: z.enum(ZONES)
})
export type FollowUpFields = z.infer<typeof FollowUpFields>

export const IN_TIMES = ['hours2', 'tomorrow', 'days3', 'week'] as const
export type InTime = (typeof IN_TIMES)[number]

/** The next days at the hour it is now, by the clock on the wall in Belgrade. Milliseconds since 1970 UTC. */
export const dueIn = (time: InTime, now: number): number => {
  if (time === 'hours2') return now + 2 * 3_600_000
  const days = { tomorrow: 1, days3: 3, week: 7 }[time]
  return startOfHour(`${dayPlus(dayAt(now), days)}T${shiftHourAt(now).slice(11)}`)
}

/** A state that this phone does not know is read as open, so that somebody looks at it. */
export const stateOfFollowUp = (fields: SharedFields): FollowUpState =>
  FOLLOW_UP_STATES.find((state) => state === fields['state']) ?? 'open'

export const nextFollowUpSteps = (state: FollowUpState): readonly FollowUpState[] => STEPS[state]

/** Refuses a step the table does not have, and names those it has. */
export const takeFollowUpStep = (
  from: FollowUpState,
  to: FollowUpState
): Result<FollowUpState, NotAStep<FollowUpState>> => takeLegal(to, nextFollowUpSteps(from))
