// PostgreSQL, for when one machine is outgrown: several server processes, one database.
import { Pool, type PoolClient, types } from 'pg'
import { type Database, type Query, UnsafeDatabase } from '#server/store/database.ts'

/** Any number, the same for every process of one database. */
const ALONE_LOCK = 2018_07

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
    application_name: 'susret',
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format ?? 'text')
    }
  })
  pool.on('error', onBroken)
  try {
    await checkFlushed(pool)
  } catch (error) {
    await pool.end()
    throw error
  }

  const within = async <Outcome>(begin: string, work: (query: Query) => Promise<Outcome>): Promise<Outcome> => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query(begin)
      const outcome = await work(queryOn(client))
      await client.query('commit')
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
    (await client.query({ text: numbered(sql), values: [...values] })).rows

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
