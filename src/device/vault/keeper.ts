// The keeper holds the vault key and is the only one who does: it makes the phone's keys, opens and locks the vault,
// saves, and turns deliveries into records. In the app it lives in a worker of its own; to lock is to end that worker.
import { EMPTY_STATE, type LetterboxDatabase, readState } from '#device/letterbox/database.ts'
import { createOutbox, type Entry, keepOrSayFull, type Outbox, type SaveRefusal } from '#device/letterbox/outbox.ts'
import type { Lifeboat } from '#device/letterbox/lifeboat.ts'
import { askAgain } from '#device/letterbox/strict-write.ts'
import type { Platform } from '#device/platform.ts'
import type { StoredChange } from '#device/stored-change.ts'
import { openBrake, pressBrake, releaseBrake } from '#device/vault/brake.ts'
import { begin, type JoinKeys } from '#device/vault/begin.ts'
import { importVaultKey, openAtRest, sealAtRest, type VaultKey } from '#device/vault/cipher.ts'
import type { SealedNote, VaultDatabase } from '#device/vault/database.ts'
import { askToJoin, type Joined, type JoinRefusal } from '#device/vault/join.ts'
import { type JoinedKeyring, Keyring, type Membership } from '#device/vault/keyring.ts'
import { createShelf, type Shelf, type Unpacked } from '#device/vault/shelf.ts'
import {
  makePassphraseSlot,
  makeRecoverySlot,
  openPassphraseSlot,
  openRecoverySlot,
  type PassphraseSlot,
  type RecoverySlot,
  type Stretch,
  stretchWithArgon2
} from '#device/vault/slots.ts'
import { ensureOpen } from '#device/versioned-database.ts'
import type { Card } from '#domain/card.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import type { Testimony } from '#domain/testimony.ts'
import type { Bytes } from '#protocol/bytes.ts'
import { writeCard } from '#protocol/card.ts'
import type { InviteLink } from '#protocol/endpoints/join.ts'
import { importSigner, type PublicKey } from '#protocol/keys.ts'
import { openSealed, type Sealed, type SealedFor, sealTo } from '#protocol/sealed.ts'
import { openTestimony, type SealedTestimony, sealTestimony } from '#protocol/testimony.ts'

/** Who this phone is, once unlocked. */
export type Identity = Membership & {
  readonly device: string
  /** What the server signs with: checks the cards of others. */
  readonly serverKey?: PublicKey
}

/** `waitMs`: how long until another passphrase is looked at. */
export type UnlockRefusal =
  { why: 'wrong_passphrase' | 'wait'; waitMs: number } | { why: 'wrong_recovery_key' | 'damaged' | 'too_little_memory' }

export type Keeper = {
  readonly joinWith: (invite: InviteLink, passphrase: string, keys?: JoinKeys) => Promise<Result<Identity, JoinRefusal>>
  /** For an open phone that its team's server, restored from an older backup, does not know: as itself, with its keys. */
  readonly joinAgain: (invite: InviteLink) => Promise<Result<Identity, JoinRefusal>>
  readonly unlock: (passphrase: string) => Promise<Result<Identity, UnlockRefusal>>
  readonly recover: (recoveryKey: string, newPassphrase: string) => Promise<Result<Identity, UnlockRefusal>>
  /** Everything this phone holds, deliveries included. Once after unlocking. */
  readonly unpack: () => Promise<Unpacked>
  /** What has come since, and what another tab has saved. */
  readonly unpackNew: () => Promise<Unpacked>
  readonly save: (entries: readonly Entry[]) => Promise<Result<StoredChange[], SaveRefusal>>
  readonly keepNote: (name: string, value: unknown) => Promise<Result<undefined, SaveRefusal>>
  readonly readNote: (name: string) => Promise<unknown>
  /** Every note whose name begins so, by the rest of its name. */
  readonly readNotes: (beginsWith: string) => Promise<ReadonlyMap<string, unknown>>
  readonly dropNote: (name: string) => Promise<Result<undefined, SaveRefusal>>
  /** The text of a card's QR code. Undefined on a phone that joined before its server vouched for keys. */
  readonly signCard: (card: Card) => Promise<string | undefined>
  /** For one organisation alone, inside a change of this phone. */
  readonly sealTo: (receiver: SealedFor, content: unknown) => Promise<Sealed>
  /** Undefined when it is not for this phone. */
  readonly openSealed: (sealed: Sealed, author: string) => Promise<unknown>
  /** For one organisation alone: this phone cannot open it again, and nothing in it says which phone it was. */
  readonly sealTestimony: (receiver: SealedFor, testimony: Testimony) => Promise<SealedTestimony>
  /** Undefined when it is not for this phone. */
  readonly openTestimony: (sealed: SealedTestimony) => Promise<unknown>
}

export type KeeperParts = {
  letterbox: LetterboxDatabase
  vault: VaultDatabase
  platform: Platform
  lifeboat?: Lifeboat
  stretch?: Stretch
  /** Runs what can wait until an answer is on its way. */
  afterwards?: (work: () => void) => void
}

type Opened = { rawKey: Bytes; vaultKey: VaultKey; keyring: JoinedKeyring; outbox: Outbox; shelf: Shelf }

export const createKeeper = (parts: KeeperParts): Keeper => {
  const { letterbox, vault, platform, lifeboat, stretch = stretchWithArgon2, afterwards } = parts
  let opened: Opened | undefined

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
    await lifeboat?.catchUp(letterbox)
    opened = {
      rawKey,
      vaultKey,
      keyring: joined,
      outbox: await createOutbox({ letterbox, platform, vaultKey, keyring: joined, lifeboat, afterwards }),
      shelf: await createShelf({ letterbox, vault, platform, vaultKey, keyring: joined, afterwards })
    }
    void lifeboat?.tidy(letterbox)
    const { credentials } = await readState(letterbox)
    return accept({
      ...joined.membership,
      device: joined.device,
      ...(credentials && { serverKey: credentials.serverKey })
    })
  }

  /** A phone that was ordered to forget has lost its keyring first: what a screen still open would keep is not put back. */
  const putNote = (note: SealedNote): Promise<undefined> =>
    vault.transaction('rw', vault.keyring, vault.notes, async () => {
      if ((await vault.keyring.count()) > 0) await vault.notes.put(note)
      return undefined
    })

  /** The team knows this phone: what it said is written down, and the vault opened. */
  const settleIn = async (
    { rawKey, keyring }: { rawKey: Bytes; keyring: Keyring },
    { membership, recoveryKey, credentials, epoch }: Joined
  ): Promise<Result<Identity, 'damaged'>> => {
    const sealed = await sealAtRest(await importVaultKey(rawKey), 'keyring', { ...keyring, membership })
    const recovery = await makeRecoverySlot(rawKey, recoveryKey)
    // An epoch known before stays: the first receipt of another one makes the phone offer again what the team lacks.
    await letterbox.state.put({ ...EMPTY_STATE, epoch, ...(await readState(letterbox)), credentials, key: 'state' })
    await vault.transaction('rw', vault.keyring, vault.slots, async () => {
      await vault.keyring.put({ id: 'keyring', sealed })
      await vault.slots.put(recovery)
    })
    const entered = await enter(rawKey)
    return entered.ok ? entered : refuse('damaged')
  }

  return {
    joinWith: async (invite, passphrase, keys = 'as_begun') => {
      const begun = await begin({ vault, letterbox, platform, lifeboat, stretch }, passphrase, keys)
      if (!begun.ok) return begun
      const answer = await askToJoin(platform, invite, begun.value.keyring)
      return answer.ok ? settleIn(begun.value, answer.value) : answer
    },

    joinAgain: async (invite) => {
      const { keyring, rawKey } = inside()
      const { credentials } = await readState(letterbox)
      const answer = await askToJoin(platform, invite, keyring)
      if (!answer.ok) return answer
      const { membership, credentials: anew } = answer.value
      const isOurTeam = membership.organisation.id === keyring.membership.organisation.id
      if (!isOurTeam || anew.serverKey !== credentials?.serverKey) return refuse('other_server')
      // As they were: whose the library is, is told by them.
      return settleIn({ keyring, rawKey }, { ...answer.value, credentials })
    },

    unlock: async (passphrase) => {
      const waitMs = await openBrake(vault, platform.now())
      if (waitMs > 0) return refuse({ why: 'wait', waitMs })
      const slot = (await vault.slots.get('passphrase')) as PassphraseSlot | undefined
      const rawKey = slot && (await openPassphraseSlot(slot, passphrase, stretch))
      if (rawKey?.ok) {
        await releaseBrake(vault)
        return enter(rawKey.value)
      }
      if (rawKey?.refusal === 'too_little_memory') return refuse({ why: 'too_little_memory' })
      return refuse({ why: 'wrong_passphrase', waitMs: await pressBrake(vault, platform.now()) })
    },

    recover: async (recoveryKey, newPassphrase) => {
      const slot = (await vault.slots.get('recovery')) as RecoverySlot | undefined
      const rawKey = slot && (await openRecoverySlot(slot, recoveryKey))
      if (rawKey === undefined) return refuse({ why: 'wrong_recovery_key' })
      const passphraseSlot = await makePassphraseSlot(rawKey, newPassphrase, { random: platform.random, stretch })
      if (!passphraseSlot.ok) return refuse({ why: passphraseSlot.refusal })
      await vault.slots.put(passphraseSlot.value)
      await releaseBrake(vault)
      return enter(rawKey)
    },

    unpack: async () => {
      await ensureOpen(letterbox, vault)
      return inside().shelf.unpack()
    },
    unpackNew: async () => {
      await ensureOpen(letterbox, vault)
      return askAgain(letterbox, () => inside().shelf.unpackNew())
    },
    save: (entries) => inside().outbox.save(entries),

    keepNote: async (name, value) => {
      const sealed = await sealAtRest(inside().vaultKey, `note ${name}`, value)
      return keepOrSayFull(() => askAgain(vault, () => putNote({ name, sealed })))
    },
    readNote: async (name) => {
      const note = await askAgain(vault, () => vault.notes.get(name))
      return note && openAtRest(inside().vaultKey, `note ${name}`, note.sealed)
    },
    readNotes: async (beginsWith) => {
      const notes = await askAgain(vault, () => vault.notes.where('name').startsWith(beginsWith).toArray())
      const { vaultKey } = inside()
      return new Map(
        await Promise.all(
          notes.map(
            async ({ name, sealed }) =>
              [name.slice(beginsWith.length), await openAtRest(vaultKey, `note ${name}`, sealed)] as const
          )
        )
      )
    },
    dropNote: (name) => keepOrSayFull(() => askAgain(vault, () => vault.notes.delete(name).then(() => undefined))),

    signCard: async (card) => {
      const { device, signing, membership } = inside().keyring
      const { certificate } = membership
      if (certificate === undefined) return undefined
      const signer = await importSigner(signing.privateKey)
      return writeCard(card, { device, verifyingKey: signing.publicKey, certificate, signer })
    },

    sealTo: (receiver, content) =>
      sealTo(receiver, content, { author: inside().keyring.device, random: platform.random }),
    openSealed: (sealed, author) => openSealed(sealed, inside().keyring.inbox, author),
    sealTestimony: (receiver, testimony) => sealTestimony(receiver, testimony, platform.random),
    openTestimony: (sealed) => openTestimony(sealed, inside().keyring.inbox)
  }
}
