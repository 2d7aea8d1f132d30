// How soon each organisation answers what is referred to it, and how soon help is given; and how often it had no room.
import { compare, type DatedRecord, findCode } from '#domain/review/dated-record.ts'
import { ACCEPTED, DONE, hoursUntil, middleHours } from '#domain/review/referral-funnel.ts'
import { stateOfReferral } from '#domain/records/referral.ts'
import type { Noted } from '#domain/review/what-happened.ts'

/** `hours`: from the making, the middle one of the `timed` ones, whose hour is known; nothing where none is. */
export type Answered = { readonly referrals: number; readonly timed: number; readonly hours?: number }

export type PartnerAnswers = {
  readonly provider: string
  readonly referrals: number
  /** Accepted, declined, or anything after. */
  readonly answered: Answered
  readonly helped: Answered
  readonly noRoom: number
}

/** Most referrals first. One the team took back was never theirs to answer. */
export const partnerAnswers = (
  made: readonly DatedRecord[],
  notesOf: (id: string) => readonly Noted[]
): PartnerAnswers[] => {
  const byProvider = new Map<string, DatedRecord[]>()
  for (const referral of made) {
    if (stateOfReferral(referral.fields) === 'withdrawn') continue
    const provider = findCode(referral.fields, 'provider') ?? ''
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), referral])
  }
  return [...byProvider]
    .map(([provider, referrals]) => ({
      provider,
      referrals: referrals.length,
      answered: reachedBy(referrals.map((one) => hoursUntil([...ACCEPTED, 'declined'], one, notesOf(one.id)))),
      helped: reachedBy(referrals.map((one) => hoursUntil(DONE, one, notesOf(one.id)))),
      noRoom: referrals.filter(({ fields }) => stateOfReferral(fields) === 'declined' && fields['reason'] === 'full')
        .length
    }))
    .sort((a, b) => b.referrals - a.referrals || compare(a.provider, b.provider))
}

const reachedBy = (hours: readonly (number | null | undefined)[]): Answered => {
  const reached = hours.filter((one) => one !== undefined)
  const timed = reached.filter((one) => one !== null)
  const middle = middleHours(timed)
  return { referrals: reached.length, timed: timed.length, ...(middle !== undefined && { hours: middle }) }
}
