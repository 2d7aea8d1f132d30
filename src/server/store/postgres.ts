// PostgreSQL, for when one machine is outgrown: several server processes, one database.
import { Pool, type PoolClient, types } from 'pg'
import { type Database, DatabaseAway, type Query, UnsafeDatabase } from '#server/store/database.ts'

/** Any number, the same for every process of one database. */
const ALONE_LOCK = 2018_07

/** A database that is away is told to phones as "later" before they give up waiting. */
const CONNECT_WITHIN_MS = 10_000

export type PostgresOptions = {
  readonly connections?: number
  /** Called when a resting connection breaks; the pool replaces it by itself. */
  readonly onBroken?: (error: Error) => void
}

/** Throws `UnsafeDatabase` when the database would confirm what it has not flushed. */
export const openPostgres = async (
  url: string,
  { connections = 8, onBroken = () => {} }: PostgresOptions = {}
): Promise<Database> => {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'susret',
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format ?? 'text')
    }
  })
  pool.on('error', onBroken)
  // A connection in use that breaks tells so through the query under way; without a listener it would end the server.
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await checkFlushed(pool)
  } catch (error) {
    await pool.end()
    throw error
  }

  const within = async <Outcome>(begin: string, work: (query: Query) => Promise<Outcome>): Promise<Outcome> => {
    const client = await pool.connect().catch(throwAway)
    let broken: Error | undefined
    try {
      const query = queryOn(client)
      await query(begin)
      const outcome = await work(query)
      await query('commit')
      return outcome
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    kind: 'postgres',
    transaction: (work) => within('begin', work),
    alone: (work) =>
      within('begin', async (query) => {
        await query('select pg_advisory_xact_lock(?)', [ALONE_LOCK])
        return work(query)
      }),
    read: (work) => within('begin isolation level repeatable read read only', work),
    close: () => pool.end()
  }
}

/** SQLSTATE classes: 08 connection, 40 undone by another, 53 a full disk, 57 a restart; else the socket's own errors. */
const AWAY = /^(08|40|53|57)...$|^E[A-Z]+$/

/** A connection that breaks off in the middle has no code. */
const throwAway = (error: unknown): never => {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const isAway = typeof code === 'string' ? AWAY.test(code) : /connection|timeout/i.test(String(message))
  throw isAway ? new DatabaseAway('PostgreSQL is away', { cause: error }) : error
}

const checkFlushed = async (pool: Pool) => {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await pool.query<Record<string, string>>(`show ${setting}`)
    if (rows[0]?.[setting] === 'off') {
      throw new UnsafeDatabase(
        `PostgreSQL runs with ${setting} = off and would lose what it has confirmed. Turn it on.`
      )
    }
  }
}

const queryOn =
  (client: PoolClient): Query =>
  async (sql, values = []) =>
    (await client.query({ text: numbered(sql), values: [...values] }).catch(throwAway)).rows

const numberedBySql = new Map<string, string>()

/** `?` to `$1`, `$2`, …: none of our SQL has a question mark of its own. */
const numbered = (sql: string): string => {
  const known = numberedBySql.get(sql)
  if (known !== undefined) return known
  let last = 0
  const text = sql.replaceAll('?', () => `$${(last += 1)}`)
  numberedBySql.set(sql, text)
  return text
}
