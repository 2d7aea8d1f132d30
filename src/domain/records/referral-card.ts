// A card by which somebody is known at the desk of the organisation they were referred to. It hangs on the referral, so that two
// phones that give a card each dispute nothing. What stands for the card is another tag at every referral: the tags of
// two, at one organisation or at two, do not tell that they are of the same person.
import * as z from 'zod/mini'
import { Day } from '#domain/belgrade-time.ts'
import { Code } from '#domain/code.ts'

/** See `tagOfCard`. */
export const CardTag = z.string().check(z.regex(/^[0-9a-f]{32}$/))
export type CardTag = z.infer<typeof CardTag>

export const ReferralCardFields = z.object({
  referral: Code,
  tag: CardTag,
  /** The last day it counts. */
  until: Day
})
export type ReferralCardFields = z.infer<typeof ReferralCardFields>
