// Two ways to the vault key: the worker's passphrase, and the organisation's recovery key on paper. A passkey will be a
// third kind of slot. The vault key itself is random and never stored in the open.
import * as z from 'zod/mini'
import { argon2id } from 'hash-wasm'
import { tidyPassphrase } from '#device/vault/passphrase.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
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

/** Makes 32 bytes of a passphrase, at a cost. Throws a RangeError when the phone has not the memory for it. */
export type Stretch = (passphrase: string, salt: Bytes, cost: Cost) => Promise<Bytes>

export const stretchWithArgon2: Stretch = async (passphrase, salt, { memory, passes }) =>
  new Uint8Array(
    await argon2id({
      password: passphrase,
      salt,
      memorySize: memory,
      iterations: passes,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary'
    })
  )

/** Once, ahead of the first passphrase: the browser compiles the WebAssembly while the person still types. */
export const prepareArgon2 = async (): Promise<void> => {
  await stretchWithArgon2('ahead', new Uint8Array(SALT_BYTES), { memory: LEAST_MEMORY_KIB, passes: 1 })
}

const RECOVERY_INFO = textToBytes('susret recovery 1')
const SALT_BYTES = 16
/** The least Argon2 can do with. */
const LEAST_MEMORY_KIB = 8
const NONCE_BYTES = 12

export type SlotParts = { readonly random: (bytes: number) => Bytes; readonly stretch: Stretch }

/** At the full cost, or the least when the phone has not the memory for that. */
export const makePassphraseSlot = async (
  vaultKey: Bytes,
  passphrase: string,
  { random, stretch }: SlotParts
): Promise<Result<PassphraseSlot, 'too_little_memory'>> => {
  const salt = random(SALT_BYTES)
  for (const cost of [COST, LEAST_COST]) {
    const key = await keyOf(stretch, { passphrase, salt, cost })
    if (key === undefined) continue
    const nonce = random(NONCE_BYTES)
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, vaultKey)
    return accept({
      kind: 'passphrase',
      cost,
      salt: bytesToBase64Url(salt),
      sealed: bytesToBase64Url(concat(nonce, new Uint8Array(sealed)))
    })
  }
  return refuse('too_little_memory')
}

export const openPassphraseSlot = async (
  slot: PassphraseSlot,
  passphrase: string,
  stretch: Stretch
): Promise<Result<Bytes, 'wrong_passphrase' | 'too_little_memory'>> => {
  const key = await keyOf(stretch, { passphrase, salt: base64UrlToBytes(slot.salt), cost: slot.cost })
  if (key === undefined) return refuse('too_little_memory')
  const sealed = base64UrlToBytes(slot.sealed)
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: sealed.slice(0, NONCE_BYTES) }, key, sealed.slice(NONCE_BYTES))
    .catch(() => undefined)
  return opened === undefined ? refuse('wrong_passphrase') : accept(new Uint8Array(opened))
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

type Stretching = { passphrase: string; salt: Bytes; cost: Cost }

/** Undefined when the phone has not the memory. */
const keyOf = async (stretch: Stretch, { passphrase, salt, cost }: Stretching): Promise<CryptoKey | undefined> => {
  try {
    const key = await stretch(tidyPassphrase(passphrase), salt, cost)
    return await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
  } catch (error) {
    if (error instanceof RangeError || error instanceof WebAssembly.RuntimeError) return undefined
    throw error
  }
}
