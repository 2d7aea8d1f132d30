// A team that has taken a phone off orders it to forget. What is deleted may linger in a browser's files, so the keys go
// first: without them the rest is noise. What says that it is done goes last: a kill on the way, and the order is obeyed
// again when it comes again. Whoever is folding what it has opened comes to an end first, so that nothing is put back.
import type { Dexie, Table } from 'dexie'
import { type LetterboxDatabase, wipeLetterbox } from '#device/letterbox/database.ts'
import type { Lifeboat } from '#device/letterbox/lifeboat.ts'
import { askAgain, isPhoneFull } from '#device/letterbox/strict-write.ts'
import type { LibraryDatabase } from '#device/library/database.ts'
import type { Platform } from '#device/platform.ts'
import type { TestimonyDatabase } from '#device/testimonies/database.ts'
import type { VaultDatabase } from '#device/vault/database.ts'

type Wiped = {
  vault: VaultDatabase
  letterbox: LetterboxDatabase
  library: LibraryDatabase
  testimonies: TestimonyDatabase
  lifeboat?: Lifeboat
  platform: Pick<Platform, 'alone'>
}

export const createWipe =
  ({ vault, letterbox, library, testimonies, lifeboat, platform }: Wiped) =>
  async (): Promise<void> => {
    await Promise.all([vault.slots.clear(), vault.keyring.clear()])
    await platform.alone('shelf', async () => {
      await Promise.all([vault.blocks.clear(), vault.notes.clear(), vault.brake.clear()])
      await forget(testimonies, [testimonies.leaving, testimonies.come])
      await forget(library, [library.items, library.state])
      await lifeboat?.empty()
      await letterbox.transaction('rw', letterbox.tables, () => wipeLetterbox(letterbox))
    })
  }

/**
 * Nobody here can read testimonies without the keys, and the library is public: a phone too full to open where they lie forgets
 * all else, and these later.
 */
const forget = async (database: Dexie, tables: readonly Table[]): Promise<void> => {
  try {
    await askAgain(database, () => Promise.all(tables.map((table) => table.clear())))
  } catch (error) {
    if (!isPhoneFull(error)) throw error
  }
}
