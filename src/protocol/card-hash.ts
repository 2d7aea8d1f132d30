// What stands for a person's card in records. Nobody can print the card from it; and because eight characters can be tried
// through, each try is made slow: 100,000 rounds of PBKDF2 (RFC 8018) with SHA-256, for all ten thousand million codes.
import type { CardHash } from '#domain/person-card.ts'
import { textToBytes } from '#protocol/bytes.ts'

const SALT = textToBytes('susret person card 1')
const ROUNDS = 100_000
const BITS = 128

/** The same on every phone, so that two of them speak of one card. `code`: as `readPersonCode` gives it. */
export const hashOfCode = async (code: string): Promise<CardHash> => {
  const key = await crypto.subtle.importKey('raw', textToBytes(code), 'PBKDF2', false, ['deriveBits'])
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt: SALT, iterations: ROUNDS }
  const bytes = new Uint8Array(await crypto.subtle.deriveBits(way, key, BITS))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
