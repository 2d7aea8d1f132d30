// The keeper holds the vault key and is the only one who does: it makes the phone's keys, opens and locks the vault,
// saves, and turns deliveries into records. In the app it lives in a worker of its own; to lock is to end that worker.
import { EMPTY_STATE, type LetterboxDatabase, readState } from '#device/letterbox/database.ts'
import { createOutbox, type Entry, keepOrSayFull, type Outbox, type SaveRefusal } from '#device/letterbox/outbox.ts'
import type { Lifeboat } from '#device/letterbox/lifeboat.ts'
import type { Platform } from '#device/platform.ts'
import type { StoredChange } from '#device/stored-change.ts'
import { openBrake, pressBrake, releaseBrake } from '#device/vault/brake.ts'
import { importVaultKey, openAtRest, sealAtRest, type VaultKey } from '#device/vault/cipher.ts'
import type { VaultDatabase } from '#device/vault/database.ts'
import { askToJoin, type JoinRefusal } from '#device/vault/join.ts'
import { type JoinedKeyring, Keyring, type Membership } from '#device/vault/keyring.ts'
import { createShelf, type Shelf, type Unpacked } from '#device/vault/shelf.ts'
import { readVaultState } from '#device/vault/vault-state.ts'
import {
  makePassphraseSlot,
  makeRecoverySlot,
  openPassphraseSlot,
  openRecoverySlot,
  type PassphraseSlot,
  type RecoverySlot
} from '#device/vault/slots.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import { type Bytes, bytesToBase64Url } from '#protocol/bytes.ts'
import type { InviteLink } from '#protocol/endpoints/join.ts'
import { createDeviceId } from '#protocol/ids.ts'
import { createSealingKeys, createSigningKeys } from '#protocol/keys.ts'

/** Who this phone is, once unlocked. */
export type Identity = Membership & { readonly device: string }

/** `waitMs`: how long until another passphrase is looked at. */
export type UnlockRefusal =
  { why: 'wrong_passphrase' | 'wait'; waitMs: number } | { why: 'wrong_recovery_key' | 'damaged' }

export type Keeper = {
  readonly joinWith: (invite: InviteLink, passphrase: string) => Promise<Result<Identity, JoinRefusal>>
  readonly unlock: (passphrase: string) => Promise<Result<Identity, UnlockRefusal>>
  readonly recover: (recoveryKey: string, newPassphrase: string) => Promise<Result<Identity, UnlockRefusal>>
  /** Everything this phone holds, deliveries included. Once after unlocking. */
  readonly unpack: () => Promise<Unpacked>
  /** What has come since, and what another tab has saved. */
  readonly unpackNew: () => Promise<Unpacked>
  readonly save: (entries: readonly Entry[]) => Promise<Result<StoredChange[], SaveRefusal>>
  readonly keepNote: (name: string, value: unknown) => Promise<Result<undefined, SaveRefusal>>
  readonly readNote: (name: string) => Promise<unknown>
  readonly dropNote: (name: string) => Promise<void>
}

export type KeeperParts = {
  letterbox: LetterboxDatabase
  vault: VaultDatabase
  platform: Platform
  lifeboat?: Lifeboat
}

const VAULT_KEY_BYTES = 32

export const createKeeper = ({ letterbox, vault, platform, lifeboat }: KeeperParts): Keeper => {
  let opened: { vaultKey: VaultKey; outbox: Outbox; shelf: Shelf } | undefined

  const inside = () => {
    if (opened === undefined) throw new Error('The vault is locked')
    return opened
  }

  const enter = async (rawKey: Bytes): Promise<Result<Identity, { why: 'damaged' }>> => {
    const vaultKey = await importVaultKey(rawKey)
    const row = await vault.keyring.get('keyring')
    const keyring = Keyring.safeParse(row && (await openAtRest(vaultKey, 'keyring', row.sealed)))
    if (!keyring.success || keyring.data.membership === undefined) return refuse({ why: 'damaged' })
    const joined = keyring.data as JoinedKeyring
    opened = {
      vaultKey,
      outbox: await createOutbox({ letterbox, platform, vaultKey, keyring: joined, lifeboat }),
      shelf: await createShelf({ letterbox, vault, platform, vaultKey, keyring: joined })
    }
    void lifeboat?.tidy(letterbox)
    return accept({ ...joined.membership, device: joined.device })
  }

  return {
    joinWith: async (invite, passphrase) => {
      const begun = await begin({ vault, letterbox, platform }, passphrase)
      if (!begun.ok) return begun
      const { rawKey, keyring } = begun.value
      const answer = await askToJoin(platform, invite, keyring)
      if (!answer.ok) return answer
      const { membership, recoveryKey, credentials, epoch } = answer.value
      const joined = { ...keyring, membership }
      const sealed = await sealAtRest(await importVaultKey(rawKey), 'keyring', joined)
      const recovery = await makeRecoverySlot(rawKey, recoveryKey)
      await letterbox.state.put({ ...EMPTY_STATE, ...(await readState(letterbox)), credentials, epoch, key: 'state' })
      await vault.transaction('rw', vault.keyring, vault.slots, async () => {
        await vault.keyring.put({ id: 'keyring', sealed })
        await vault.slots.put(recovery)
      })
      const entered = await enter(rawKey)
      return entered.ok ? entered : refuse('damaged')
    },

    unlock: async (passphrase) => {
      const waitMs = await openBrake(vault, platform.now())
      if (waitMs > 0) return refuse({ why: 'wait', waitMs })
      const slot = (await vault.slots.get('passphrase')) as PassphraseSlot | undefined
      const rawKey = slot && (await openPassphraseSlot(slot, passphrase))
      if (rawKey === undefined)
        return refuse({ why: 'wrong_passphrase', waitMs: await pressBrake(vault, platform.now()) })
      await releaseBrake(vault)
      return enter(rawKey)
    },

    recover: async (recoveryKey, newPassphrase) => {
      const slot = (await vault.slots.get('recovery')) as RecoverySlot | undefined
      const rawKey = slot && (await openRecoverySlot(slot, recoveryKey))
      if (rawKey === undefined) return refuse({ why: 'wrong_recovery_key' })
      const passphraseSlot = await makePassphraseSlot(rawKey, newPassphrase, platform.random)
      await vault.slots.put(passphraseSlot)
      await releaseBrake(vault)
      return enter(rawKey)
    },

    unpack: () => inside().shelf.unpack(),
    unpackNew: () => inside().shelf.unpackNew(),
    save: (entries) => inside().outbox.save(entries),

    keepNote: async (name, value) => {
      const sealed = await sealAtRest(inside().vaultKey, `note ${name}`, value)
      return keepOrSayFull(() => vault.notes.put({ name, sealed }))
    },
    readNote: async (name) => {
      const note = await vault.notes.get(name)
      return note && openAtRest(inside().vaultKey, `note ${name}`, note.sealed)
    },
    dropNote: (name) => vault.notes.delete(name)
  }
}

/**
 * Keys are made once: a join that got no answer goes on with the same ones, so asking twice joins once. Over what a lost
 * vault left, a new one is made only when the state says `lost`: then the screen has said so before.
 */
const begin = async (
  { vault, letterbox, platform }: KeeperParts,
  passphrase: string
): Promise<Result<{ rawKey: Bytes; keyring: Keyring }, 'already_joined' | 'still_waiting'>> => {
  const state = await readVaultState({ letterbox, vault })
  if (state === 'locked') return refuse('already_joined')
  const slot = (await vault.slots.get('passphrase')) as PassphraseSlot | undefined
  if (state === 'joining' && slot !== undefined) {
    const rawKey = await openPassphraseSlot(slot, passphrase)
    const row = await vault.keyring.get('keyring')
    const opened = rawKey && row && (await openAtRest(await importVaultKey(rawKey), 'keyring', row.sealed))
    const keyring = Keyring.safeParse(opened)
    if (rawKey && keyring.success) return accept({ rawKey, keyring: keyring.data })
  }
  // Parcels of a vault that was lost can still be carried; a new one begins when they are with the team.
  if ((await letterbox.parcels.where('state').notEqual('received').count()) > 0) return refuse('still_waiting')
  const rawKey = platform.random(VAULT_KEY_BYTES)
  const [signing, inbox] = await Promise.all([createSigningKeys(), createSealingKeys()])
  const keyring: Keyring = {
    device: createDeviceId(platform.random(12)),
    token: bytesToBase64Url(platform.random(32)),
    signing,
    inbox
  }
  const [passphraseSlot, sealed] = await Promise.all([
    makePassphraseSlot(rawKey, passphrase, platform.random),
    sealAtRest(await importVaultKey(rawKey), 'keyring', keyring)
  ])
  await letterbox.transaction('rw', letterbox.tables, async () => {
    await Promise.all(letterbox.tables.map((table) => table.clear()))
    await letterbox.state.put({ ...EMPTY_STATE, key: 'state' })
  })
  await vault.transaction('rw', vault.tables, async () => {
    await Promise.all(vault.tables.map((table) => table.clear()))
    await vault.keyring.put({ id: 'keyring', sealed })
    await vault.slots.put(passphraseSlot)
  })
  return accept({ rawKey, keyring })
}
