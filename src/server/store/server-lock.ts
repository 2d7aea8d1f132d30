// One running server per data folder. The lock is SQLite's own on a file beside the data, so it ends with the process,
// however that ends; commands beside the server need none.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Undefined when another server runs on this folder. */
export const lockFolder = (folder: string): { release: () => void } | undefined => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw error
  }
  return { release: () => lock.close() }
}

const SQLITE_BUSY = 5
