// A card that a person takes along to a service: a random code, what for, and until when. Nothing on it is about the person,
// and nothing keeps who took it; where it was given for a referral, a tag of its code stands there (`records/referral-card.ts`).
import * as z from 'zod/mini'
import { Day, dayAt, dayPlus } from '#domain/belgrade-time.ts'
import { CARD_CODE_LENGTH, createCardCode } from '#domain/card-code.ts'
import { DISCLOSED_ONLY, NEED_CODES, type Need } from '#domain/codes/needs.ts'
import type { ServiceRow } from '#domain/directory/search.ts'
import { isEmergency } from '#domain/directory/who-to-call.ts'

/** What is read: cards of earlier versions had vowels and no check. */
const READ_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CARD_DAYS = 30

export const CardCode = z.string().check(z.regex(new RegExp(`^[${READ_ALPHABET}]{${CARD_CODE_LENGTH}}$`)))

export const Card = z.object({
  code: CardCode,
  service: z.uuid(),
  need: z.enum(NEED_CODES),
  /** The last day it counts. */
  until: Day
})
export type Card = z.infer<typeof Card>

/** The name of such a service says what its bearer confided. The emergency numbers are for all else too. */
export const tellsByName = ({ service, provider }: Pick<ServiceRow, 'service' | 'provider'>): boolean =>
  service.needs.some((need) => DISCLOSED_ONLY.includes(need)) && !isEmergency(service, provider)

/** `at`: milliseconds since 1970 UTC. `random` gives as many random bytes as it is asked for. */
export const createCard = (
  given: { service: string; need: Need; at: number },
  random: (count: number) => Uint8Array
): Card => ({
  code: createCardCode(random),
  service: given.service,
  // A card can be found by somebody else: what a person told in confidence is not on it.
  need: DISCLOSED_ONLY.includes(given.need) ? 'other' : given.need,
  until: dayPlus(dayAt(given.at), CARD_DAYS)
})
