// Sealing at rest: AES-256-GCM with a fresh nonce each time, bound to what is sealed and whose it is.
import { type Bytes, concat, textToBytes } from '#protocol/bytes.ts'
import { parseJson } from '#protocol/envelope.ts'

const NONCE_BYTES = 12
const SUITE = 1

export type VaultKey = CryptoKey

export const importVaultKey = (raw: Bytes): Promise<VaultKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** One byte for the suite, the nonce, then the ciphertext. `what` names the thing, such as `row 41`. */
export const sealAtRest = async (key: VaultKey, what: string, value: unknown): Promise<Bytes> => {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: textToBytes(what) },
    key,
    textToBytes(JSON.stringify(value))
  )
  return concat(Uint8Array.of(SUITE), nonce, new Uint8Array(sealed))
}

/** Undefined when the key is another one, the bytes were altered, or they are of something else. */
export const openAtRest = async (key: VaultKey, what: string, sealed: Bytes): Promise<unknown> => {
  if (sealed[0] !== SUITE) return undefined
  const opened = await crypto.subtle
    .decrypt(
      { name: 'AES-GCM', iv: sealed.slice(1, 1 + NONCE_BYTES), additionalData: textToBytes(what) },
      key,
      sealed.slice(1 + NONCE_BYTES)
    )
    .catch(() => undefined)
  return opened && parseJson(new Uint8Array(opened))
}
