// Leads' phones that asked to be nudged: where each is, and whether it is to be. One that is wanted again before it was sent is
// still one.
import type { KeyPair } from '#protocol/keys.ts'
import type { Query } from '#server/store/database.ts'
import { findMeta, putMeta } from '#server/store/meta.ts'

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
  { organisation, author, now }: { organisation: string; author: string; now: number }
): Promise<unknown> =>
  query(
    `update nudge set wanted_at = ? where device in (
       select id from device where organisation = ? and role = 'lead' and revoked_at is null and id <> ?
     )`,
    [now, organisation, author]
  )

/** Asked first, because nothing is due most of the time and a write takes its turn. */
export const isAnyNudgeDue = async (query: Query, now: number): Promise<boolean> =>
  (await query(`select device from nudge where wanted_at is not null and not_before <= ? limit 1`, [now])).length > 0

/** Takes one for this process: until then nobody else sends it. On PostgreSQL a second taker finds it no longer due. */
export const takeDueNudge = async (
  query: Query,
  { now, until }: { now: number; until: number }
): Promise<DueNudge | undefined> => {
  const [row] = await query(
    `update nudge set tries = tries + 1, not_before = ?
     where device = (
       select device from nudge where wanted_at is not null and not_before <= ? order by wanted_at, device limit 1
     ) and wanted_at is not null and not_before <= ?
     returning device, endpoint, wanted_at, tries`,
    [until, now, now]
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
