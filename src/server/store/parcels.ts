// Taking one parcel: its verdicts, its changes in the organisation's order, what is set aside, all in one transaction.
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import type { Form } from '#domain/form/form.ts'
import { TOLD_AGAIN_AFTER } from '#domain/immediate-actions.ts'
import { saysDanger } from '#domain/review/urgent-board.ts'
import { isJudgedByReplaced, maySay } from '#protocol/access.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { dotToParts } from '#protocol/ids.ts'
import type { Receipt } from '#protocol/receipt.ts'
import { judge, type Verdict } from '#server/parcels/judgement.ts'
import type { ParcelRow, ReadParcel } from '#server/parcels/read-parcel.ts'
import { noteArrived } from '#server/store/arrived.ts'
import type { Mark, Place } from '#server/store/cursor.ts'
import type { Query, Value } from '#server/store/database.ts'
import { type Device, findDevice, isHeardAnew, setArrived, setHeard } from '#server/store/devices.ts'
import { catchUp, noteEarly } from '#server/store/early-changes.ts'
import { tellLedger } from '#server/store/ledger.ts'
import { listForms } from '#server/store/library.ts'
import { getEpoch } from '#server/store/meta.ts'
import { wantNudges, watchDanger } from '#server/store/nudges.ts'
import { advanceChanges, type Locked, lockOrganisation, readLastSeq } from '#server/store/organisations.ts'
import { findReplaced } from '#server/store/replaced-changes.ts'
import { openSharing } from '#server/store/sharing.ts'

/** What a receipt says beside the phone and the parcel. */
export type Taken = Pick<Receipt, 'epoch' | 'at' | 'aside'>

export type FormsOf = (query: Query, organisation: string, librarySeq: number) => Promise<readonly Form[]>

export type Takers = { readonly formsOf: FormsOf }

/** `revoked`, `unknown`: the phone was revoked or lost from the data meanwhile; nothing is added. */
export const takeParcel = async (
  query: Query,
  { parcel, now, formsOf }: { parcel: ReadParcel; now: number } & Takers
): Promise<Taken | 'revoked' | 'unknown'> => {
  const locked = await lockOrganisation(query, parcel.organisation)
  const device = await findDevice(query, parcel.device)
  if (device === undefined) return 'unknown'
  if (device.revokedAt !== null) return 'revoked'
  if (isHeardAnew(device, now)) await setHeard(query, device.id, now)

  const epoch = await getEpoch(query)
  const before = await findTaken(query, parcel)
  if (before !== undefined) return { ...before, epoch }

  const aside = await takeContent(query, parcel, { device, locked, now, formsOf })
  await query(`insert into parcel (device, number, hash, heard_at, bytes) values (?, ?, ?, ?, ?)`, [
    parcel.device,
    parcel.parcel,
    parcel.hash,
    now,
    aside.length > 0 ? parcel.bytes : null
  ])
  await insertMany(query, {
    into: 'aside (device, parcel, hash, counter, reason, heard_at)',
    rows: aside.map(({ counter, reason }) => [parcel.device, parcel.parcel, parcel.hash, counter, reason, now])
  })
  if (parcel.count > 0) {
    const { from, count } = parcel
    await setArrived(query, device.id, noteArrived(device.arrived, from, from + count - 1))
  }
  return { epoch, at: now, aside }
}

/** Judges the rows of a parcel and appends those that are good. Also how set-aside changes are tried again. */
export const appendRows = async (
  query: Query,
  rows: readonly ParcelRow[],
  at: { device: Device; hash: string; locked: Locked; now: number } & Takers
): Promise<Verdict[]> => {
  const { device, locked, now, formsOf } = at
  const { organisation } = device
  const changes = new Map(rows.flatMap(({ counter, change }) => (change ? [[counter, change] as const] : [])))
  const all = [...changes.values()]
  const sharing = await openSharing(query, organisation, all)
  const findChange = await findReplaced(query, {
    of: all.filter((change) => isJudgedByReplaced(change, device)),
    beside: all
  })
  const held = {
    forms: await formsOf(query, organisation, locked.librarySeq),
    contentByCounter: await contentByCounter(query, device.id, rows),
    mayBeSaid: (change: Change) =>
      maySay(change, device, findChange) && (sharing.isHeard(change) || device.kind === 'team')
  }
  const verdicts = rows.map((row) => judge(row, held))
  const fresh = verdicts.flatMap((verdict) => ('take' in verdict ? [verdict] : []))
  await insertMany(query, {
    into: 'change (organisation, seq, device, counter, content, heard_at)',
    rows: fresh.map(({ counter, take }, index) => [
      organisation,
      locked.lastSeq + index + 1,
      device.id,
      counter,
      take,
      now
    ])
  })
  if (fresh.length > 0) await advanceChanges(query, organisation, locked.lastSeq + fresh.length)
  const taken = fresh.flatMap(({ counter }) => changes.get(counter) ?? [])
  await sharing.passOn(taken)
  await tellLedger(query, organisation, { taken, now })
  const dangers = taken.filter(saysDanger)
  if (dangers.length > 0) {
    await wantNudges(query, { organisation, author: device.id, now })
    const fromSeq = await firstSeqOf(query, dangers, { organisation, lastSeq: locked.lastSeq })
    await watchDanger(query, { organisation, fromSeq, now, at: now + FIRST_TOLD_AGAIN_MS })
  }
  const refused = verdicts.flatMap((verdict) =>
    'aside' in verdict && verdict.aside === 'not_theirs' ? (changes.get(verdict.counter) ?? []) : []
  )
  const unheard = taken.filter((change) => !sharing.isHeard(change))
  const early = await noteEarly(query, { unheard, refused, hash: at.hash, findChange })
  const arrived = taken.filter((change) => !early.has(change))
  await catchUp(query, arrived, {
    organisation,
    now,
    append: async (again, rowsAgain) =>
      appendRows(query, rowsAgain, {
        ...at,
        ...again,
        locked: await lockOrganisation(query, again.device.organisation)
      })
  })
  return verdicts
}

const FIRST_TOLD_AGAIN_MS = TOLD_AGAIN_AFTER[0] * 60_000

/** Where the first of their records was made: what was just appended has no lower number, but it may edit something older. */
const firstSeqOf = async (
  query: Query,
  changes: readonly Change[],
  { organisation, lastSeq }: { organisation: string; lastSeq: number }
): Promise<number> => {
  let first = lastSeq + 1
  for (const { record } of changes.filter((change) => change.record !== nameOf(change))) {
    const { author, counter } = dotToParts(record)
    const [row] = await query(`select seq from change where organisation = ? and device = ? and counter = ?`, [
      organisation,
      author,
      counter
    ])
    first = Math.min(first, Number(row?.['seq'] ?? first))
  }
  return first
}

export type AppendedChange = { readonly seq: number; readonly change: Change; readonly heardAt: number }

export const changesAfter = async (
  query: Query,
  organisation: string,
  { after, limit }: { after: number; limit: number }
): Promise<AppendedChange[]> => {
  const rows = await query(
    // Each half is cut by its own index; both numbers are of one order.
    `select seq, content, heard_at from (
       select * from (
         select seq, content, heard_at from change where organisation = ? and seq > ? order by seq limit ?
       ) as own
       union all
       select * from (
         select shared.seq, change.content, change.heard_at
         from shared join change on change.device = shared.device and change.counter = shared.counter
         where shared.organisation = ? and shared.seq > ? order by shared.seq limit ?
       ) as passed_on
     ) as page order by seq limit ?`,
    [organisation, after, limit, organisation, after, limit, limit]
  )
  return rows.map((row) => ({
    seq: Number(row['seq']),
    change: JSON.parse(String(row['content'])) as Change,
    heardAt: Number(row['heard_at'])
  }))
}

/** How many of a phone's parcels have a receipt. */
export type Confirmed = { readonly device: string; readonly parcels: number }

/** What a phone was given, and what was confirmed to it. */
type Known = Place & { readonly confirmed?: Confirmed }

/**
 * Whether a phone knows of what is not there: a number beyond the last, another change in its place, or receipts for more of its
 * parcels.
 */
export const isAhead = async (
  query: Query,
  organisation: string,
  { after, mark, confirmed }: Known
): Promise<boolean> => {
  if (after > (await readLastSeq(query, organisation))) return true
  if (mark !== undefined && !(await isStillThere(query, organisation, mark))) return true
  return lacksConfirmed(query, confirmed)
}

export const lacksConfirmed = async (query: Query, confirmed: Confirmed | undefined): Promise<boolean> =>
  confirmed !== undefined && confirmed.parcels > (await countParcels(query, confirmed.device))

const isStillThere = async (query: Query, organisation: string, { seq, heardAt }: Mark): Promise<boolean> => {
  const place = [organisation, seq, heardAt]
  const found = await query(
    `select 1 as there from change where organisation = ? and seq = ? and heard_at = ?
     union all
     select 1 from shared join change on change.device = shared.device and change.counter = shared.counter
     where shared.organisation = ? and shared.seq = ? and change.heard_at = ?`,
    [...place, ...place]
  )
  return found.length > 0
}

/** One that came again with other content counts once. */
const countParcels = async (query: Query, device: string): Promise<number> => {
  const [row] = await query(`select count(distinct number) as parcels from parcel where device = ?`, [device])
  return Number(row?.['parcels'] ?? 0)
}

/** All there is, in append order, never more in memory than one page. */
export async function* pagesOf(query: Query, organisation: string): AsyncGenerator<readonly AppendedChange[]> {
  for (let after = 0; ;) {
    const page = await changesAfter(query, organisation, { after, limit: CHANGES_AT_ONCE })
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    after = last.seq
  }
}

const CHANGES_AT_ONCE = 1_000

/** The organisation's forms, read again only when its library has moved on. The built-in form is always among them. */
export const createFormsOf = (): FormsOf => {
  const known = new Map<string, { librarySeq: number; forms: readonly Form[] }>()
  return async (query, organisation, librarySeq) => {
    const there = known.get(organisation)
    if (there?.librarySeq === librarySeq) return there.forms
    const forms = [...(await listForms(query, organisation)), NEW_ARRIVAL]
    known.set(organisation, { librarySeq, forms })
    return forms
  }
}

/** The verdicts of a parcel that came before, as they stand today. */
const findTaken = async (
  query: Query,
  { device, parcel, hash }: ReadParcel
): Promise<Omit<Taken, 'epoch'> | undefined> => {
  const where = `where device = ? and hash = ?`
  const [there] = await query(`select heard_at from parcel ${where} and number = ?`, [device, hash, parcel])
  if (there === undefined) return undefined
  const rows = await query(
    `select counter, reason from aside ${where} and parcel = ? and taken_at is null order by counter`,
    [device, hash, parcel]
  )
  return {
    at: Number(there['heard_at']),
    aside: rows.map((row) => ({ counter: Number(row['counter']), reason: row['reason'] })) as Receipt['aside']
  }
}

const takeContent = async (
  query: Query,
  { content, from, count, hash }: ReadParcel,
  at: { device: Device; locked: Locked; now: number } & Takers
): Promise<Receipt['aside']> => {
  if ('whole' in content) {
    const counters = count === 0 ? [0] : Array.from({ length: count }, (_, index) => from + index)
    return counters.map((counter) => ({ counter, reason: content.whole }))
  }
  const verdicts = await appendRows(query, content.rows, { ...at, hash })
  return verdicts.flatMap((verdict) =>
    'aside' in verdict ? [{ counter: verdict.counter, reason: verdict.aside }] : []
  )
}

const contentByCounter = async (query: Query, device: string, rows: readonly ParcelRow[]) => {
  const counters = rows.map(({ counter }) => counter)
  const there = await query(`select counter, content from change where device = ? and counter between ? and ?`, [
    device,
    Math.min(...counters),
    Math.max(...counters)
  ])
  return new Map(there.map((row) => [Number(row['counter']), String(row['content'])]))
}

/** SQLite takes at most 32,766 values in one statement. */
const ROWS_AT_ONCE = 500

const insertMany = async (query: Query, { into, rows }: { into: string; rows: readonly Value[][] }): Promise<void> => {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE)
    const places = some.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ')
    await query(`insert into ${into} values ${places}`, some.flat())
  }
}
