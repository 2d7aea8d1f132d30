// Two ways to the vault key: the worker's passphrase, and the organisation's recovery key on paper. A passkey will be a
// third kind of slot. The vault key itself is random and never stored in the open.
import * as z from 'zod/mini'
import { argon2id } from 'hash-wasm'
import { tidyPassphrase } from '#device/vault/passphrase.ts'
import { type Bytes, base64UrlToBytes, bytesToBase64Url, concat, textToBytes } from '#protocol/bytes.ts'
import { importOpener, importSealer, open, type PublicKey, seal } from '#protocol/keys.ts'
import { paperToRecoveryKey } from '#protocol/recovery-key.ts'

/** Argon2id cost; `memory` in KiB. Kept in the slot, so that a later version may ask for more. */
export const Cost = z.object({ memory: z.int().check(z.gte(19_456)), passes: z.int().check(z.gte(2)) })
export type Cost = z.infer<typeof Cost>
export const COST: Cost = { memory: 47_104, passes: 3 }
/** For a phone too small for the above; never less (OWASP ASVS 5, appendix C). */
export const LEAST_COST: Cost = { memory: 19_456, passes: 2 }

const PassphraseSlot = z.object({ kind: z.literal('passphrase'), cost: Cost, salt: z.string(), sealed: z.string() })
const RecoverySlot = z.object({ kind: z.literal('recovery'), to: z.string(), sealed: z.string() })
export const Slot = z.discriminatedUnion('kind', [PassphraseSlot, RecoverySlot])
export type Slot = z.infer<typeof Slot>
export type PassphraseSlot = z.infer<typeof PassphraseSlot>
export type RecoverySlot = z.infer<typeof RecoverySlot>

const RECOVERY_INFO = textToBytes('susret recovery 1')
const SALT_BYTES = 16
const NONCE_BYTES = 12

export const makePassphraseSlot = async (
  vaultKey: Bytes,
  passphrase: string,
  random: (bytes: number) => Bytes
): Promise<PassphraseSlot> => {
  const salt = random(SALT_BYTES)
  const { key, cost } = await stretchWithin(passphrase, salt)
  const nonce = random(NONCE_BYTES)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, vaultKey)
  return {
    kind: 'passphrase',
    cost,
    salt: bytesToBase64Url(salt),
    sealed: bytesToBase64Url(concat(nonce, new Uint8Array(sealed)))
  }
}

/** Undefined when the passphrase is another one. */
export const openPassphraseSlot = async (slot: PassphraseSlot, passphrase: string): Promise<Bytes | undefined> => {
  const key = await stretch(passphrase, base64UrlToBytes(slot.salt), slot.cost)
  const sealed = base64UrlToBytes(slot.sealed)
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: sealed.slice(0, NONCE_BYTES) }, key, sealed.slice(NONCE_BYTES))
    .catch(() => undefined)
  return opened && new Uint8Array(opened)
}

export const makeRecoverySlot = async (vaultKey: Bytes, to: PublicKey): Promise<RecoverySlot> => {
  const sealed = await seal({ sealer: await importSealer(to), info: RECOVERY_INFO }, vaultKey, textToBytes(to))
  return { kind: 'recovery', to, sealed: bytesToBase64Url(sealed) }
}

/** `paper`: the recovery key as it is printed. Undefined when it was copied wrongly or is another key. */
export const openRecoverySlot = async (slot: RecoverySlot, paper: string): Promise<Bytes | undefined> => {
  const key = await paperToRecoveryKey(paper)
  if (key === undefined) return undefined
  const opener = await importOpener(key)
  return open({ opener, info: RECOVERY_INFO }, base64UrlToBytes(slot.sealed), textToBytes(slot.to)).catch(
    () => undefined
  )
}

/** The full cost, or the least when the phone has not the memory for it. */
const stretchWithin = async (passphrase: string, salt: Bytes): Promise<{ key: CryptoKey; cost: Cost }> => {
  try {
    return { key: await stretch(passphrase, salt, COST), cost: COST }
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof WebAssembly.RuntimeError)) throw error
    return { key: await stretch(passphrase, salt, LEAST_COST), cost: LEAST_COST }
  }
}

const stretch = async (passphrase: string, salt: Bytes, cost: Cost): Promise<CryptoKey> => {
  const key = await argon2id({
    password: tidyPassphrase(passphrase),
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary'
  })
  return crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
}
