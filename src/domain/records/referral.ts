// Handing a need to another organisation's service, with consent, a due time and an outcome.
import * as z from 'zod/mini'
import { Code } from '#domain/code.ts'
import { NEED_CODES } from '#domain/codes/needs.ts'
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

/** Why a provider could not help, or a referral ended without help. */
export const REASONS = ['full', 'mandate', 'interpreter', 'hours', 'not_found', 'person_declined', 'other'] as const
export type Reason = (typeof REASONS)[number]

/** Which steps are legal from where. The compiler completes the table; a state without steps is final. */
const STEPS = {
  made: ['accepted', 'declined', 'withdrawn'],
  accepted: ['done', 'did_not_come', 'declined', 'withdrawn'],
  did_not_come: ['accepted', 'withdrawn'],
  declined: [],
  withdrawn: [],
  done: []
} as const satisfies Record<string, readonly string[]>

export type ReferralState = keyof typeof STEPS
export const REFERRAL_STATES = Object.keys(STEPS) as [ReferralState, ...ReferralState[]]

export const ReferralFields = z.object({
  arrival: Code,
  provider: Code,
  service: Code,
  needs: z.array(z.enum(NEED_CODES)).check(z.minLength(1), z.maxLength(12)),
  due: z.enum(DUES),
  consent: z.enum(CONSENTS),
  told: z.array(z.enum(TELLABLE)),
  state: z.enum(REFERRAL_STATES)
})
export type ReferralFields = z.infer<typeof ReferralFields>

/** Two answers stand about where it is, or about whether it is there at all: a person settles that before the next step. */
export const isStepDisputed = ({ disputed }: { readonly disputed: readonly string[] }): boolean =>
  disputed.includes('state') || disputed.includes('removed')

export const nextSteps = (state: ReferralState): readonly ReferralState[] => STEPS[state]

export const isOpen = (state: ReferralState): boolean => STEPS[state].length > 0

export const needsReason = (state: ReferralState): boolean => state === 'declined'

/** Refuses a step the table does not have, or one whose reason is missing. */
export const takeStep = (
  from: ReferralState,
  to: ReferralState,
  reason?: Reason
): Result<{ state: ReferralState; reason?: Reason }, 'not_a_step' | 'reason_missing'> => {
  if (!nextSteps(from).includes(to)) return refuse('not_a_step')
  if (needsReason(to) && reason === undefined) return refuse('reason_missing')
  return accept({ state: to, ...(reason && { reason }) })
}

/** Milliseconds since 1970 UTC at which silence becomes *Needs you*. */
export const dueAt = (due: Due, madeAt: number): number => madeAt + DUE_HOURS[due] * 3_600_000
