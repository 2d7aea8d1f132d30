// Leads' phones that asked to be nudged: where each is, and whether it is to be. One that is wanted again before it was sent is
// still one.
import type { KeyPair } from '#protocol/keys.ts'
import type { Query } from '#server/store/database.ts'
import { dueAt, isDue } from '#server/store/due.ts'
import { findMeta, putMeta } from '#server/store/meta.ts'

/** A try after the last one, or what the push service asks for. */
const NUDGES_WAIT_AT_MOST_MS = 2 * 60 * 60_000
/** What is to be done within a day is told again for an hour after it. */
export const WATCHES_WAIT_AT_MOST_MS = 26 * 60 * 60_000

export type DueNudge = {
  readonly device: string
  readonly endpoint: string
  readonly wantedAt: number
  readonly tries: number
}

/** `gone`: the push service knows the address no longer. `over`: it was told, or is given up. */
export type NudgeSettled = { readonly is: 'gone' } | { readonly is: 'over' | 'waiting'; readonly notBefore: number }

export const findNudgeKeys = async (query: Query): Promise<KeyPair | undefined> => {
  const text = await findMeta(query, 'nudge_keys')
  return text === undefined ? undefined : (JSON.parse(text) as KeyPair)
}

/** Another process may have been first: then it is theirs. */
export const ensureNudgeKeys = async (query: Query, made: KeyPair): Promise<KeyPair> => {
  const there = await findNudgeKeys(query)
  if (there === undefined) await putMeta(query, 'nudge_keys', JSON.stringify(made))
  return there ?? made
}

export const findNudge = async (query: Query, device: string): Promise<string | undefined> => {
  const [row] = await query(`select endpoint from nudge where device = ?`, [device])
  return row && String(row['endpoint'])
}

/** A browser that was another phone before is nudged once, as the phone it is now. */
export const setNudge = async (query: Query, device: string, endpoint: string): Promise<void> => {
  await query(`delete from nudge where endpoint = ? and device <> ?`, [endpoint, device])
  await query(
    `insert into nudge (device, endpoint, wanted_at, not_before, tries) values (?, ?, null, 0, 0)
     on conflict (device) do update set endpoint = excluded.endpoint`,
    [device, endpoint]
  )
}

export const removeNudge = (query: Query, device: string): Promise<unknown> =>
  query(`delete from nudge where device = ?`, [device])

/** Every lead of the organisation but whoever says it. */
export const wantNudges = (
  query: Query,
  { organisation, author = '', now }: { organisation: string; author?: string; now: number }
): Promise<unknown> =>
  query(
    `update nudge set wanted_at = ? where device in (
       select id from device where organisation = ? and role = 'lead' and revoked_at is null and id <> ?
     )`,
    [now, organisation, author]
  )

/** Somebody is in danger from `fromSeq` of the organisation's order on: whether it still stands is looked at `at`. */
type Danger = { readonly organisation: string; readonly fromSeq: number; readonly now: number; readonly at: number }

/** Only where a lead has asked to be nudged: nobody else is told again. */
export const watchDanger = (query: Query, { organisation, fromSeq, now, at }: Danger): Promise<unknown> =>
  query(
    `insert into danger_watch (organisation, from_seq, looked_at, next_at, dangers)
     select cast(? as text), cast(? as bigint), cast(? as bigint), cast(? as bigint), 1 where exists (
       select 1 from nudge join device on device.id = nudge.device
       where device.organisation = ? and device.role = 'lead' and device.revoked_at is null
     )
     on conflict (organisation) do update set
       dangers = danger_watch.dangers + 1,
       from_seq = case when excluded.from_seq < danger_watch.from_seq then excluded.from_seq else danger_watch.from_seq end,
       next_at = case when excluded.next_at < danger_watch.next_at then excluded.next_at else danger_watch.next_at end`,
    [organisation, fromSeq, now, at, organisation]
  )

export type DueWatch = {
  readonly organisation: string
  readonly fromSeq: number
  readonly lookedAt: number
  /** How many were heard of: more by now, and nothing is forgotten yet. */
  readonly dangers: number
}

export const isAnyWatchDue = async (query: Query, now: number): Promise<boolean> =>
  (
    await query(
      `select organisation from danger_watch where ${isDue('next_at')} limit 1`,
      dueAt(now, WATCHES_WAIT_AT_MOST_MS)
    )
  ).length > 0

/** Takes one for this process, as `takeDueNudge` does. */
export const takeDueWatch = async (
  query: Query,
  { now, until }: { now: number; until: number }
): Promise<DueWatch | undefined> => {
  const due = dueAt(now, WATCHES_WAIT_AT_MOST_MS)
  const [row] = await query(
    `update danger_watch set next_at = ?
     where organisation = (
       select organisation from danger_watch where ${isDue('next_at')} order by next_at, organisation limit 1
     ) and ${isDue('next_at')}
     returning organisation, from_seq, looked_at, dangers`,
    [until, ...due, ...due]
  )
  return (
    row && {
      organisation: String(row['organisation']),
      fromSeq: Number(row['from_seq']),
      lookedAt: Number(row['looked_at']),
      dangers: Number(row['dangers'])
    }
  )
}

/** `next`: left out where nothing is to come of what was known; what was heard of meanwhile is looked at `atLatest`. */
export type WatchSettled = {
  readonly isWanted: boolean
  readonly next?: { readonly at: number; readonly fromSeq: number }
  readonly now: number
  readonly atLatest: number
}

/** The nudges first, as whoever takes a parcel does, so that neither waits for the other. */
export const settleWatch = async (
  query: Query,
  { organisation, dangers }: DueWatch,
  { isWanted, next, now, atLatest }: WatchSettled
): Promise<void> => {
  if (isWanted) await wantNudges(query, { organisation, now })
  await query(`update danger_watch set looked_at = ?, next_at = ? where organisation = ?`, [
    now,
    atLatest,
    organisation
  ])
  const known = [organisation, dangers]
  if (next === undefined) await query(`delete from danger_watch where organisation = ? and dangers = ?`, known)
  else {
    const { at, fromSeq } = next
    await query(`update danger_watch set next_at = ?, from_seq = ? where organisation = ? and dangers = ?`, [
      at,
      fromSeq,
      ...known
    ])
  }
}

/** Asked first, because nothing is due most of the time and a write takes its turn. */
export const isAnyNudgeDue = async (query: Query, now: number): Promise<boolean> =>
  (
    await query(
      `select device from nudge where wanted_at is not null and ${isDue('not_before')} limit 1`,
      dueAt(now, NUDGES_WAIT_AT_MOST_MS)
    )
  ).length > 0

/** Takes one for this process: until then nobody else sends it. On PostgreSQL a second taker finds it no longer due. */
export const takeDueNudge = async (
  query: Query,
  { now, until }: { now: number; until: number }
): Promise<DueNudge | undefined> => {
  const due = dueAt(now, NUDGES_WAIT_AT_MOST_MS)
  const [row] = await query(
    `update nudge set tries = tries + 1, not_before = ?
     where device = (
       select device from nudge where wanted_at is not null and ${isDue('not_before')} order by wanted_at, device limit 1
     ) and wanted_at is not null and ${isDue('not_before')}
     returning device, endpoint, wanted_at, tries`,
    [until, ...due, ...due]
  )
  return (
    row && {
      device: String(row['device']),
      endpoint: String(row['endpoint']),
      wantedAt: Number(row['wanted_at']),
      tries: Number(row['tries'])
    }
  )
}

/** What was wanted meanwhile is still wanted. Another address given meanwhile is another matter. */
export const settleNudge = async (
  query: Query,
  { device, endpoint, wantedAt }: DueNudge,
  settled: NudgeSettled
): Promise<void> => {
  const here = [device, endpoint]
  switch (settled.is) {
    case 'gone':
      await query(`delete from nudge where device = ? and endpoint = ?`, here)
      break
    case 'over':
      await query(
        `update nudge set tries = 0, not_before = ?, wanted_at = case when wanted_at = ? then null else wanted_at end
         where device = ? and endpoint = ?`,
        [settled.notBefore, wantedAt, ...here]
      )
      break
    case 'waiting':
      await query(`update nudge set not_before = ? where device = ? and endpoint = ?`, [settled.notBefore, ...here])
  }
}
