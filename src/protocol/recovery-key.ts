// An organisation's recovery key on paper: the 32 secret bytes of its P-256 key in Crockford's base 32, with a check at
// the end, in groups of four that a hand can copy. 0 and O, 1, I and L are read alike.
import { type Bytes, base64UrlToBytes, bytesToBase64Url, concat, sha256 } from '#protocol/bytes.ts'
import type { PrivateKey } from '#protocol/keys.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SECRET_BYTES = 32
const CHECK_BYTES = 3
/** PKCS #8 of a P-256 key up to its secret: as browsers write it, and the shortest form they read. */
const SECRET_AT = 36
const SHORT_PREFIX = Uint8Array.from(
  '3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420'.match(/../g) ?? [],
  (byte) => Number.parseInt(byte, 16)
)

/** 56 characters in groups of four. */
export const recoveryKeyToPaper = async (key: PrivateKey): Promise<string> => {
  const secret = base64UrlToBytes(key).slice(SECRET_AT, SECRET_AT + SECRET_BYTES)
  const text = toBase32(concat(secret, (await sha256(secret)).slice(0, CHECK_BYTES)))
  return (text.match(/.{1,4}/g) ?? []).join(' ')
}

/** Undefined when a character is missing or wrong. */
export const paperToRecoveryKey = async (paper: string): Promise<PrivateKey | undefined> => {
  const bytes = fromBase32(paper)
  if (bytes?.length !== SECRET_BYTES + CHECK_BYTES) return undefined
  const secret = bytes.slice(0, SECRET_BYTES)
  const check = (await sha256(secret)).slice(0, CHECK_BYTES)
  if (!check.every((byte, at) => byte === bytes[SECRET_BYTES + at])) return undefined
  return bytesToBase64Url(concat(SHORT_PREFIX, secret))
}

/** 35 bytes are 56 characters without a remainder. */
const toBase32 = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('')
}

const fromBase32 = (paper: string): Bytes | undefined => {
  const text = paper.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if ([...text].some((char) => !ALPHABET.includes(char))) return undefined
  const bits = [...text].map((char) => ALPHABET.indexOf(char).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}
