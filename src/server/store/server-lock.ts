// Who uses the data. SQLite: one running server per folder; the lock is SQLite's own on a file beside the data. PostgreSQL: any
// number of servers, and none while a backup is restored; each holds the lock over a connection of its own. Both locks end with
// the process, however that ends; commands beside the server need none.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'

export type DataLock = { readonly release: () => Promise<void> }

/** Undefined when another server runs on this folder. */
export const lockFolder = (folder: string): DataLock | undefined => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw error
  }
  return { release: async () => lock.close() }
}

const SQLITE_BUSY = 5

/** `shared`: a server, beside others. `alone`: a restore. */
export type Hold = 'shared' | 'alone'

export type DatabaseLockParts = {
  /** Runs `work` after `ms`. */
  readonly later: (ms: number, work: () => void) => void
  /** The connection broke, as it does when PostgreSQL is restarted: from here on the lock is asked for until it is held again. */
  readonly onLost?: () => void
}

/** Undefined when the data is held in a way that does not go with this one. */
export const lockDatabase = async (
  url: string,
  hold: Hold,
  { later, onLost = () => {} }: DatabaseLockParts
): Promise<DataLock | undefined> => {
  let held = await take(url, hold)
  if (held === undefined) return undefined
  let isReleased = false

  const takeAgain = async () => {
    const again = isReleased ? undefined : await take(url, hold).catch(() => undefined)
    if (isReleased) return again?.end()
    if (again === undefined) return later(AGAIN_AFTER_MS, () => void takeAgain())
    held = again
    watch(again)
  }
  const watch = (connection: Client) => {
    connection.once('end', () => {
      if (isReleased) return
      onLost()
      void takeAgain()
    })
  }
  watch(held)
  return {
    release: async () => {
      isReleased = true
      await held?.end().catch(() => undefined)
    }
  }
}

/** What PostgreSQL's own list of connections calls it. */
export const LOCK_CONNECTION = 'susret lock'
/** Any number, the same for every process of one database, and no other than the store's own lock has. */
const DATA_LOCK = 2018_08
const TAKE: Record<Hold, string> = {
  shared: 'select pg_try_advisory_lock_shared($1) as held',
  alone: 'select pg_try_advisory_lock($1) as held'
}
const AGAIN_AFTER_MS = 1_000
const CONNECT_WITHIN_MS = 10_000
/** Nothing is said over this connection: what stands between would take it for forgotten. */
const SIGN_OF_LIFE_AFTER_MS = 30_000

const take = async (url: string, hold: Hold): Promise<Client | undefined> => {
  const connection = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: SIGN_OF_LIFE_AFTER_MS,
    application_name: LOCK_CONNECTION
  })
  // A break is told by its end; without a listener it would end the server.
  connection.on('error', () => undefined)
  await connection.connect()
  try {
    const { rows } = await connection.query<{ held: boolean }>(TAKE[hold], [DATA_LOCK])
    if (rows[0]?.held === true) return connection
  } catch (error) {
    await connection.end().catch(() => undefined)
    throw error
  }
  await connection.end()
  return undefined
}
