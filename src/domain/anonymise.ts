// The only way to make fields that may leave the phone. Each function keeps what is coded and shared, turns the moment
// into a shift hour and the place into a zone, and drops everything else.
import type { SharedFields, SharedValue } from '#domain/code.ts'
import { shiftHourAt } from '#domain/belgrade-time.ts'
import type { TallyClass } from '#domain/codes/field-codes.ts'
import type { Zone } from '#domain/codes/zones.ts'
import { type Answers, fits, relevantAnswers } from '#domain/form/answers.ts'
import { type Form, isShared } from '#domain/form/form.ts'
import type { Interpreting, SpokenLanguage } from '#domain/records/interpretation.ts'
import type { ReferralFields, ReferralState } from '#domain/records/referral.ts'

declare const madeAnonymous: unique symbol

/** Fields made by this file. No other function can produce the type, and a change can be made of nothing else. */
export type AnonymousFields = SharedFields & { readonly [madeAnonymous]: true }

/** When (milliseconds since 1970 UTC) and in which zone of the city something was noted. */
export type Circumstances = { readonly at: number; readonly zone: Zone }

export const anonymiseArrival = (form: Form, answers: Answers, circumstances: Circumstances): AnonymousFields =>
  anonymous({
    form: form.id,
    formVersion: form.version,
    ...whereAndWhen(circumstances),
    ...sharedAnswers(form, answers)
  })

export const anonymiseTally = (tallyClass: TallyClass, count: number, circumstances: Circumstances): AnonymousFields =>
  anonymous({ class: tallyClass, count, ...whereAndWhen(circumstances) })

export const anonymiseInterpretation = (
  language: SpokenLanguage,
  outcome: Interpreting,
  circumstances: Circumstances
): AnonymousFields => anonymous({ language, outcome, ...whereAndWhen(circumstances) })

export const anonymiseReferral = (referral: ReferralFields, circumstances: Circumstances): AnonymousFields =>
  anonymous({ ...referral, ...whereAndWhen(circumstances) })

export const anonymiseReferralStep = (
  step: { state: ReferralState; reason?: string },
  circumstances: Circumstances
): AnonymousFields => {
  const { state, reason } = step
  return anonymous({ state, ...(reason && { reason }), stepAt: shiftHourAt(circumstances.at) })
}

/** Takes a record out of every list and total; the change itself stays in the history. */
export const anonymiseRemoval = (): AnonymousFields => anonymous({ removed: 1 })

/** A person has settled two answers: what holds is said again, with what belongs to it. */
export const anonymiseSettlement = (fields: SharedFields): AnonymousFields => anonymous(fields)

/** One answer, given anew. Empty when it may not leave the phone or is none the question can have. */
export const anonymiseCorrection = (form: Form, name: string, answer: SharedValue): AnonymousFields => {
  const question = form.questions.find((candidate) => candidate.name === name)
  return anonymous(question && isShared(question) && fits(question, answer) ? { [name]: answer } : {})
}

const sharedAnswers = (form: Form, answers: Answers): SharedFields => {
  const relevant = relevantAnswers(form, answers)
  const shared = form.questions.filter(isShared).flatMap((question) => {
    const answer = relevant[question.name]
    return answer !== undefined && fits(question, answer) ? [[question.name, answer] as const] : []
  })
  return Object.fromEntries(shared)
}

const whereAndWhen = ({ at, zone }: Circumstances) => ({ met: shiftHourAt(at), zone })

const anonymous = (fields: SharedFields) => fields as AnonymousFields
