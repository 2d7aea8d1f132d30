// What stands for a person's card in records. Nobody can print the card from it. Because eight characters can be tried through,
// it is made with a key of the server that lies with its keys and on phones, not in its database; and for whoever has the key
// too each try is made slow: 100,000 rounds of PBKDF2 (RFC 8018) with SHA-256, for all ten thousand million codes.
import * as z from 'zod/mini'
import type { CardHash, CardHashes } from '#domain/person-card.ts'
import type { CardTag } from '#domain/records/referral-card.ts'
import { base64UrlToBytes, textToBytes } from '#protocol/bytes.ts'

const SALT = textToBytes('susret person card 1')
const ROUNDS = 100_000
const BITS = 128

/** 32 bytes, as base64url. */
export const CardKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))
export type CardKey = z.infer<typeof CardKey>

/**
 * The same on every phone, so that two of them speak of one card. `code`: as `readCardCode` gives it. The last one is as phones
 * wrote it that had no key yet.
 */
export const hashesOfCode = async (code: string, key: CardKey | undefined): Promise<CardHashes> => {
  const slow = await slowHashOf(code)
  return key === undefined ? [slow] : [await keyedHashOf(slow, key), slow]
}

const slowHashOf = async (code: string): Promise<CardHash> => {
  const key = await crypto.subtle.importKey('raw', textToBytes(code), 'PBKDF2', false, ['deriveBits'])
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt: SALT, iterations: ROUNDS }
  return hexOf(await crypto.subtle.deriveBits(way, key, BITS))
}

const keyedHashOf = async (slow: CardHash, key: CardKey): Promise<CardHash> => {
  const way = { name: 'HMAC', hash: 'SHA-256' }
  const hmac = await crypto.subtle.importKey('raw', base64UrlToBytes(key), way, false, ['sign'])
  return hexOf((await crypto.subtle.sign('HMAC', hmac, textToBytes(`susret card 2 ${slow}`))).slice(0, BITS / 8))
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
