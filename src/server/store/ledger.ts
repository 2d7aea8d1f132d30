// The shared ledger: what a team gave for a card is told to every other team that takes part, in the order of that team's own
// changes. Neither who gave it nor which record says so is kept here.
import { dayAt } from '#domain/belgrade-time.ts'
import { entryToName, firstLedgerDay, type LedgerEntry, ledgerEntryOf, type LedgerLine } from '#domain/ledger.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { dotToParts } from '#protocol/ids.ts'
import type { ReadParcel } from '#server/parcels/read-parcel.ts'
import type { Query } from '#server/store/database.ts'
import { advanceChanges, listTakingPart, lockOrganisation } from '#server/store/organisations.ts'

/**
 * Whether taking these may write in the order of several teams, so that all are to be locked first. Not whether it does: who takes
 * part may be said anew until the locks are there.
 */
export const isForLedger = (parcels: readonly ReadParcel[]): boolean =>
  parcels.some(
    ({ content }) => 'rows' in content && content.rows.some(({ change }) => change !== undefined && isTold(change))
  )

/** Every organisation is locked when this is called. */
export const tellLedger = async (
  query: Query,
  organisation: string,
  { taken, now }: { taken: readonly Change[]; now: number }
): Promise<void> => {
  const told = taken.filter(isTold)
  if (told.length === 0) return
  const parties = await listTakingPart(query)
  if (!parties.includes(organisation)) return
  const today = dayAt(now)
  const lines = (await linesOf(query, organisation, told)).filter(
    ({ day }) => day >= firstLedgerDay(today) && day <= today
  )
  const givers = new Map<LedgerLine, readonly string[]>()
  for (const line of lines) if (line.gone) givers.set(line, await giversOf(query, parties, line))
  for (const party of parties) {
    if (party === organisation) continue
    // What somebody else gave too still stands for whoever was told of both.
    const news = lines.filter((line) => (givers.get(line) ?? []).every((giver) => giver === party))
    await appendLines(query, party, news)
  }
}

export const ledgerAfter = async (
  query: Query,
  organisation: string,
  { after, limit, now }: { after: number; limit: number; now: number }
): Promise<{ seq: number; line: LedgerLine }[]> => {
  const rows = await query(
    `select seq, card, item_group, day, gone from ledger where organisation = ? and seq > ? and day >= ?
     order by seq limit ?`,
    [organisation, after, firstLedgerDay(dayAt(now)), limit]
  )
  return rows.map((row) => ({
    seq: Number(row['seq']),
    line: {
      card: String(row['card']),
      group: row['item_group'] as LedgerEntry['group'],
      day: String(row['day']),
      gone: Number(row['gone']) === 1
    }
  }))
}

export const isAnyOld = async (query: Query, now: number): Promise<boolean> =>
  (await query(`select 1 as old from ledger where day < ? limit 1`, [firstLedgerDay(dayAt(now))])).length > 0

/** Older than a card lasts. Every organisation is locked when this is called. */
export const dropOld = (query: Query, now: number): Promise<unknown> =>
  query(`delete from ledger where day < ?`, [firstLedgerDay(dayAt(now))])

/** A team that takes part no more is told nothing more, and what it was told goes. */
export const dropLedgerOf = (query: Query, organisation: string): Promise<unknown> =>
  query(`delete from ledger where organisation = ?`, [organisation])

/** A hand-out, or that one was taken back or put back. */
const isTold = (change: Change): boolean =>
  change.type === 'handout' &&
  (change.record === nameOf(change) ? ledgerEntryOf(change.fields) !== undefined : 'removed' in change.fields)

/** One for each entry, as it stands after these changes. What was given and taken back before anybody heard of it is not told. */
const linesOf = async (query: Query, organisation: string, told: readonly Change[]): Promise<LedgerLine[]> => {
  const made = new Map(told.map((change) => [nameOf(change), change]))
  const standing = new Map<string, { readonly entry: LedgerEntry; readonly gone: boolean }>()
  for (const change of told) {
    const isNew = change.record === nameOf(change)
    const first = isNew ? change : (made.get(change.record) ?? (await findMade(query, organisation, change.record)))
    const entry = first?.type === 'handout' ? ledgerEntryOf(first.fields) : undefined
    if (entry) standing.set(change.record, { entry, gone: change.fields['removed'] === 1 })
  }
  const lines = new Map<string, LedgerLine>()
  for (const { entry, gone } of standing.values()) {
    const name = entryToName(entry)
    // Of two that say the same, one taken back, the other still stands.
    if (!gone || !lines.has(name)) lines.set(name, { ...entry, gone })
  }
  return [...lines.values()]
}

/**
 * Those with a hand-out that says the same and still stands: soap and a toothbrush are one entry, and two teams may have met the
 * same people that day. Seldom asked, so that all they ever said may be read through; of what nobody was told it is not.
 */
const giversOf = async (query: Query, parties: readonly string[], entry: LedgerEntry): Promise<string[]> => {
  const { card, group, day } = entry
  const [known] = await query(
    `select 1 as known from ledger where card = ? and item_group = ? and day = ? and gone = 0 limit 1`,
    [card, group, day]
  )
  if (known === undefined) return []
  const givers: string[] = []
  for (const party of parties) if (await isGivenBy(query, party, entry)) givers.push(party)
  return givers
}

const isGivenBy = async (query: Query, organisation: string, entry: LedgerEntry): Promise<boolean> => {
  const isSame = (change: Change): boolean => {
    const said = change.record === nameOf(change) ? ledgerEntryOf(change.fields) : undefined
    return change.type === 'handout' && said !== undefined && entryToName(said) === entryToName(entry)
  }
  const given = (await changesWith(query, organisation, entry.card)).filter(isSame)
  if (given.length === 0) return false
  const removals = await changesWith(query, organisation, '"removed"')
  const removed = new Map(removals.map(({ record, fields }) => [record, fields['removed']]))
  return given.some(({ record }) => removed.get(record) !== 1)
}

/** In append order. `part`: of the text of the change; no sign in it stands for others. */
const changesWith = async (query: Query, organisation: string, part: string): Promise<Change[]> =>
  (
    await query(`select content from change where organisation = ? and content like ? order by seq`, [
      organisation,
      `%${part}%`
    ])
  ).map((row) => JSON.parse(String(row['content'])) as Change)

/** The change that made a hand-out of this team. */
const findMade = async (query: Query, organisation: string, record: string): Promise<Change | undefined> => {
  const { author, counter } = dotToParts(record)
  const [row] = await query(`select content from change where organisation = ? and device = ? and counter = ?`, [
    organisation,
    author,
    counter
  ])
  return row && (JSON.parse(String(row['content'])) as Change)
}

const appendLines = async (query: Query, organisation: string, lines: readonly LedgerLine[]): Promise<void> => {
  let seq = (await lockOrganisation(query, organisation)).lastSeq
  for (const { card, group, day, gone } of lines) {
    const [there] = await query(
      `select gone from ledger where organisation = ? and card = ? and item_group = ? and day = ?`,
      [organisation, card, group, day]
    )
    // Said twice it tells nothing new: how often something was given crosses no border.
    if (there === undefined ? gone : Number(there['gone']) === Number(gone)) continue
    seq += 1
    await query(
      `insert into ledger (organisation, seq, card, item_group, day, gone) values (?, ?, ?, ?, ?, ?)
       on conflict (organisation, card, item_group, day) do update set seq = excluded.seq, gone = excluded.gone`,
      [organisation, seq, card, group, day, Number(gone)]
    )
  }
  await advanceChanges(query, organisation, seq)
}
