// The directory, the forms and corrected words as this phone has them, and what a translator corrected here. Public facts:
// kept in the open, readable while locked.
import type { Dexie, Table } from 'dexie'
import { createVersionedDatabase, type SchemaVersion } from '#device/versioned-database.ts'
import type { Correction } from '#domain/corrections.ts'
import type { EntryEdit } from '#domain/directory/entry-edit.ts'
import { LibraryItem, type LibraryPage } from '#protocol/library.ts'

export type LibraryDatabase = Dexie & {
  items: Table<LibraryItem, string>
  state: Table<CursorRow | CorrectionRow, string>
}

type CursorRow = { key: 'cursor'; epoch: string; cursor: string }

/** What a phone says to the library: a corrected text, a recording, an entry of the directory. */
export type LibraryEdit = Correction | EntryEdit

/** Made on this phone. `waiting`: the team does not have it yet. */
export type CorrectionRow =
  | {
      key: `own ${string}`
      correction: LibraryEdit
      standing: 'waiting' | 'twin' | 'refused'
    }
  | {
      key: `own ${string}`
      standing: 'taken'
      /** `at` of the correction, and when the team took it. */
      at: number
      takenAt: number
    }

const OWN = 'own '
export const keyOfOwn = (id: string) => `${OWN}${id}` as const
export const idOf = ({ key }: CorrectionRow): string => key.slice(OWN.length)

/** What was corrected on this phone. */
export const readOwn = async (library: LibraryDatabase): Promise<CorrectionRow[]> =>
  (await library.state.where('key').startsWith(OWN).toArray()) as CorrectionRow[]

export const LIBRARY_VERSIONS: readonly SchemaVersion[] = [{ version: 1, stores: { items: 'id, kind', state: 'key' } }]

export const openLibrary = (name = 'susret-library', versions = LIBRARY_VERSIONS): LibraryDatabase =>
  // A correction made here is saved only when it is on the disk.
  createVersionedDatabase(name, versions, { chromeTransactionDurability: 'strict' }) as LibraryDatabase

export const readLibraryCursor = async (database: LibraryDatabase): Promise<string> =>
  (await findCursor(database))?.cursor ?? ''

const findCursor = async (database: LibraryDatabase): Promise<CursorRow | undefined> =>
  (await database.state.get('cursor')) as CursorRow | undefined

/** Another epoch starts from nothing; an item of a later version that cannot be read here is skipped. */
export const storeLibraryPage = (database: LibraryDatabase, page: LibraryPage): Promise<'stored' | 'begin_again'> =>
  database.transaction('rw', database.items, database.state, async () => {
    const known = await findCursor(database)
    const items = page.items.flatMap((candidate) => {
      const item = LibraryItem.safeParse(candidate)
      return item.success ? [item.data] : []
    })
    if (known !== undefined && known.epoch !== page.epoch) {
      await database.state.put({ key: 'cursor', epoch: page.epoch, cursor: '' })
      await offerAgain(database)
      return 'begin_again'
    }
    // From the beginning: what the server no longer knows of must not stay.
    if ((known?.cursor ?? '') === '') await database.items.clear()
    await database.items.bulkPut(items)
    await database.items.bulkDelete(page.gone)
    await database.state.put({ key: 'cursor', epoch: page.epoch, cursor: page.cursor })
    return 'stored'
  })

/** A restored server may have forgotten what it took from here. */
const offerAgain = async (database: LibraryDatabase): Promise<void> => {
  for (const row of await readOwn(database)) {
    const item = row.standing === 'taken' ? await database.items.get(idOf(row)) : undefined
    if (item !== undefined && isEdit(item) && row.standing === 'taken' && item.at === row.at)
      await database.state.put({ key: row.key, correction: item, standing: 'waiting' })
  }
}

/** Said by somebody of the team, and no part of a release. */
const isEdit = (item: LibraryItem): item is LibraryItem & LibraryEdit => 'at' in item && item.at !== undefined
