// A card that a person takes along to a service: a random code, what for, and until when. Nothing on it is about the person,
// and nothing keeps who took it.
import * as z from 'zod/mini'
import { Day, dayAt, dayPlus } from '#domain/belgrade-time.ts'
import { DISCLOSED_ONLY, NEED_CODES, type Need } from '#domain/codes/needs.ts'
import { drawCharacters } from '#domain/random-code.ts'

/** Without 0, 1, I, L, O and U: none is taken for another, read aloud or off paper, and no word comes about. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CARD_CODE_LENGTH = 8
export const CARD_DAYS = 30

export const CardCode = z.string().check(z.regex(new RegExp(`^[${ALPHABET}]{${CARD_CODE_LENGTH}}$`)))

export const Card = z.object({
  code: CardCode,
  service: z.uuid(),
  need: z.enum(NEED_CODES),
  /** The last day it counts. */
  until: Day
})
export type Card = z.infer<typeof Card>

/** `at`: milliseconds since 1970 UTC. `random` gives as many random bytes as it is asked for. */
export const createCard = (
  given: { service: string; need: Need; at: number },
  random: (count: number) => Uint8Array
): Card => ({
  code: drawCharacters(ALPHABET, CARD_CODE_LENGTH, random),
  service: given.service,
  // A card can be found by somebody else: what a person told in confidence is not on it.
  need: DISCLOSED_ONLY.includes(given.need) ? 'other' : given.need,
  until: dayPlus(dayAt(given.at), CARD_DAYS)
})

/** "K7QM 4TXA", as it is read aloud. */
export const codeInGroups = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
