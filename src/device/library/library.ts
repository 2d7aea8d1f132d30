// The library as screens use it: the directory and the form in use, in memory, renewed when pages come.
import { liveQuery, type Observable } from 'dexie'
import type { LibraryDatabase } from '#device/library/database.ts'
import type { DirectoryEntry } from '#domain/directory/directory.ts'
import type { Form } from '#domain/form/form.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'

export type LibraryView = {
  readonly entries: readonly DirectoryEntry[]
  /** The newest version of the arrival form; the built-in one until the organisation's has come. */
  readonly arrivalForm: Form
  /** Every version this phone holds, for records made with an older one. */
  readonly forms: readonly Form[]
}

export const EMPTY_LIBRARY: LibraryView = { entries: [], arrivalForm: NEW_ARRIVAL, forms: [NEW_ARRIVAL] }

export const watchLibrary = (database: LibraryDatabase): Observable<LibraryView> =>
  liveQuery(async () => {
    const items = await database.items.toArray()
    const forms = items.flatMap((item) => (item.kind === 'form' ? [item.form] : []))
    const arrivals = forms.filter(({ id }) => id === NEW_ARRIVAL.id).sort((a, b) => b.version - a.version)
    return {
      entries: items.flatMap((item) => (item.kind === 'form' ? [] : [item])),
      arrivalForm: arrivals[0] ?? NEW_ARRIVAL,
      forms: [...forms, NEW_ARRIVAL]
    }
  })
