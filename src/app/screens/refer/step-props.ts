// What every step of a referral is given.
import type { ReferralDraft, Step } from '#app/screens/refer/referral-draft.ts'
import type { CONSENTS } from '#domain/records/referral.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export type Leave = (kind: 'information' | 'later', keep: boolean) => void

export type StepProps = {
  arrival: MergedRecord
  draft: ReferralDraft
  /** Keeps an answer and stays. */
  onAnswer: (change: Partial<Omit<ReferralDraft, 'consent' | 'bestInterest'>>) => void
  /** Keeps an answer and goes on. */
  onDone: (change?: Partial<Omit<ReferralDraft, 'consent' | 'bestInterest'>>) => void
  onGoTo: (step: Step) => void
  onConsent: (consent: (typeof CONSENTS)[number] | undefined) => void
  onBestInterest: (reason: ReferralDraft['bestInterest']) => void
  onLeave: Leave
}
