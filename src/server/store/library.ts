// The directory, the forms, what translators corrected and leads wrote, each item with the number of its newest version, so that a phone asks for what is newer.
import { Form } from '#domain/form/form.ts'
import type { Correction } from '#domain/corrections.ts'
import { DirectoryEntry } from '#domain/directory/directory.ts'
import type { EntryEdit } from '#domain/directory/entry-edit.ts'
import { Wording } from '#domain/wording.ts'
import type { LibraryItem } from '#protocol/library.ts'
import type { Query } from '#server/store/database.ts'
import { advanceLibrary, lockOrganisation } from '#server/store/organisations.ts'

export type LibraryChange = { readonly seq: number; readonly id: string; readonly item?: unknown }

/** `letters`: where a page ends early, because recorded phrases are long. */
export type LibraryLimits = { readonly items: number; readonly letters: number }

/** At least one, if there is one. */
export const libraryAfter = async (
  query: Query,
  organisation: string,
  { after, limits }: { after: number; limits: LibraryLimits }
): Promise<{ items: LibraryChange[]; more: boolean }> => {
  const rows = await query(
    `select id, seq, content, gone, there from (
       select id, seq, content, gone, count(*) over () as there,
         sum(length(content)) over (order by seq rows unbounded preceding) - length(content) as before
       from (select * from library where organisation = ? and seq > ? order by seq limit ?) as page
     ) as measured where before < ? order by seq`,
    [organisation, after, limits.items + 1, limits.letters]
  )
  const items = rows.slice(0, limits.items).map((row) => ({
    seq: Number(row['seq']),
    id: String(row['id']),
    ...(Number(row['gone']) === 0 && { item: JSON.parse(String(row['content'])) as unknown })
  }))
  return { items, more: Number(rows[0]?.['there'] ?? 0) > items.length }
}

/** Items that are already there word for word keep their number. Returns how many were new or changed. */
export const putLibrary = async (
  query: Query,
  organisation: string,
  items: readonly LibraryItem[]
): Promise<number> => {
  const { librarySeq } = await lockOrganisation(query, organisation)
  let seq = librarySeq
  for (const item of items) {
    const content = JSON.stringify(item)
    const [there] = await query(`select content, gone from library where organisation = ? and id = ?`, [
      organisation,
      item.id
    ])
    if (there?.['content'] === content && Number(there['gone']) === 0) continue
    seq += 1
    await query(
      `insert into library (organisation, id, kind, seq, content, gone) values (?, ?, ?, ?, ?, 0)
       on conflict (organisation, id)
       do update set kind = excluded.kind, seq = excluded.seq, content = excluded.content, gone = 0`,
      [organisation, item.id, item.kind, seq, content]
    )
  }
  if (seq > librarySeq) await advanceLibrary(query, organisation, seq)
  return seq - librarySeq
}

/** Ids of the entries that somebody of the team wrote: no release writes over them. */
export const listWrittenEntries = async (query: Query, organisation: string): Promise<Set<string>> => {
  await lockOrganisation(query, organisation)
  const rows = await query(
    `select id, content from library where organisation = ? and kind in ('provider', 'place', 'service') and gone = 0`,
    [organisation]
  )
  const isWritten = (content: unknown) => (JSON.parse(String(content)) as { at?: number }).at !== undefined
  return new Set(rows.filter((row) => isWritten(row['content'])).map((row) => String(row['id'])))
}

/** Directory entries that are not in `ids` are marked gone, so that phones drop them. */
export const keepOnlyEntries = async (
  query: Query,
  organisation: string,
  ids: ReadonlySet<string>
): Promise<number> => {
  const { librarySeq } = await lockOrganisation(query, organisation)
  const rows = await query(
    `select id from library where organisation = ? and gone = 0 and kind not in ('form', 'wording', 'recording', 'partner')`,
    [organisation]
  )
  let seq = librarySeq
  for (const id of rows.map((row) => String(row['id']))) {
    if (ids.has(id)) continue
    seq += 1
    await query(`update library set gone = 1, seq = ? where organisation = ? and id = ?`, [seq, organisation, id])
  }
  if (seq > librarySeq) await advanceLibrary(query, organisation, seq)
  return seq - librarySeq
}

/** False when another version came first, which the author of this one had not seen; then nothing is stored. */
export const putCorrection = async (
  query: Query,
  organisation: string,
  correction: Correction | EntryEdit
): Promise<boolean> => {
  const { librarySeq } = await lockOrganisation(query, organisation)
  const [there] = await query(`select content, gone from library where organisation = ? and id = ?`, [
    organisation,
    correction.id
  ])
  const standing =
    there && Number(there['gone']) === 0 ? (JSON.parse(String(there['content'])) as { at?: number }) : undefined
  const isTakenBack = correction.kind === 'taken_back'
  if (isTakenBack ? standing === undefined : standing?.at === correction.at) return true
  if (standing !== undefined && standing.at !== correction.over) return false
  const seq = librarySeq + 1
  if (isTakenBack) {
    await query(`update library set gone = 1, seq = ? where organisation = ? and id = ?`, [
      seq,
      organisation,
      correction.id
    ])
    await advanceLibrary(query, organisation, seq)
  } else await putLibrary(query, organisation, [correction])
  return true
}

/** Every corrected text that stands. */
export const listWordings = async (query: Query, organisation: string): Promise<Wording[]> => {
  const rows = await query(`select content from library where organisation = ? and kind = 'wording' and gone = 0`, [
    organisation
  ])
  return rows.map((row) => Wording.parse(JSON.parse(String(row['content']))))
}

/** Every entry of the directory that stands. */
export const listEntries = async (query: Query, organisation: string): Promise<DirectoryEntry[]> => {
  const rows = await query(
    `select content from library where organisation = ? and kind in ('provider', 'place', 'service') and gone = 0 order by seq`,
    [organisation]
  )
  return rows.map((row) => DirectoryEntry.parse(JSON.parse(String(row['content']))))
}

/** Every version there ever was, the newest of each form first. */
export const listForms = async (query: Query, organisation: string): Promise<Form[]> => {
  const rows = await query(`select content from library where organisation = ? and kind = 'form'`, [organisation])
  return rows
    .map((row) => Form.parse((JSON.parse(String(row['content'])) as { form: unknown }).form))
    .sort((a, b) => b.version - a.version)
}

/** Each version is an item of its own: records name the version they were made with. */
export const formToItem = (form: Form): LibraryItem => ({ kind: 'form', id: `${form.id}.${form.version}`, form })
