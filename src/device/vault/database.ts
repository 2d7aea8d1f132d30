// What this phone keeps for itself: the vault's slots in the open (they are ciphertext), everything else sealed.
import type { Dexie, Table } from 'dexie'
import type { Slot } from '#device/vault/slots.ts'
import { createVersionedDatabase, type SchemaVersion } from '#device/versioned-database.ts'
import type { Bytes } from '#protocol/bytes.ts'

/** Wrong passphrases so far and until when (milliseconds since 1970 UTC) the next one waits. */
export type Brake = { failed: number; until: number }

/** About a hundred changes sealed together. */
export type SealedBlock = { block?: number; sealed: Bytes }
export type SealedNote = { name: string; sealed: Bytes }

export type VaultDatabase = Dexie & {
  slots: Table<Slot, string>
  /** The phone's private keys and who it is, sealed. */
  keyring: Table<{ id: 'keyring'; sealed: Bytes }, string>
  blocks: Table<SealedBlock, number>
  /** Forms begun and not saved, the last team news, what the phone remembers between unlocks: sealed, by name. */
  notes: Table<SealedNote, string>
  brake: Table<{ id: 'brake' } & Brake, string>
}

export const VAULT_VERSIONS: readonly SchemaVersion[] = [
  { version: 1, stores: { slots: 'kind', keyring: 'id', blocks: '++block', notes: 'name', brake: 'id' } }
]

export const openVaultDatabase = (name = 'susret-vault', versions = VAULT_VERSIONS): VaultDatabase =>
  createVersionedDatabase(name, versions, { chromeTransactionDurability: 'strict' }) as VaultDatabase
