// Whom a partner wants to be told that something new was referred to it, and what of that is still on its way. An organisation has
// one delivery at a time: what comes while it waits is counted by the next.
import type { Query, Row } from '#server/store/database.ts'
import { dueAt, isDue } from '#server/store/due.ts'
import { lockOrganisation } from '#server/store/organisations.ts'

export type Hook = {
  readonly organisation: string
  readonly url: string
  /** What calls are signed with; the partner has the same. */
  readonly secret: string
  /** Whether it may lead into the private network. */
  readonly isInside: boolean
  readonly madeAt: number
}

export const DELIVERY_STATES = ['waiting', 'arrived', 'given_up'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export type HookDelivery = {
  readonly id: string
  readonly organisation: string
  readonly referrals: number
  readonly madeAt: number
  readonly tries: number
  readonly nextAt: number
  readonly state: DeliveryState
  /** What the last try came to. */
  readonly said: string
}

export type DueDelivery = { readonly hook: Hook; readonly delivery: HookDelivery }

/** Old deliveries are of no use to anybody. */
const KEPT_MS = 30 * 24 * 60 * 60_000
/** Tries are never further apart. */
const WAITS_AT_MOST_MS = 10 * 60 * 60_000

/** What was referred before is not new. */
export const setHook = async (query: Query, { organisation, url, secret, isInside, madeAt }: Hook): Promise<void> => {
  const { lastSeq } = await lockOrganisation(query, organisation)
  await query(
    `insert into hook (organisation, url, secret, is_inside, made_at, told_seq) values (?, ?, ?, ?, ?, ?)
     on conflict (organisation) do update set url = excluded.url, secret = excluded.secret,
       is_inside = excluded.is_inside, made_at = excluded.made_at, told_seq = excluded.told_seq`,
    [organisation, url, secret, isInside ? 1 : 0, madeAt, lastSeq]
  )
}

export const removeHook = async (query: Query, organisation: string): Promise<void> => {
  await query(
    `update hook_delivery set state = 'given_up', said = 'taken away' where organisation = ? and state = 'waiting'`,
    [organisation]
  )
  await query(`delete from hook where organisation = ?`, [organisation])
}

export const listHooks = async (query: Query): Promise<Hook[]> =>
  (await query(`select * from hook order by organisation`)).map(toHook)

/** The newest first. */
export const listDeliveries = async (query: Query, organisation: string, limit: number): Promise<HookDelivery[]> =>
  (
    await query(`select * from hook_delivery where organisation = ? order by made_at desc, id limit ?`, [
      organisation,
      limit
    ])
  ).map(toDelivery)

/** Organisations with a hook that something came to since it was last looked at, and no delivery on its way. */
export const listUnnoticed = async (query: Query): Promise<string[]> =>
  (
    await query(
      `select hook.organisation from hook join organisation on organisation.id = hook.organisation
       where organisation.last_seq > hook.told_seq and not exists (
         select id from hook_delivery where hook_delivery.organisation = hook.organisation and state = 'waiting'
       ) order by hook.organisation`
    )
  ).map((row) => String(row['organisation']))

/** Makes a delivery where there is a new referral; a later step of an old one is none. */
export const noticeReferrals = async (
  query: Query,
  { organisation, id, now }: { organisation: string; id: string; now: number }
): Promise<void> => {
  const { lastSeq } = await lockOrganisation(query, organisation)
  if (!(await listUnnoticed(query)).includes(organisation)) return
  // A change's text begins with who made it and which record it speaks of; that of a new record names the change itself.
  const [row] = await query(
    `select count(*) as referrals from shared
     join change on change.device = shared.device and change.counter = shared.counter
     where shared.organisation = ? and shared.seq > (select told_seq from hook where organisation = ?)
       and change.content like '{"author":"' || change.device || '","counter":' || change.counter ||
         ',"type":"referral","record":"' || change.device || '-' || change.counter || '"%'`,
    [organisation, organisation]
  )
  await query(`update hook set told_seq = ? where organisation = ?`, [lastSeq, organisation])
  const referrals = Number(row?.['referrals'] ?? 0)
  if (referrals === 0) return
  await query(`delete from hook_delivery where organisation = ? and made_at < ?`, [organisation, now - KEPT_MS])
  await query(
    `insert into hook_delivery (id, organisation, referrals, made_at, tries, next_at, state, said)
     values (?, ?, ?, ?, 0, ?, 'waiting', '')`,
    [id, organisation, referrals, now, now]
  )
}

/** Asked first, because nothing is due most of the time and a write takes its turn. */
export const isAnyDue = async (query: Query, now: number): Promise<boolean> =>
  (
    await query(
      `select id from hook_delivery where state = 'waiting' and ${isDue('next_at')} limit 1`,
      dueAt(now, WAITS_AT_MOST_MS)
    )
  ).length > 0

/** Takes one for this process: until then nobody else sends it. On PostgreSQL a second taker finds it no longer due. */
export const takeDueDelivery = async (
  query: Query,
  { now, until }: { now: number; until: number }
): Promise<DueDelivery | undefined> => {
  const due = dueAt(now, WAITS_AT_MOST_MS)
  const [row] = await query(
    `update hook_delivery set tries = tries + 1, next_at = ?
     where id = (
       select id from hook_delivery where state = 'waiting' and ${isDue('next_at')} order by next_at, id limit 1
     ) and state = 'waiting' and ${isDue('next_at')}
     returning *`,
    [until, ...due, ...due]
  )
  if (row === undefined) return undefined
  const delivery = toDelivery(row)
  const [hook] = await query(`select * from hook where organisation = ?`, [delivery.organisation])
  return hook && { hook: toHook(hook), delivery }
}

export type Settled = Pick<HookDelivery, 'state' | 'said' | 'nextAt'>

/** One that was taken away meanwhile stays away. */
export const settleDelivery = (query: Query, id: string, { state, said, nextAt }: Settled): Promise<unknown> =>
  query(`update hook_delivery set state = ?, said = ?, next_at = ? where id = ? and state = 'waiting'`, [
    state,
    said,
    nextAt,
    id
  ])

const toHook = (row: Row): Hook => ({
  organisation: String(row['organisation']),
  url: String(row['url']),
  secret: String(row['secret']),
  isInside: Number(row['is_inside']) === 1,
  madeAt: Number(row['made_at'])
})

const toDelivery = (row: Row): HookDelivery => ({
  id: String(row['id']),
  organisation: String(row['organisation']),
  referrals: Number(row['referrals']),
  madeAt: Number(row['made_at']),
  tries: Number(row['tries']),
  nextAt: Number(row['next_at']),
  state: DELIVERY_STATES.find((state) => state === row['state']) ?? 'given_up',
  said: String(row['said'])
})
