// SQLite inside Node: one file, flushed at every commit. One connection writes, in turns; each read has its own, so that
// it sees one committed state however long it takes.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type Database, DatabaseAway, type Query, UnsafeDatabase } from '#server/store/database.ts'
import { createTurns } from '#server/store/turns.ts'

/** Another process (a command beside the running server) may hold the file this long. */
const WAIT_MS = 10_000

type Connection = { database: DatabaseSync; query: Query }

/** Throws `UnsafeDatabase` when the file is damaged. */
export const openSqlite = async (path: string): Promise<Database> => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const writer = connect(path)
  checkWhole(writer.database)
  const idle: Connection[] = []
  const inTurn = createTurns()

  const transaction: Database['transaction'] = (work) =>
    inTurn(() => within(writer, 'begin immediate', () => work(writer.query)))

  return {
    kind: 'sqlite',
    transaction,
    alone: transaction,
    read: async (work) => {
      const reader = idle.pop() ?? connect(path, true)
      try {
        return await within(reader, 'begin', () => work(reader.query))
      } finally {
        idle.push(reader)
      }
    },
    close: () =>
      inTurn(async () => {
        for (const { database } of idle.splice(0)) database.close()
        writer.database.close()
      })
  }
}

const connect = (path: string, readOnly = false): Connection => {
  const database = new DatabaseSync(path, { timeout: WAIT_MS, readOnly })
  if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return { database, query: async (sql, values = []) => tellAway(() => prepare(sql).all(...values)) }
}

const within = async <Outcome>(
  { database }: Connection,
  begin: string,
  work: () => Promise<Outcome>
): Promise<Outcome> => {
  try {
    tellAway(() => database.exec(begin))
    const outcome = await work()
    tellAway(() => database.exec('commit'))
    return outcome
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

/** Primary result codes: busy, input or output failed, disk full. */
const AWAY = [5, 10, 13]

const tellAway = <Outcome>(work: () => Outcome): Outcome => {
  try {
    return work()
  } catch (error) {
    const { errcode = 0 } = error as { errcode?: number }
    throw AWAY.includes(errcode & 0xff) ? new DatabaseAway('SQLite is away', { cause: error }) : error
  }
}

const checkWhole = (database: DatabaseSync) => {
  const said = database.prepare('pragma quick_check(1)').all()[0]?.['quick_check']
  if (said !== 'ok') throw new UnsafeDatabase(`The data file is damaged (${String(said)}). Restore a backup.`)
}
