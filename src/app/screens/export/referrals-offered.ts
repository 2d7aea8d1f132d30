// The referrals of a period as they may leave this phone: how far they came, or one a row for NRC.
import { notesIn } from '#app/records/notes-in.ts'
import type { Desk } from '#device/desk.ts'
import type { Offered, OfferRefusal } from '#domain/exports/offer.ts'
import { formAnswers, offerForms } from '#domain/exports/referral-forms.ts'
import { offerReferrals } from '#domain/exports/referral-steps.ts'
import type { Result } from '#domain/result.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { isIn, type Period } from '#domain/review/period.ts'
import { referralFunnel } from '#domain/review/referral-funnel.ts'

export const REFERRAL_FILES = ['referrals', 'forms'] as const
export type ReferralFile = (typeof REFERRAL_FILES)[number]

type Held = Pick<Desk, 'historyOf' | 'findRecord'> & {
  readonly records: ReturnType<Desk['records']>
  /** Of the directory, by its id. */
  readonly agencyOf: (id: string) => string | undefined
}

export const referralsOffered = (
  { records, historyOf, findRecord, agencyOf }: Held,
  file: ReferralFile,
  period: Period
): Result<Offered, OfferRefusal> => {
  const everyDay = datedRecords(records)
  const made = everyDay.filter(({ type, met }) => type === 'referral' && isIn(period, met))
  if (file === 'forms') {
    const arrivalOf = (id: string) => findRecord(id)?.fields
    return offerForms(formAnswers(made, { arrivalOf, agencyOf }), period)
  }
  const openings = everyDay.filter(({ type }) => type === 'opening')
  return offerReferrals(referralFunnel(made, { openings, notesOf: (id) => notesIn(historyOf(id)) }), period)
}
