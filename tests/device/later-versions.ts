// Storage versions that were never released: what a later app might add. Every row of the letterbox, every block of the
// vault and every testimony gets a field, so that half an upgrade would show.
import type { Transaction } from 'dexie'
import { LETTERBOX_VERSIONS } from '#device/letterbox/database.ts'
import { TESTIMONY_VERSIONS } from '#device/testimonies/database.ts'
import { VAULT_VERSIONS } from '#device/vault/database.ts'
import type { SchemaVersion } from '#device/versioned-database.ts'

/** After each row of the upgrade; may end it. */
type AfterRow = (transaction: Transaction) => void

const stamp =
  (names: readonly string[], afterRow: AfterRow) =>
  async (transaction: Transaction): Promise<void> => {
    for (const name of names) {
      await transaction
        .table(name)
        .toCollection()
        .modify((row: { stamped?: true }) => {
          row.stamped = true
          afterRow(transaction)
        })
    }
  }

export const laterLetterbox = (afterRow: AfterRow = () => {}): readonly SchemaVersion[] => [
  ...LETTERBOX_VERSIONS,
  {
    version: LETTERBOX_VERSIONS.length + 1,
    stores: { marks: 'id' },
    upgrade: stamp(['rows', 'parcels', 'contents', 'deliveries'], afterRow)
  }
]

export const laterVault = (afterRow: AfterRow = () => {}): readonly SchemaVersion[] => [
  ...VAULT_VERSIONS,
  { version: 2, stores: { marks: 'id' }, upgrade: stamp(['blocks', 'notes'], afterRow) }
]

export const laterTestimonies = (afterRow: AfterRow = () => {}): readonly SchemaVersion[] => [
  ...TESTIMONY_VERSIONS,
  { version: 2, stores: { marks: 'id' }, upgrade: stamp(['leaving', 'come'], afterRow) }
]
