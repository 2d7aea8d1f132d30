// Organisations, and the lock that keeps each one's append order.
import type { Query, Row } from '#server/store/database.ts'

export type Organisation = {
  readonly id: string
  readonly name: string
  /** Public half; the private half is on paper. */
  readonly recoveryKey: string
  /** The directory's provider a partner is; a team has none. */
  readonly provider?: string
  /** Of a partner: testimonies are sealed to it. */
  readonly collectsTestimony?: true
  /** Tells the other teams that do what it gave, and is told. */
  readonly takesPart?: true
}

const COLUMNS = 'id, name, recovery_key, provider, collects_testimony, takes_part'

export const findOrganisation = async (query: Query, id: string): Promise<Organisation | undefined> => {
  const [row] = await query(`select ${COLUMNS} from organisation where id = ?`, [id])
  return row && toOrganisation(row)
}

export const listOrganisations = async (query: Query): Promise<Organisation[]> =>
  (await query(`select ${COLUMNS} from organisation order by id`)).map(toOrganisation)

export const listPartners = async (query: Query): Promise<{ id: string; provider: string }[]> =>
  (await query(`select id, provider from organisation where provider is not null order by id`)).map((row) => ({
    id: String(row['id']),
    provider: String(row['provider'])
  }))

export const insertOrganisation = (query: Query, { id, name, recoveryKey, provider }: Organisation): Promise<unknown> =>
  query(
    `insert into organisation (id, name, recovery_key, provider, last_seq, library_seq) values (?, ?, ?, ?, 0, 0)`,
    [id, name, recoveryKey, provider ?? null]
  )

export const setCollectsTestimony = (query: Query, id: string): Promise<unknown> =>
  query(`update organisation set collects_testimony = 1 where id = ? and provider is not null`, [id])

export const setTakesPart = (query: Query, id: string, takesPart: boolean): Promise<unknown> =>
  query(`update organisation set takes_part = ? where id = ?`, [Number(takesPart), id])

/** In one order; a partner never does. */
export const listTakingPart = async (query: Query): Promise<string[]> =>
  (await query(`select id from organisation where takes_part = 1 and provider is null order by id`)).map((row) =>
    String(row['id'])
  )

export type Locked = { readonly lastSeq: number; readonly librarySeq: number }

/**
 * Whoever appends writes the organisation's row first, and on PostgreSQL holds it until the commit. So the next writer,
 * in whichever server process, numbers its changes only after this one's are there for all to see: the order of numbers
 * is the order of commits, and nobody who reads past a number can have missed a lower one.
 */
export const lockOrganisation = async (query: Query, id: string): Promise<Locked> => {
  const [row] = await query(
    `update organisation set last_seq = last_seq where id = ? returning last_seq, library_seq`,
    [id]
  )
  if (row === undefined) throw new Error('No such organisation')
  return { lastSeq: Number(row['last_seq']), librarySeq: Number(row['library_seq']) }
}

/** Of several the lock is always taken in one order, so that no two writers wait for each other. */
export const lockOrganisations = async (query: Query): Promise<void> => {
  const ids = (await query(`select id from organisation`)).map((row) => String(row['id'])).sort()
  for (const id of ids) await lockOrganisation(query, id)
}

export const readLibrarySeq = async (query: Query, id: string): Promise<number> => {
  const [row] = await query(`select library_seq from organisation where id = ?`, [id])
  return Number(row?.['library_seq'] ?? 0)
}

export const readLastSeq = async (query: Query, id: string): Promise<number> => {
  const [row] = await query(`select last_seq from organisation where id = ?`, [id])
  return Number(row?.['last_seq'] ?? 0)
}

export const advanceChanges = (query: Query, id: string, lastSeq: number): Promise<unknown> =>
  query(`update organisation set last_seq = ? where id = ?`, [lastSeq, id])

export const advanceLibrary = (query: Query, id: string, librarySeq: number): Promise<unknown> =>
  query(`update organisation set library_seq = ? where id = ?`, [librarySeq, id])

const toOrganisation = (row: Row): Organisation => ({
  id: String(row['id']),
  name: String(row['name']),
  recoveryKey: String(row['recovery_key']),
  ...(typeof row['provider'] === 'string' && { provider: row['provider'] }),
  ...(Number(row['collects_testimony'] ?? 0) === 1 && { collectsTestimony: true as const }),
  ...(Number(row['takes_part']) === 1 && { takesPart: true as const })
})
