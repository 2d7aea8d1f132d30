// What stands for a person's card in records. Nobody can print the card from it; and because eight characters can be tried
// through, each try is made slow: 100,000 rounds of PBKDF2 (RFC 8018) with SHA-256, for all ten thousand million codes.
import type { CardHash } from '#domain/person-card.ts'
import type { CardTag } from '#domain/records/referral-card.ts'
import { textToBytes } from '#protocol/bytes.ts'

const SALT = textToBytes('susret person card 1')
const ROUNDS = 100_000
const BITS = 128

/** The same on every phone, so that two of them speak of one card. `code`: as `readCardCode` gives it. */
export const hashOfCode = async (code: string): Promise<CardHash> => {
  const key = await crypto.subtle.importKey('raw', textToBytes(code), 'PBKDF2', false, ['deriveBits'])
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt: SALT, iterations: ROUNDS }
  return hexOf(await crypto.subtle.deriveBits(way, key, BITS))
}

/** What stands for the card at one referral, and at no other. */
export const tagOfCard = async (hash: CardHash, referral: string): Promise<CardTag> =>
  hexOf(
    (await crypto.subtle.digest('SHA-256', textToBytes(`susret referral card 1 ${hash} ${referral}`))).slice(
      0,
      BITS / 8
    )
  )

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
