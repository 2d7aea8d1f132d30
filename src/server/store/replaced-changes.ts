// What a change replaces and what that had replaced, for whoever judges by it: from before, or from the same parcel. What is in
// the store counts before what comes under the same name. Only of the same records: those who write in one read it, whichever
// organisation wrote there before.
import type { FindChange } from '#protocol/access.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { type Dot, dotToParts } from '#protocol/ids.ts'
import type { Query } from '#server/store/database.ts'

/** `beside`: all of the parcel. */
export const findReplaced = async (
  query: Query,
  { of, beside }: { of: readonly Change[]; beside: readonly Change[] }
): Promise<FindChange> => {
  const records = new Set(of.map(({ record }) => record))
  const known = new Map(beside.map((change) => [nameOf(change), change]))
  const read = async (names: readonly Dot[]): Promise<Change[]> => {
    for (const change of await readChanges(query, names)) {
      if (records.has(change.record)) known.set(nameOf(change), change)
    }
    return names.flatMap((name) => known.get(name) ?? [])
  }
  const replaced = await read(namesIn(of))
  await read(namesIn(replaced))
  return (name) => known.get(name)
}

const namesIn = (changes: readonly Change[]): Dot[] => [...new Set(changes.flatMap(({ over }) => over))]

const CHANGES_AT_ONCE = 100

const readChanges = async (query: Query, names: readonly Dot[]): Promise<Change[]> => {
  const found: Change[] = []
  for (let at = 0; at < names.length; at += CHANGES_AT_ONCE) {
    const some = names.slice(at, at + CHANGES_AT_ONCE).map(dotToParts)
    const rows = await query(
      `select content from change where ${some.map(() => '(device = ? and counter = ?)').join(' or ')}`,
      some.flatMap(({ author, counter }) => [author, counter])
    )
    found.push(...rows.map((row) => JSON.parse(String(row['content'])) as Change))
  }
  return found
}
