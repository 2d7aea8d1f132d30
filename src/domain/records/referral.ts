// Handing a need to another organisation's service, with consent, a due time and an outcome.
import * as z from 'zod/mini'
import { Code, type SharedFields } from '#domain/code.ts'
import { NEED_CODES } from '#domain/codes/needs.ts'
import { type NotAStep, stepsFor, type Steps, takeLegal } from '#domain/records/life-cycle.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

/** Hours until an answer is due: the three levels of the inter-agency form. */
export const DUE_HOURS = { now: 24, soon: 72, weeks: 336 } as const
export type Due = keyof typeof DUE_HOURS
export const DUES = Object.keys(DUE_HOURS) as [Due, ...Due[]]

/** What the person agreed may be told; each is a coded field of the arrival. A name is never among them. */
export const TELLABLE = ['people', 'language', 'country', 'needs', 'urgent'] as const
export type Tellable = (typeof TELLABLE)[number]

/** How the consent was given: heard by the worker, or through an interpreter. */
export const CONSENTS = ['worker', 'interpreter'] as const
/** For a child a worker may act without it, and says why. */
export const BEST_INTEREST = 'best_interest'
export const BEST_INTEREST_REASONS = ['danger', 'health', 'trafficking', 'too_young'] as const
export type BestInterestReason = (typeof BEST_INTEREST_REASONS)[number]

/** Why a provider could not help, or a referral ended without help. */
export const REASONS = ['full', 'mandate', 'interpreter', 'hours', 'not_found', 'person_declined', 'other'] as const
export type Reason = (typeof REASONS)[number]

/** The team that made it, which also notes what it hears by telephone; the organisation it was made to. */
export type Side = 'team' | 'partner'

type Row<State extends string> = {
  /** What is waited for, and so until when; nothing once it has ended. */
  readonly waitsFor?: 'answer' | 'help' | 'appointment'
  /** Which steps are legal from here, and who may take each. */
  readonly steps: Steps<State, Side>
}

const BOTH = ['team', 'partner'] as const
const TEAM = ['team'] as const
const PARTNER = ['partner'] as const

/** Somebody may stand at the desk before anybody has answered. */
const UNANSWERED = { started: PARTNER, accepted: BOTH, appointment: BOTH, declined: BOTH, withdrawn: TEAM }
const ONCE_EXPECTED = {
  appointment: BOTH,
  accompanied: TEAM,
  started: BOTH,
  done: BOTH,
  did_not_come: BOTH,
  declined: BOTH,
  withdrawn: TEAM
}

/**
 * The whole life of a referral. Before it is `made`, which is to say sent, it is a draft on one phone. `opened` is never
 * written as a state: an opening, a record of its own, says it (`opening.ts`), so that two who read at once dispute nothing.
 */
const TABLE = {
  made: { waitsFor: 'answer', steps: { received: TEAM, ...UNANSWERED } },
  received: { waitsFor: 'answer', steps: UNANSWERED },
  opened: { waitsFor: 'answer', steps: UNANSWERED },
  accepted: { waitsFor: 'help', steps: ONCE_EXPECTED },
  appointment: { waitsFor: 'appointment', steps: ONCE_EXPECTED },
  accompanied: { waitsFor: 'help', steps: { started: BOTH, done: BOTH, did_not_come: BOTH, withdrawn: TEAM } },
  started: { waitsFor: 'help', steps: { done: BOTH, withdrawn: TEAM } },
  did_not_come: { waitsFor: 'help', steps: { started: BOTH, accepted: BOTH, appointment: BOTH, withdrawn: TEAM } },
  declined: { steps: {} },
  withdrawn: { steps: {} },
  // The team has heard that help was given, and told the person what comes next.
  done: { steps: { closed: TEAM } },
  closed: { steps: {} }
} as const satisfies Record<string, Row<string>>

export type ReferralState = keyof typeof TABLE
export const REFERRAL_STATES = Object.keys(TABLE) as [ReferralState, ...ReferralState[]]

export const ReferralFields = z.object({
  arrival: Code,
  provider: Code,
  service: Code,
  needs: z.array(z.enum(NEED_CODES)).check(z.minLength(1), z.maxLength(12)),
  due: z.enum(DUES),
  consent: z.enum([...CONSENTS, BEST_INTEREST]),
  bestInterest: z.optional(z.enum(BEST_INTEREST_REASONS)),
  told: z.array(z.enum(TELLABLE)),
  state: z.enum(REFERRAL_STATES)
})
export type ReferralFields = z.infer<typeof ReferralFields>

/** Two answers stand about where it is, or about whether it is there at all: a person settles that before the next step. */
export const isStepDisputed = ({ disputed }: { readonly disputed: readonly string[] }): boolean =>
  disputed.includes('state') || disputed.includes('removed')

/** A state that this version does not know is read as just made, so that somebody looks at it. */
export const stateOfReferral = (fields: SharedFields, isOpened = false): ReferralState => {
  const state = REFERRAL_STATES.find((known) => known === fields['state']) ?? 'made'
  return isOpened && (state === 'made' || state === 'received') ? 'opened' : state
}

/** `by` left out: everybody's. */
export const nextSteps = (state: ReferralState, by?: Side): readonly ReferralState[] => stepsFor(rowOf(state).steps, by)

/** Somebody still has to do something. */
export const isOpen = (state: ReferralState): boolean => rowOf(state).waitsFor !== undefined

export const needsReason = (state: ReferralState): boolean => state === 'declined'

export const needsTime = (state: ReferralState): boolean => state === 'appointment'

/** The person knows of the time that is set, and not merely of one before it. */
export const isTimeTold = ({ appointment, timeTold }: SharedFields): boolean =>
  appointment !== undefined && timeTold === appointment

export type ReferralStep = {
  readonly to: ReferralState
  readonly by: Side
  readonly reason?: Reason
  /** The shift hour a time is proposed for. */
  readonly appointment?: string
}

export type StepTaken = Pick<ReferralStep, 'reason' | 'appointment'> & { readonly state: ReferralState }

export type ReferralRefusal = NotAStep<ReferralState> | { readonly why: 'reason_missing' | 'time_missing' }

/** Refuses a step the table does not have for this side, naming those it has, and one whose reason or time is missing. */
export const takeStep = (
  from: ReferralState,
  { to, by, reason, appointment }: ReferralStep
): Result<StepTaken, ReferralRefusal> => {
  const step = takeLegal(to, nextSteps(from, by))
  if (!step.ok) return step
  if (needsReason(to) && reason === undefined) return refuse({ why: 'reason_missing' })
  if (needsTime(to) && appointment === undefined) return refuse({ why: 'time_missing' })
  return accept({
    state: to,
    ...(needsReason(to) && reason && { reason }),
    ...(needsTime(to) && appointment && { appointment })
  })
}

/** What holds again once a step is taken back: where it stood, with the time and the reason of then. */
export const stepBefore = (state: ReferralState, { reason, appointment }: SharedFields): SharedFields => ({
  // What was read is no step: a referral that was opened goes back to how it was written.
  state: state === 'opened' ? 'made' : state,
  ...(reason !== undefined && { reason }),
  ...(appointment !== undefined && { appointment })
})

/** Milliseconds since 1970 UTC at which silence becomes *Needs you*. */
export const dueAt = (due: Due, madeAt: number): number => madeAt + DUE_HOURS[due] * HOUR_MS

/** What came of an appointment is asked the day after. */
export const AFTER_APPOINTMENT_HOURS = 24

type Hours = {
  readonly madeAt: number
  /** Of the last step, and of the appointment, where there is one. */
  readonly stepAt?: number | undefined
  readonly appointmentAt?: number | undefined
}

/**
 * Until when the next step is due, in milliseconds since 1970 UTC: an answer counts from the making, help as long again from
 * the last step, what came of an appointment from its hour. Undefined once nothing is waited for.
 */
export const stepDueAt = (state: ReferralState, due: Due, { madeAt, stepAt, appointmentAt }: Hours) => {
  const { waitsFor } = rowOf(state)
  if (waitsFor === undefined) return undefined
  if (waitsFor === 'answer') return dueAt(due, madeAt)
  return waitsFor === 'appointment' && appointmentAt !== undefined
    ? appointmentAt + AFTER_APPOINTMENT_HOURS * HOUR_MS
    : dueAt(due, stepAt ?? madeAt)
}

const HOUR_MS = 3_600_000

const rowOf = (state: ReferralState): Row<ReferralState> => TABLE[state]
