// The first half of joining: keys, made once. A join that got no answer goes on with the same ones, so asking twice joins
// once. Over what a lost vault left, a new one begins only when none of it would be gone with that.
import { EMPTY_STATE, emptyLetterbox, type LetterboxDatabase } from '#device/letterbox/database.ts'
import type { Lifeboat } from '#device/letterbox/lifeboat.ts'
import type { Platform } from '#device/platform.ts'
import { importVaultKey, openAtRest, sealAtRest } from '#device/vault/cipher.ts'
import type { VaultDatabase } from '#device/vault/database.ts'
import { Keyring } from '#device/vault/keyring.ts'
import { makePassphraseSlot, openPassphraseSlot, type PassphraseSlot, type Stretch } from '#device/vault/slots.ts'
import { readVaultState } from '#device/vault/vault-state.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { areAlike, type Bytes, bytesToBase64Url } from '#protocol/bytes.ts'
import { createDeviceId } from '#protocol/ids.ts'
import { createSealingKeys, createSigningKeys } from '#protocol/keys.ts'

/** `as_begun`: with the keys of a join that was begun, if there is one. `new`: the words of that one are gone. */
export type JoinKeys = 'as_begun' | 'new'

export type Begun = { readonly rawKey: Bytes; readonly keyring: Keyring }

export type BeginRefusal = 'already_joined' | 'still_waiting' | 'other_words' | 'too_little_memory'

export type BeginParts = {
  readonly letterbox: LetterboxDatabase
  readonly vault: VaultDatabase
  readonly platform: Platform
  readonly stretch: Stretch
  readonly lifeboat?: Lifeboat | undefined
}

const VAULT_KEY_BYTES = 32

export const begin = async (
  parts: BeginParts,
  passphrase: string,
  keys: JoinKeys
): Promise<Result<Begun, BeginRefusal>> => {
  const state = await readVaultState(parts)
  if (state === 'locked') return refuse('already_joined')
  const before = state === 'joining' && keys === 'as_begun' ? await openBegun(parts, passphrase) : undefined
  if (before !== undefined) return before
  return (await isAllElsewhere(parts)) ? makeKeys(parts, passphrase) : refuse('still_waiting')
}

/** Undefined when there is nothing to go on with. */
const openBegun = async (
  { vault, stretch }: BeginParts,
  passphrase: string
): Promise<Result<Begun, BeginRefusal> | undefined> => {
  const slot = (await vault.slots.get('passphrase')) as PassphraseSlot | undefined
  const row = await vault.keyring.get('keyring')
  if (slot === undefined || row === undefined) return undefined
  const rawKey = await openPassphraseSlot(slot, passphrase, stretch)
  if (!rawKey.ok) return refuse(rawKey.refusal === 'wrong_passphrase' ? 'other_words' : rawKey.refusal)
  const keyring = Keyring.safeParse(await openAtRest(await importVaultKey(rawKey.value), 'keyring', row.sealed))
  return keyring.success ? accept({ rawKey: rawKey.value, keyring: keyring.data }) : undefined
}

/** Parcels of a vault that was lost: with the team, in the second copy that is handed over later, or in a file. */
const isAllElsewhere = async ({ letterbox, lifeboat }: BeginParts): Promise<boolean> => {
  const waiting = await letterbox.parcels.where('state').notEqual('received').toArray()
  const only = waiting.filter(({ inFile }) => inFile !== true).map(({ parcel }) => parcel)
  if (only.length === 0) return true
  await lifeboat?.tidy(letterbox)
  const copies = (await lifeboat?.copies()) ?? []
  const contents = await letterbox.contents.bulkGet(only)
  return contents.every(
    (content) => content === undefined || copies.some(({ bytes }) => areAlike(bytes, content.bytes))
  )
}

const makeKeys = async (
  { letterbox, vault, platform, stretch, lifeboat }: BeginParts,
  passphrase: string
): Promise<Result<Begun, BeginRefusal>> => {
  const rawKey = platform.random(VAULT_KEY_BYTES)
  const slot = await makePassphraseSlot(rawKey, passphrase, { random: platform.random, stretch })
  if (!slot.ok) return slot
  const [signing, inbox] = await Promise.all([createSigningKeys(), createSealingKeys()])
  const keyring: Keyring = {
    device: createDeviceId(platform.random(12)),
    token: bytesToBase64Url(platform.random(32)),
    signing,
    inbox
  }
  const sealed = await sealAtRest(await importVaultKey(rawKey), 'keyring', keyring)
  await lifeboat?.keepReceived(letterbox)
  await letterbox.transaction('rw', letterbox.tables, async () => {
    await emptyLetterbox(letterbox, toFirstTurn(platform.random(4)))
    await letterbox.state.put({ ...EMPTY_STATE, key: 'state' })
  })
  await vault.transaction('rw', vault.tables, async () => {
    await Promise.all(vault.tables.map((table) => table.clear()))
    await vault.keyring.put({ id: 'keyring', sealed })
    await vault.slots.put(slot.value)
  })
  return accept({ rawKey, keyring })
}

const toFirstTurn = (random: Bytes): number => 1 + new DataView(random.buffer, random.byteOffset).getUint32(0)
