// The answers of organisations as they may be told: of whose referrals a few alone were not answered, or not helped, it is not told
// how many were.
import { compareTold, tellNested, type ToldCount, vague } from '#domain/disclosure/told-count.ts'
import { SMALLEST_CELL } from '#domain/disclosure/suppress.ts'
import { compare } from '#domain/review/dated-record.ts'
import type { Answered, PartnerAnswers } from '#domain/review/partner-answers.ts'

/** `hours`: the middle ones, where they are of enough and it is told of how many. */
export type ToldAnswered = { readonly referrals: ToldCount; readonly hours?: number }

export type ToldPartner = {
  readonly provider: string
  readonly referrals: ToldCount
  readonly answered: ToldAnswered
  readonly helped: ToldAnswered
  readonly noRoom: ToldCount
}

/** By what is told of them, most referrals first. */
export const tellPartners = (partners: readonly PartnerAnswers[]): ToldPartner[] =>
  partners.map(tellPartner).sort((a, b) => compareTold(a.referrals, b.referrals) || compare(a.provider, b.provider))

const tellPartner = ({ provider, referrals, answered, helped, noRoom }: PartnerAnswers): ToldPartner => {
  const [made = 0, ofAnswered = 0, ofHelped = 0] = tellNested([referrals, answered.referrals, helped.referrals])
  // Who had no room has answered and not helped.
  const [, full = 0] = tellNested([answered.referrals - helped.referrals, noRoom])
  const isRoomTold = [ofAnswered, ofHelped].every((told) => typeof told === 'number')
  return {
    provider,
    referrals: made,
    answered: toldAnswered(ofAnswered, answered),
    helped: toldAnswered(ofHelped, helped),
    noRoom: isRoomTold ? full : vague(noRoom)
  }
}

/** The middle one of few would be one person's, and tell that they are not so few. */
const toldAnswered = (told: ToldCount, { timed, hours }: Answered): ToldAnswered => ({
  referrals: told,
  ...(typeof told === 'number' && timed >= SMALLEST_CELL && hours !== undefined && { hours })
})
