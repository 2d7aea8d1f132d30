// The library as screens use it: the directory, the form in use and corrected words, in memory, renewed when pages come.
import { liveQuery, type Observable } from 'dexie'
import { type LibraryDatabase, readOwn } from '#device/library/database.ts'
import { type CorrectionRow, idOf } from '#device/library/own-rows.ts'
import type { DirectoryEntry } from '#domain/directory/directory.ts'
import type { Form } from '#domain/form/form.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import type { Wording } from '#domain/wording.ts'
import type { PartnerItem } from '#protocol/library.ts'

export type LibraryView = {
  readonly entries: readonly DirectoryEntry[]
  /** Providers that read here what is referred to them. */
  readonly partners: readonly PartnerItem[]
  /** The newest version of the arrival form; the built-in one until the organisation's has come. */
  readonly arrivalForm: Form
  /** Every version this phone holds, for records made with an older one. */
  readonly forms: readonly Form[]
  /** Corrected texts, those that wait on this phone among them. */
  readonly wordings: readonly Wording[]
  /** As the team has them. */
  readonly teamWordings: readonly Wording[]
  /** Ids of the phrases that can be played. */
  readonly recordings: ReadonlySet<string>
  /** What was corrected or written on this phone, by id of the wording, the recording or the entry. */
  readonly own: ReadonlyMap<string, CorrectionRow>
}

export const EMPTY_LIBRARY: LibraryView = {
  entries: [],
  partners: [],
  arrivalForm: NEW_ARRIVAL,
  forms: [NEW_ARRIVAL],
  wordings: [],
  teamWordings: [],
  recordings: new Set(),
  own: new Map()
}

export const watchLibrary = (database: LibraryDatabase): Observable<LibraryView> =>
  liveQuery(async () => {
    // Sounds are long and stay on the disk until they are played.
    const items = await database.items.where('kind').notEqual('recording').toArray()
    const recorded = await database.items.where('kind').equals('recording').primaryKeys()
    const own = new Map((await readOwn(database)).map((row) => [idOf(row), row]))
    const teamWordings = items.flatMap((item) => (item.kind === 'wording' ? [item] : []))
    const forms = items.flatMap((item) => (item.kind === 'form' ? [item.form] : []))
    const arrivals = forms.filter(({ id }) => id === NEW_ARRIVAL.id).sort((a, b) => b.version - a.version)
    return {
      partners: items.flatMap((item) => (item.kind === 'partner' ? [item] : [])),
      entries: entriesWithOwn(
        items.flatMap((item) => (isOfDirectory(item) ? [item] : [])),
        own
      ),
      arrivalForm: arrivals[0] ?? NEW_ARRIVAL,
      forms: [...forms, NEW_ARRIVAL],
      own,
      teamWordings,
      ...withOwn(teamWordings, recorded, own)
    }
  })

const isOfDirectory = (item: { kind: string }): item is DirectoryEntry =>
  ['provider', 'place', 'service'].includes(item.kind)

/** What a lead wrote here stands here at once, a new entry after all others. */
const entriesWithOwn = (
  entries: readonly DirectoryEntry[],
  own: ReadonlyMap<string, CorrectionRow>
): readonly DirectoryEntry[] => {
  const written = [...own.values()].flatMap((row) =>
    'correction' in row && isOfDirectory(row.correction) ? [row.correction] : []
  )
  if (written.length === 0) return entries
  const byId = new Map<string, DirectoryEntry>(entries.map((entry) => [entry.id, entry]))
  for (const entry of written) byId.set(entry.id, entry)
  return [...byId.values()]
}

/** What is corrected here stands here at once, whatever the team has. */
const withOwn = (
  wordings: readonly Wording[],
  recorded: readonly string[],
  own: ReadonlyMap<string, CorrectionRow>
): Pick<LibraryView, 'wordings' | 'recordings'> => {
  const waiting = [...own].flatMap(([id, row]) => ('correction' in row ? [{ id, correction: row.correction }] : []))
  const ids = new Set(waiting.map(({ id }) => id))
  const mine = waiting.map(({ correction }) => correction)
  return {
    wordings: [
      ...wordings.filter(({ id }) => !ids.has(id)),
      ...mine.flatMap((one) => (one.kind === 'wording' ? [one] : []))
    ],
    recordings: new Set([
      ...recorded.filter((id) => !ids.has(id)),
      ...mine.flatMap((one) => (one.kind === 'recording' ? [one.id] : []))
    ])
  }
}
