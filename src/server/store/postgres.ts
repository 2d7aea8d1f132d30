// PostgreSQL, for when one machine is outgrown: several server processes, one database.
import { Pool, type PoolClient, types } from 'pg'
import { type Database, DatabaseAway, type Query, type Row, UnsafeDatabase } from '#server/store/database.ts'

/** Any number, the same for every process of one database. */
const ALONE_LOCK = 2018_07

/** A database that is away is told to phones as "later" before they give up waiting. */
const CONNECT_WITHIN_MS = 10_000
/**
 * To one statement. A machine that loses its power says no word, and everyone would wait for whoever waits for it. Set-up and restore
 * may take longer; for them, and for connections that rest, there is the sign of life.
 */
const ANSWER_WITHIN_MS = 30_000
const SIGN_OF_LIFE_AFTER_MS = 30_000

export type PostgresOptions = {
  readonly connections?: number
  readonly answerWithinMs?: number
  /** Called when a resting connection breaks; the pool replaces it by itself. */
  readonly onBroken?: (error: Error) => void
}

/** Throws `UnsafeDatabase` when the database would confirm what it has not flushed. */
export const openPostgres = async (
  url: string,
  { connections = 8, answerWithinMs = ANSWER_WITHIN_MS, onBroken = () => {} }: PostgresOptions = {}
): Promise<Database> => {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: SIGN_OF_LIFE_AFTER_MS,
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

  const within = async <Outcome>(
    begin: string,
    work: (query: Query) => Promise<Outcome>,
    waitMs?: number
  ): Promise<Outcome> => {
    const client = await pool.connect().catch(throwAway)
    const query = queryOn(client, waitMs)
    let broken: Error | undefined
    try {
      await query(begin)
      const outcome = await work(query)
      await query('commit')
      return outcome
    } catch (error) {
      await query('rollback').catch((lost: Error) => {
        broken = lost
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    kind: 'postgres',
    transaction: (work) => within('begin', work, answerWithinMs),
    alone: (work) =>
      within('begin', async (query) => {
        await query('select pg_advisory_xact_lock(?)', [ALONE_LOCK])
        return work(query)
      }),
    read: (work) => within('begin isolation level repeatable read read only', work, answerWithinMs),
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

/** Of a connection that gave no answer within `waitMs` nothing more is asked: it would wait for that one first. */
const queryOn = (client: PoolClient, waitMs?: number): Query => {
  let silent: Error | undefined
  return async (sql, values = []) => {
    if (silent !== undefined) throwAway(silent)
    const asked = { text: numbered(sql), values: [...values], ...(waitMs !== undefined && { query_timeout: waitMs }) }
    const answer = await client.query<Row>(asked).catch((error: Error) => {
      if (error.message === NO_ANSWER) silent = error
      return throwAway(error)
    })
    return answer.rows
  }
}

/** As pg says it. */
const NO_ANSWER = 'Query read timeout'

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
