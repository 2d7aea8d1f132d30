// Changes that came before what they hang on. A store that was put back is told again in the order in which phones come by, so that an
// answer may come before its referral: it was set aside as not theirs, or taken and passed on to nobody. It is looked at again in the
// transaction in which the other one comes.
import type { FindChange } from '#protocol/access.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { type DeviceId, type Dot, dotOf, dotToParts } from '#protocol/ids.ts'
import { changeToContent, type Verdict } from '#server/parcels/judgement.ts'
import type { ParcelRow } from '#server/parcels/read-parcel.ts'
import type { Query } from '#server/store/database.ts'
import { type Device, findDevice } from '#server/store/devices.ts'
import { hangsOn, isShared, openSharing } from '#server/store/sharing.ts'

type Early = {
  readonly change: Change
  /** Of the parcel in which it was set aside; empty where it was taken. */
  readonly hash: string
}

/**
 * Of one parcel what hangs on a change that is not there, or that nobody else reads yet. `unheard` was taken and passed on to nobody,
 * `refused` was set aside as not theirs. Returns what was noted: what hangs on that goes on waiting.
 */
export const noteEarly = async (
  query: Query,
  parcel: { unheard: readonly Change[]; refused: readonly Change[]; hash: string; findChange: FindChange }
): Promise<ReadonlySet<Change>> => {
  const { unheard, refused, hash, findChange } = parcel
  const early = [
    ...unheard.filter(isShared).map((change) => ({ change, of: '', on: hangsOn(change) })),
    ...refused.map((change) => ({
      change,
      of: hash,
      on: [...(isShared(change) ? hangsOn(change) : []), ...judgedBy(change, findChange)]
    }))
  ]
  const missing = await missingAmong(query, new Set(early.flatMap(({ on }) => on)))
  const waiting = new Set<Change>()
  for (const { change, of, on } of early) {
    // One at a time: when it has come, the change is looked at again, and the next is waited for.
    const first = on.find((name) => missing.has(name))
    if (first === undefined) continue
    await query(
      `insert into early (name, device, counter, hash, content) values (?, ?, ?, ?, ?) on conflict do nothing`,
      [first, change.author, change.counter, of, changeToContent(change)]
    )
    waiting.add(change)
    // What comes later in the parcel may hang on this one.
    missing.add(nameOf(change))
  }
  return waiting
}

/** What it replaces, and what that had replaced, as far as it is known. */
const judgedBy = ({ over }: Change, findChange: FindChange): Dot[] =>
  over.flatMap((name) => [name, ...(findChange(name)?.over ?? [])])

type Again = { readonly device: Device; readonly hash: string }

/** What came before these is passed on, or taken if it may now be said. */
export const catchUp = async (
  query: Query,
  arrived: readonly Change[],
  by: {
    readonly organisation: string
    readonly now: number
    readonly append: (again: Again, rows: readonly ParcelRow[]) => Promise<readonly Verdict[]>
  }
): Promise<void> => {
  for (const [{ change, hash }, ...others] of await takeEarly(query, arrived, by.organisation)) {
    const changes = [change, ...others.map((one) => one.change)]
    const device = await findDevice(query, change.author)
    if (device === undefined) continue
    const { organisation } = device
    if (hash === '') {
      await (await openSharing(query, organisation, changes)).passOn(changes)
      await catchUp(query, changes, { ...by, organisation })
    } else {
      const rows = changes.map((one): ParcelRow => ({ counter: one.counter, change: one }))
      const verdicts = await by.append({ device, hash }, rows)
      const counters = verdicts.flatMap((verdict) => ('aside' in verdict ? [] : [verdict.counter]))
      const [parcel] = await query(`select number from parcel where device = ? and hash = ?`, [device.id, hash])
      await noteGood(query, { device: device.id, parcel: Number(parcel?.['number']), hash, counters, now: by.now })
    }
  }
}

type Good = {
  readonly device: DeviceId
  readonly parcel: number
  readonly hash: string
  readonly counters: readonly number[]
  readonly now: number
}

/** What was set aside and is good now: no longer listed, and hangs on nothing any more. */
export const noteGood = async (query: Query, { device, parcel, hash, counters, now }: Good): Promise<void> => {
  for (const counter of counters) {
    const which = [device, hash, counter]
    await query(
      `update aside set taken_at = ? where device = ? and hash = ? and counter = ? and parcel = ? and taken_at is null`,
      [now, ...which, parcel]
    )
    await query(`delete from early where device = ? and hash = ? and counter = ?`, which)
  }
}

type Parcel = readonly [Early, ...Early[]]

/**
 * Parcel by parcel, what was taken first: others may hang on it. Of other organisations only what hangs on something shared: whoever
 * takes that has locked all of them.
 */
const takeEarly = async (query: Query, arrived: readonly Change[], organisation: string): Promise<Parcel[]> => {
  const parcels = new Map<string, [Early, ...Early[]]>()
  for (const { name, early } of await readEarly(query, arrived, organisation)) {
    await query(`delete from early where name = ? and device = ? and counter = ? and hash = ?`, [
      name,
      early.change.author,
      early.change.counter,
      early.hash
    ])
    const key = `${early.hash} ${early.change.author}`
    const there = parcels.get(key)
    if (there === undefined) parcels.set(key, [early])
    else if (there.every(({ change }) => change.counter !== early.change.counter)) there.push(early)
  }
  return [...parcels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, parcel]) => parcel)
}

const CHANGES_AT_ONCE = 500

const readEarly = async (
  query: Query,
  arrived: readonly Change[],
  organisation: string
): Promise<{ name: Dot; early: Early }[]> => {
  const found: { name: Dot; early: Early }[] = []
  const sharedNames = new Set(arrived.filter(isShared).map(nameOf))
  for (let at = 0; at < arrived.length; at += CHANGES_AT_ONCE) {
    const names = arrived.slice(at, at + CHANGES_AT_ONCE).map(nameOf)
    const rows = await query(
      `select early.name, early.hash, early.content, device.organisation
       from early join device on device.id = early.device
       where early.name in (${names.map(() => '?').join(', ')})
       order by early.device, early.counter`,
      names
    )
    for (const row of rows) {
      const name = String(row['name'])
      if (row['organisation'] !== organisation && !sharedNames.has(name)) continue
      const change = JSON.parse(String(row['content'])) as Change
      found.push({ name, early: { change, hash: String(row['hash']) } })
    }
  }
  return found
}

const NAMES_AT_ONCE = 100

/** Not there, or there without readers because what it hangs on is missing itself. */
const missingAmong = async (query: Query, names: ReadonlySet<Dot>): Promise<Set<Dot>> => {
  const missing = new Set(names)
  const all = [...names].map(dotToParts)
  for (let at = 0; at < all.length; at += NAMES_AT_ONCE) {
    const some = all.slice(at, at + NAMES_AT_ONCE)
    const there = await query(
      `select device, counter from change
       where (${some.map(() => '(device = ? and counter = ?)').join(' or ')})
         and not exists (
           select 1 from early where early.device = change.device and early.counter = change.counter and early.hash = ''
         )`,
      some.flatMap(({ author, counter }) => [author, counter])
    )
    for (const row of there) missing.delete(dotOf(String(row['device']), Number(row['counter'])))
  }
  return missing
}
