// One write, durable when it resolves, without a library in between: saving is what a worker waits for. The database is
// still Dexie's; where the browser has closed its connection (iOS does so to a page in the background) it is opened again
// and the whole transaction repeated.
import type { Dexie } from 'dexie'
import { ensureOpen, isNewerStorage } from '#device/versioned-database.ts'

/**
 * `called_off`: `work` saw something it did not expect, or added what is there already; nothing was written. `full`: the browser
 * will not keep more.
 */
export type Written = 'done' | 'called_off' | 'full'

export type Stores<Name extends string> = Readonly<Record<Name, IDBObjectStore>>

/**
 * Asks for everything at once and may ask for more when it is answered. `commit`: there is nothing more to ask, so the
 * browser need not wait until its answers have been heard; one that fails still undoes the whole. A repeated transaction
 * runs the work again.
 */
export type Work<Name extends string> = (stores: Stores<Name>, callOff: () => void, commit: () => void) => void

export const writeStrictly = async <Name extends string>(
  database: Dexie,
  names: readonly Name[],
  work: Work<Name>
): Promise<Written> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await ensureOpen(database)
      return await writeOnce(database.backendDB(), names, work)
    } catch (error) {
      if (isPhoneFull(error)) return 'full'
      if (!isConnectionGone(error) || tries === TRIES) throw error
      database.close({ disableAutoOpen: false })
    }
  }
}

/** What may be asked twice without harm, asked again where the connection broke under it. */
export const askAgain = async <Value>(database: Dexie, ask: () => PromiseLike<Value>): Promise<Value> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await ensureOpen(database)
      return await ask()
    } catch (error) {
      if (isPhoneFull(error) || !isConnectionGone(error) || tries === TRIES) throw error
    }
  }
}

/** Calls `hear` with the answer. A request that fails aborts its transaction, which is where it is told. */
export const whenRead = (request: IDBRequest, hear: (value: unknown) => void): void => {
  request.onsuccess = () => hear(request.result)
}

/**
 * Chromium says QuotaExceededError, or on a disk that is truly full UnknownError with its own FILE_ERROR_NO_SPACE; then it
 * closes the connection, and opening it again fails for want of room, at times only as an internal error. What Dexie wraps it says again in its message, which
 * is all that comes out of a worker.
 */
export const isPhoneFull = (error: unknown): boolean => {
  const { name, message = '', inner } = (error ?? {}) as { name?: string; message?: string; inner?: unknown }
  return name === 'QuotaExceededError' || IS_FULL.test(message) || (inner !== undefined && isPhoneFull(inner))
}

const IS_FULL = /NO_SPACE|QuotaExceededError|full disk|error opening backing store/

const TRIES = 3

const writeOnce = <Name extends string>(
  database: IDBDatabase,
  names: readonly Name[],
  work: Work<Name>
): Promise<Written> =>
  new Promise((settle, reject) => {
    const transaction = database.transaction([...names], 'readwrite', { durability: 'strict' })
    let isCalledOff = false
    transaction.oncomplete = () => settle('done')
    transaction.onabort = () => {
      if (isCalledOff || transaction.error?.name === 'ConstraintError') settle('called_off')
      else reject(transaction.error ?? new ConnectionGone('The browser ended the transaction without a reason'))
    }
    const stores = Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)])) as Stores<Name>
    const callOff = () => {
      isCalledOff = true
      transaction.abort()
    }
    work(stores, callOff, () => isCalledOff || transaction.commit())
  })

class ConnectionGone extends Error {}

/** `InvalidStateError`: the connection is closing or closed. `UnknownError`: the browser has lost what lies behind it. */
const GONE = ['InvalidStateError', 'UnknownError', 'AbortError', 'DatabaseClosedError']

const isConnectionGone = (error: unknown): boolean =>
  error instanceof ConnectionGone || (error instanceof Error && GONE.includes(error.name) && !isNewerStorage(error))
