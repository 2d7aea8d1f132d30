// The only way to make fields that may leave the phone. Each function keeps what is coded and shared, turns the moment
// into a shift hour and the place into a zone, and drops everything else.
import type { SharedFields, SharedValue } from '#domain/code.ts'
import { type ShiftHour, shiftHourAt } from '#domain/belgrade-time.ts'
import type { CaseOutcome, LegalEvent } from '#domain/codes/case-codes.ts'
import type { TallyClass } from '#domain/codes/field-codes.ts'
import type { Zone } from '#domain/codes/zones.ts'
import { type Answers, fits, relevantAnswers } from '#domain/form/answers.ts'
import { type Form, isShared } from '#domain/form/form.ts'
import { WHY_FIELD, type WhyChanged } from '#domain/records/arrival.ts'
import type { AccompanimentStepTaken, Destination } from '#domain/records/accompaniment.ts'
import type { Interpreting, SpokenLanguage } from '#domain/records/interpretation.ts'
import type { BondFields } from '#domain/records/bond.ts'
import type { CardGivenFields } from '#domain/records/card-given.ts'
import { type CaseNote, type CaseState, TAKEN_BACK } from '#domain/records/case.ts'
import type { ContactFields } from '#domain/records/contact.ts'
import type { DawnCount } from '#domain/records/dawn-count.ts'
import type { FollowUpFields, FollowUpState } from '#domain/records/follow-up.ts'
import type { HandedOut } from '#domain/records/handout.ts'
import type { OpeningFields } from '#domain/records/opening.ts'
import type { QuestionFields } from '#domain/records/question.ts'
import type { ReferralCardFields } from '#domain/records/referral-card.ts'
import type { ReferralFields, StepTaken } from '#domain/records/referral.ts'
import type { Sameness, SamenessFields } from '#domain/records/sameness.ts'
import type { ServiceCheckFields } from '#domain/records/service-check.ts'
import type { ShiftStart, ShiftState } from '#domain/records/shift.ts'
import type { StockNote } from '#domain/records/stock.ts'

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

/** Of a referral, a case, a follow-up, a shift or an accompaniment: where it stands now, why, and since which hour. */
export const anonymiseStep = (
  step:
    | StepTaken
    | { state: CaseState; outcome?: CaseOutcome }
    | { state: FollowUpState }
    | { state: ShiftState }
    | AccompanimentStepTaken,
  circumstances: Circumstances
): AnonymousFields => anonymous({ ...step, stepAt: shiftHourAt(circumstances.at) })

export const anonymiseCase = (note: CaseNote & { arrival: string }, circumstances: Circumstances): AnonymousFields =>
  anonymous({ ...note, ...whereAndWhen(circumstances) })

export const anonymiseCaseNote = (note: CaseNote): AnonymousFields => anonymous(note)

/** Since when the law counts: the hour leaves, the minute stays here. */
export const anonymiseLegalEvent = (event: LegalEvent, at: number): AnonymousFields =>
  anonymous({ [`since_${event}`]: shiftHourAt(at) })

export const anonymiseContact = (contact: Pick<ContactFields, 'case' | 'given'>, circumstances: Circumstances) =>
  anonymous({ ...contact, ...whereAndWhen(circumstances) })

export const anonymiseBond = (bond: Pick<BondFields, 'one' | 'other' | 'bond'>, circumstances: Circumstances) =>
  anonymous({ ...bond, ...whereAndWhen(circumstances) })

export const anonymiseSameness = (
  sameness: Pick<SamenessFields, 'one' | 'other' | 'answer'>,
  circumstances: Circumstances
): AnonymousFields => anonymous({ ...sameness, ...whereAndWhen(circumstances) })

/** A family that had lost each other is found: the same two groups, another bond. */
export const anonymiseBondNow = (bond: BondFields['bond']): AnonymousFields => anonymous({ bond })

/** Said anew of two arrivals somebody spoke of before. */
export const anonymiseSamenessAnswer = (answer: Sameness): AnonymousFields => anonymous({ answer })

export const anonymiseFollowUp = (
  { dueAt, ...followUp }: Pick<FollowUpFields, 'case' | 'what'> & { dueAt: number },
  circumstances: Circumstances
): AnonymousFields => anonymous({ ...followUp, due: shiftHourAt(dueAt), state: 'open', ...whereAndWhen(circumstances) })

export const anonymiseOpening = ({ referral }: Pick<OpeningFields, 'referral'>, { at }: Pick<Circumstances, 'at'>) =>
  anonymous({ referral, met: shiftHourAt(at) })

export const anonymiseQuestion = (
  question: Pick<QuestionFields, 'referral' | 'ask'>,
  { at }: Pick<Circumstances, 'at'>
): AnonymousFields => anonymous({ ...question, met: shiftHourAt(at) })

export const anonymiseReply = ({ reply }: Required<Pick<QuestionFields, 'reply'>>): AnonymousFields =>
  anonymous({ reply })

/** Of a referral: the person knows of this time. */
export const anonymiseTimeTold = (appointment: ShiftHour): AnonymousFields => anonymous({ timeTold: appointment })

export const anonymiseReferralCard = ({ referral, tag, until }: ReferralCardFields): AnonymousFields =>
  anonymous({ referral, tag, until })

export const anonymiseHandout = (handedOut: HandedOut, circumstances: Circumstances): AnonymousFields =>
  anonymous({ ...handedOut, ...whereAndWhen(circumstances) })

export const anonymiseStock = (note: StockNote, circumstances: Circumstances): AnonymousFields =>
  anonymous({ ...note, ...whereAndWhen(circumstances) })

export const anonymiseCardGiven = (
  given: Pick<CardGivenFields, 'card' | 'arrival' | 'until'>,
  circumstances: Circumstances
): AnonymousFields => anonymous({ ...given, ...whereAndWhen(circumstances) })

export const anonymiseAccompaniment = (
  begun: { case: string; to: Destination; owner: string },
  circumstances: Circumstances
): AnonymousFields => anonymous({ ...begun, state: 'set_out', ...whereAndWhen(circumstances) })

/** The step before holds again, and with it what it said. Since which hour is not said: that marks it as no step. */
export const anonymiseStepBack = (before: AccompanimentStepTaken): AnonymousFields => anonymous(before)

/** What was noted of the law holds no more, or as it was noted before. */
export const anonymiseLegalEventBack = (event: LegalEvent, before: SharedValue | undefined): AnonymousFields =>
  anonymous({ [`since_${event}`]: before ?? TAKEN_BACK })

/** Who goes along from now on. */
export const anonymiseTaking = (owner: string): AnonymousFields => anonymous({ owner })

export const anonymiseShift = (start: ShiftStart, circumstances: Circumstances): AnonymousFields =>
  anonymous({ ...start, state: 'on', ...whereAndWhen(circumstances) })

export const anonymiseDawnCount = (count: DawnCount, circumstances: Circumstances): AnonymousFields =>
  anonymous({ ...count, ...whereAndWhen(circumstances) })

/** Counted anew, in the area and on the morning that were said before. */
export const anonymiseRecount = (count: DawnCount): AnonymousFields => anonymous(count)

/** Where it was found is where the service is. */
export const anonymiseServiceCheck = (
  check: Pick<ServiceCheckFields, 'service' | 'found'>,
  { at }: Pick<Circumstances, 'at'>
): AnonymousFields => anonymous({ ...check, met: shiftHourAt(at) })

/** Takes a record out of every list and total; the change itself stays in the history. */
export const anonymiseRemoval = (): AnonymousFields => anonymous({ removed: 1 })

/** A person has settled two answers: what holds is said again, with what belongs to it. */
export const anonymiseSettlement = (fields: SharedFields): AnonymousFields => anonymous(fields)

/** One answer, given anew. Empty when it may not leave the phone or is none the question can have. */
export const anonymiseCorrection = (
  form: Form,
  { name, value, why }: { name: string; value: SharedValue; why?: WhyChanged }
): AnonymousFields => {
  const question = form.questions.find((candidate) => candidate.name === name)
  return anonymous(
    question && isShared(question) && fits(question, value) ? { [name]: value, ...(why && { [WHY_FIELD]: why }) } : {}
  )
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

/** What is not set does not travel. */
const anonymous = (fields: Readonly<Record<string, SharedValue | undefined>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as AnonymousFields
