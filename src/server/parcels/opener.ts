// Opens what phones seal: the receiving half of HPKE (RFC 9180, base mode) for the one suite `protocol/keys` seals with, on
// Node's own crypto. WebCrypto would make a dozen trips to the thread pool for each parcel; this makes none.
import { createDecipheriv, createECDH, createPrivateKey, hash } from 'node:crypto'
import { base64UrlToBytes, type Bytes, concat, textToBytes } from '#protocol/bytes.ts'
import type { PrivateKey } from '#protocol/keys.ts'

/** Undefined when the bytes were not sealed to this key, with this info and `aad`, or were altered. */
export type Opener = (sealed: Bytes, by: { info: Bytes; aad: Bytes }) => Bytes | undefined

const ENCAPSULATED_BYTES = 65
const TAG_BYTES = 16
const KEY_BYTES = 32
const NONCE_BYTES = 12
/** Of SHA-256. */
const BLOCK_BYTES = 64

/** DHKEM(P-256, HKDF-SHA256) = 0x0010, HKDF-SHA256 = 0x0001, AES-256-GCM = 0x0002: RFC 9180, section 7. */
const KEM_SUITE = concat(textToBytes('KEM'), Uint8Array.of(0x00, 0x10))
const SUITE = concat(textToBytes('HPKE'), Uint8Array.of(0x00, 0x10, 0x00, 0x01, 0x00, 0x02))
const VERSION = textToBytes('HPKE-v1')
const NOTHING = new Uint8Array()
const BASE_MODE = Uint8Array.of(0)

export const createOpener = (privateKey: PrivateKey): Opener => {
  const { d = '' } = createPrivateKey({
    key: Buffer.from(base64UrlToBytes(privateKey)),
    format: 'der',
    type: 'pkcs8'
  }).export({ format: 'jwk' })
  const ours = createECDH('prime256v1')
  ours.setPrivateKey(base64UrlToBytes(d))
  const ourPoint = ours.getPublicKey()

  /** Section 4.1, Decap. Undefined when `theirs` is no point of the curve. */
  const findSecret = (theirs: Bytes): Bytes | undefined => {
    const agreed = tryTo(() => ours.computeSecret(theirs), 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY')
    if (agreed === undefined) return undefined
    const context = concat(theirs, ourPoint)
    const extracted = extract(KEM_SUITE, { salt: NOTHING, label: 'eae_prk', from: agreed })
    return expand(KEM_SUITE, { secret: extracted, label: 'shared_secret', info: context, length: 32 })
  }

  return (sealed, { info, aad }) => {
    if (sealed.length < ENCAPSULATED_BYTES + TAG_BYTES) return undefined
    const shared = findSecret(sealed.subarray(0, ENCAPSULATED_BYTES))
    if (shared === undefined) return undefined
    const { key, nonce } = schedule(shared, info)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    decipher.setAAD(aad)
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    const opened = decipher.update(sealed.subarray(ENCAPSULATED_BYTES, -TAG_BYTES))
    return tryTo(() => concat(opened, decipher.final()))
  }
}

/** Section 5.1, KeySchedule without a pre-shared key. */
const schedule = (shared: Bytes, info: Bytes): { key: Bytes; nonce: Bytes } => {
  const pskHash = extract(SUITE, { salt: NOTHING, label: 'psk_id_hash', from: NOTHING })
  const infoHash = extract(SUITE, { salt: NOTHING, label: 'info_hash', from: info })
  const context = concat(BASE_MODE, pskHash, infoHash)
  const secret = extract(SUITE, { salt: shared, label: 'secret', from: NOTHING })
  return {
    key: expand(SUITE, { secret, label: 'key', info: context, length: KEY_BYTES }),
    nonce: expand(SUITE, { secret, label: 'base_nonce', info: context, length: NONCE_BYTES })
  }
}

/** LabeledExtract and LabeledExpand of section 4; no more than one hash long, so HKDF's first block is all of it. */
const extract = (suite: Bytes, { salt, label, from }: { salt: Bytes; label: string; from: Uint8Array }): Bytes =>
  hmac(salt, concat(VERSION, suite, textToBytes(label), from))

const expand = (
  suite: Bytes,
  { secret, label, info, length }: { secret: Bytes; label: string; info: Bytes; length: number }
): Bytes =>
  hmac(secret, concat(Uint8Array.of(0, length), VERSION, suite, textToBytes(label), info, Uint8Array.of(1))).subarray(
    0,
    length
  )

/** RFC 2104 from two plain hashes: Node's own Hmac object costs five times as much for so few bytes. */
const hmac = (key: Bytes, bytes: Bytes): Bytes => {
  const inner = new Uint8Array(BLOCK_BYTES).fill(0x36)
  const outer = new Uint8Array(BLOCK_BYTES).fill(0x5c)
  // No key here is longer than a block.
  for (const [at, byte] of key.entries()) {
    inner[at] = 0x36 ^ byte
    outer[at] = 0x5c ^ byte
  }
  return sha256(concat(outer, sha256(concat(inner, bytes))))
}

const sha256 = (bytes: Bytes): Bytes => new Uint8Array(hash('sha256', bytes, 'buffer'))

/** Undefined when it throws: with `code`, only when it throws that. */
const tryTo = <Value>(work: () => Value, code?: string): Value | undefined => {
  try {
    return work()
  } catch (error) {
    if (code !== undefined && (error as { code?: string }).code !== code) throw error
    return undefined
  }
}
