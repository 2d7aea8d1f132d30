// What other programs may read with: a token for each, of one organisation, for some data sets, told so finely, until a day. Only
// its hash is stored.
import { type Scope, SCOPES } from '#domain/exports/data-sheet.ts'
import type { Detail } from '#domain/exports/detail.ts'
import type { Query, Row } from '#server/store/database.ts'
import { lockOrganisation } from '#server/store/organisations.ts'

export type MachineToken = {
  readonly organisation: string
  /** Counted from 1 in its organisation. */
  readonly number: number
  /** For the operator's list and the audit: which program it is for. */
  readonly name: string
  readonly sets: readonly Scope[]
  readonly detail: Detail
  readonly madeAt: number
  readonly expiresAt: number
  readonly revokedAt: number | null
}

export type NewMachineToken = Omit<MachineToken, 'number' | 'madeAt' | 'revokedAt'> & { readonly tokenHash: string }

const COLUMNS = `organisation, number, name, sets, detail, made_at, expires_at, revoked_at`

export const isGood = ({ expiresAt, revokedAt }: MachineToken, now: number): boolean =>
  revokedAt === null && now < expiresAt

export const findMachineToken = async (query: Query, tokenHash: string): Promise<MachineToken | undefined> => {
  const [row] = await query(`select ${COLUMNS} from machine_token where token_hash = ?`, [tokenHash])
  return row && toToken(row)
}

export const listMachineTokens = async (query: Query, organisation: string): Promise<MachineToken[]> =>
  (await query(`select ${COLUMNS} from machine_token where organisation = ? order by number`, [organisation])).map(
    toToken
  )

/** Returns its number. */
export const insertMachineToken = async (query: Query, token: NewMachineToken, now: number): Promise<number> => {
  const { organisation, name, sets, detail, expiresAt, tokenHash } = token
  await lockOrganisation(query, organisation)
  const [row] = await query(
    `insert into machine_token (organisation, number, name, sets, detail, made_at, expires_at, token_hash)
     values (?, (select coalesce(max(number), 0) + 1 from machine_token where organisation = ?), ?, ?, ?, ?, ?, ?)
     returning number`,
    [organisation, organisation, name, sets.join(' '), JSON.stringify(detail), now, expiresAt, tokenHash]
  )
  return Number(row?.['number'])
}

export const revokeMachineToken = (
  query: Query,
  { organisation, number }: Pick<MachineToken, 'organisation' | 'number'>,
  now: number
): Promise<unknown> =>
  query(`update machine_token set revoked_at = ? where organisation = ? and number = ? and revoked_at is null`, [
    now,
    organisation,
    number
  ])

export const REQUESTS_A_MINUTE = 60
const MINUTE_MS = 60_000
const ASK_COSTS_MS = MINUTE_MS / REQUESTS_A_MINUTE

/**
 * Seconds until the token may ask again; 0 when it may now, and then it has asked. Each question puts off the moment at which it
 * has rested by a share of a minute, and that is never more than a minute away. One statement, so that it holds however many
 * processes are asked at once. A moment further off is of a clock that was wrong, and shuts nobody out.
 */
export const takeAsk = async (query: Query, tokenHash: string, now: number): Promise<number> => {
  const latest = now + MINUTE_MS - ASK_COSTS_MS
  const believed = now + 2 * MINUTE_MS
  const taken = await query(
    `update machine_token
     set rested_at = (case when rested_at > ? and rested_at <= ? then rested_at else ? end) + ${ASK_COSTS_MS}
     where token_hash = ? and (rested_at <= ? or rested_at > ?)
     returning rested_at`,
    [now, believed, now, tokenHash, latest, believed]
  )
  if (taken.length > 0) return 0
  const [row] = await query(`select rested_at from machine_token where token_hash = ?`, [tokenHash])
  return Math.max(1, Math.ceil((Number(row?.['rested_at'] ?? 0) - latest) / 1000))
}

const toToken = (row: Row): MachineToken => ({
  organisation: String(row['organisation']),
  number: Number(row['number']),
  name: String(row['name']),
  sets: SCOPES.filter((scope) => String(row['sets']).split(' ').includes(scope)),
  detail: JSON.parse(String(row['detail'])) as Detail,
  madeAt: Number(row['made_at']),
  expiresAt: Number(row['expires_at']),
  revokedAt: row['revoked_at'] === null ? null : Number(row['revoked_at'])
})
