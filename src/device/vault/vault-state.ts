// What state the vault is in, told without a key: so the page can show the right door before the vault's thread is up.
import type { Table } from 'dexie'
import { type LetterboxDatabase, readState } from '#device/letterbox/database.ts'
import { askAgain } from '#device/letterbox/strict-write.ts'
import type { VaultDatabase } from '#device/vault/database.ts'

/**
 * `new`: no vault here. `joining`: keys are made, the team has not answered yet. `wiped`: the team took this phone off.
 * `lost`: something that was here is missing, so that what is left cannot be opened or went on with.
 */
export type VaultState = 'new' | 'joining' | 'locked' | 'wiped' | 'lost'

type Parts = {
  letterbox: LetterboxDatabase
  vault: VaultDatabase
  /** Told outside the databases. */ hasJoined?: boolean
}

/** Read again where the browser cuts it off: that is no incident. */
export const readVaultState = (parts: Parts): Promise<VaultState> =>
  askAgain(parts.letterbox, () => askAgain(parts.vault, () => readOnce(parts)))

const readOnce = async ({ letterbox, vault, hasJoined = false }: Parts): Promise<VaultState> => {
  const [{ revoked, credentials }, slots, keyrings] = await Promise.all([
    readState(letterbox),
    vault.slots.toCollection().primaryKeys(),
    vault.keyring.count()
  ])
  if (revoked) return 'wiped'
  if (slots.length === 0 && keyrings === 0) {
    const isEmpty = credentials === undefined && !hasJoined && (await countRows(allOf(letterbox, vault))) === 0
    return isEmpty ? 'new' : 'lost'
  }
  if (slots.length === 0 || keyrings === 0) return 'lost'
  if (slots.includes('recovery')) return credentials === undefined ? 'lost' : 'locked'
  // Whoever never joined has saved nothing. A delivery may be here: the team has answered, and the phone was killed before
  // it had written that down.
  return (await countRows(savedIn(letterbox, vault))) === 0 ? 'joining' : 'locked'
}

/** Ciphertext that only the keys of a vault that was here can open. */
const savedIn = (letterbox: LetterboxDatabase, vault: VaultDatabase): readonly Table[] => [
  letterbox.rows,
  letterbox.parcels,
  vault.blocks,
  vault.notes
]

const allOf = (letterbox: LetterboxDatabase, vault: VaultDatabase): readonly Table[] => [
  ...savedIn(letterbox, vault),
  letterbox.deliveries
]

const countRows = async (tables: readonly Table[]): Promise<number> => {
  const counts = await Promise.all(tables.map((table) => table.count()))
  return counts.reduce((sum, count) => sum + count, 0)
}
