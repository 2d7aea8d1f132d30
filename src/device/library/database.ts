// The directory, the forms and corrected words as this phone has them, and what a translator corrected here. Public facts:
// kept in the open, readable while locked.
import type { Dexie, Table } from 'dexie'
import type { Credentials } from '#device/letterbox/database.ts'
import { atOf, type CorrectionRow, idOf, keyOfOwn, layOver, type LibraryEdit, OWN } from '#device/library/own-rows.ts'
import { createVersionedDatabase, type SchemaVersion } from '#device/versioned-database.ts'
import { LibraryItem, type LibraryPage } from '#protocol/library.ts'

export type LibraryDatabase = Dexie & {
  items: Table<LibraryItem, string>
  state: Table<CursorRow | TeamRow | CorrectionRow, string>
}

/** `isAnew`: read from the beginning since a restore, and not yet to the end. */
type CursorRow = { key: 'cursor'; epoch: string; cursor: string; isAnew?: true }

/** Whose all this is. Libraries of before do not say. */
type TeamRow = { key: 'team' } & Ours

/** This phone under its credentials of now. */
type Ours = Pick<Credentials, 'device' | 'team'>

/** What was corrected on this phone. */
export const readOwn = async (library: LibraryDatabase): Promise<CorrectionRow[]> =>
  (await library.state.where('key').startsWith(OWN).toArray()) as CorrectionRow[]

export const findOwn = async (library: LibraryDatabase, id: string): Promise<CorrectionRow | undefined> =>
  (await library.state.get(keyOfOwn(id))) as CorrectionRow | undefined

export const LIBRARY_VERSIONS: readonly SchemaVersion[] = [{ version: 1, stores: { items: 'id, kind', state: 'key' } }]

export const openLibrary = (name = 'susret-library', versions = LIBRARY_VERSIONS): LibraryDatabase =>
  // A correction made here is saved only when it is on the disk.
  createVersionedDatabase(name, versions, { chromeTransactionDurability: 'strict' }) as LibraryDatabase

/** What is here of another team is forgotten: its numbers are not ours, and what was corrected for it is not said to us. */
export const keepOnlyOurs = async (database: LibraryDatabase, ours: Ours): Promise<void> => {
  const { device, team } = ours
  const known = await findTeam(database)
  if (known?.device === device && known.team === team) return
  await database.transaction('rw', database.items, database.state, async () => {
    if (!(await isOurs(database, ours))) await Promise.all([database.items.clear(), database.state.clear()])
    await database.state.put({ key: 'team', device, ...(team !== undefined && { team }) })
  })
}

/**
 * A phone that has lost its keys and joined again is another one of the same team. What does not say whose it is was kept
 * before any phone wrote that down: by us, unless we joined since.
 */
const isOurs = async (database: LibraryDatabase, { device, team }: Ours): Promise<boolean> => {
  const row = await findTeam(database)
  if (row === undefined) return team === undefined
  return row.device === device || (team !== undefined && row.team === team)
}

const findTeam = async (database: LibraryDatabase): Promise<TeamRow | undefined> =>
  (await database.state.get('team')) as TeamRow | undefined

export const readLibraryCursor = async (database: LibraryDatabase, ours: Ours): Promise<string> => {
  await keepOnlyOurs(database, ours)
  return (await findCursor(database))?.cursor ?? ''
}

/** Until a restored library has been read to its end, nobody knows over what a correction is. */
export const isReadAnew = async (database: LibraryDatabase): Promise<boolean> =>
  (await findCursor(database))?.isAnew === true

const findCursor = async (database: LibraryDatabase): Promise<CursorRow | undefined> =>
  (await database.state.get('cursor')) as CursorRow | undefined

/** Another epoch starts from nothing; an item of a later version that cannot be read here is skipped. */
export const storeLibraryPage = (
  database: LibraryDatabase,
  page: LibraryPage,
  ours: Ours
): Promise<'stored' | 'begin_again'> =>
  database.transaction('rw', database.items, database.state, async () => {
    if (!(await isOurs(database, ours))) return 'begin_again'
    const known = await findCursor(database)
    const items = page.items.flatMap((candidate) => {
      const item = LibraryItem.safeParse(candidate)
      return item.success ? [item.data] : []
    })
    if (known !== undefined && known.epoch !== page.epoch) {
      await database.state.put({ key: 'cursor', epoch: page.epoch, cursor: '', isAnew: true })
      await offerAgain(database)
      return 'begin_again'
    }
    // From the beginning: what the server no longer knows of must not stay.
    if ((known?.cursor ?? '') === '') await database.items.clear()
    await database.items.bulkPut(items)
    await database.items.bulkDelete(page.gone)
    const isAnew = known?.isAnew === true
    const { epoch, cursor, more } = page
    await database.state.put({ key: 'cursor', epoch, cursor, ...(isAnew && more && { isAnew }) })
    if (!more) await layOwnOver(database, isAnew)
    return 'stored'
  })

/** A restored server may have forgotten what it took from here. */
const offerAgain = async (database: LibraryDatabase): Promise<void> => {
  for (const row of await readOwn(database)) {
    if (row.standing !== 'taken') continue
    const item = await database.items.get(idOf(row))
    const correction = item === undefined ? row.takenBack : isEdit(item) && item.at === row.at ? item : undefined
    if (correction !== undefined) await database.state.put({ key: row.key, correction, standing: 'waiting' })
  }
}

const layOwnOver = async (database: LibraryDatabase, isAnew: boolean): Promise<void> => {
  for (const row of await readOwn(database)) {
    if (row.standing === 'taken') continue
    const laid = layOver(row, { there: atOf(await database.items.get(idOf(row))), isAnew })
    if (laid !== row) await database.state.put(laid)
  }
}

/** Said by somebody of the team, and no part of a release. */
const isEdit = (item: LibraryItem): item is LibraryItem & LibraryEdit => 'at' in item && item.at !== undefined
