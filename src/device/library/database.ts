// The directory and the forms as this phone has them. Public facts: kept in the open, readable while locked.
import type { Dexie, Table } from 'dexie'
import { createVersionedDatabase, type SchemaVersion } from '#device/versioned-database.ts'
import { LibraryItem, type LibraryPage } from '#protocol/library.ts'

export type LibraryDatabase = Dexie & {
  items: Table<LibraryItem, string>
  state: Table<{ key: 'cursor'; epoch: string; cursor: string }, string>
}

export const LIBRARY_VERSIONS: readonly SchemaVersion[] = [{ version: 1, stores: { items: 'id, kind', state: 'key' } }]

export const openLibrary = (name = 'susret-library', versions = LIBRARY_VERSIONS): LibraryDatabase =>
  createVersionedDatabase(name, versions) as LibraryDatabase

export const readLibraryCursor = async (database: LibraryDatabase): Promise<string> =>
  (await database.state.get('cursor'))?.cursor ?? ''

/** Another epoch starts from nothing; an item of a later version that cannot be read here is skipped. */
export const storeLibraryPage = (database: LibraryDatabase, page: LibraryPage): Promise<'stored' | 'begin_again'> =>
  database.transaction('rw', database.items, database.state, async () => {
    const known = await database.state.get('cursor')
    const items = page.items.flatMap((candidate) => {
      const item = LibraryItem.safeParse(candidate)
      return item.success ? [item.data] : []
    })
    if (known !== undefined && known.epoch !== page.epoch) {
      await database.state.put({ key: 'cursor', epoch: page.epoch, cursor: '' })
      return 'begin_again'
    }
    // From the beginning: what the server no longer knows of must not stay.
    if ((known?.cursor ?? '') === '') await database.items.clear()
    await database.items.bulkPut(items)
    await database.items.bulkDelete(page.gone)
    await database.state.put({ key: 'cursor', epoch: page.epoch, cursor: page.cursor })
    return 'stored'
  })
