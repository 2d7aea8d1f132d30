// A database of this phone. A later version of the app may add to its schema; the upgrade is one transaction of the
// browser's, so a kill inside it leaves it whole or not there. Code older than what is stored lets go and writes nothing:
// Dexie alone would let it write rows the newer code does not expect.
import { Dexie, type DexieOptions, type Transaction } from 'dexie'
import type { Platform } from '#device/platform.ts'

export type SchemaVersion = {
  /** 1, 2, 3 … Each that was ever released keeps its place here, and its fixture in `tests/device/released`. */
  readonly version: number
  /** In Dexie's notation. A later version names what it adds or changes and takes no store away. */
  readonly stores: Readonly<Record<string, string>>
  /** Waits for nothing but the transaction, or the browser ends it. What it throws undoes the whole upgrade. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>
}

/** What is stored was written by a later version of the app than this one. */
export class NewerStorage extends Error {
  override readonly name = 'NewerStorage'
}

export const createVersionedDatabase = (
  name: string,
  versions: readonly SchemaVersion[],
  options: DexieOptions = {}
): Dexie => {
  const database = new Dexie(name, options)
  for (const { version, stores, upgrade } of versions) {
    const declared = database.version(version).stores(stores)
    if (upgrade !== undefined) declared.upgrade(upgrade)
  }
  database.on(
    'ready',
    () => {
      const stored = toVersion(database.backendDB().version)
      if (stored > database.verno) throw new NewerStorage(`${name} is of version ${stored}, not ${database.verno}`)
    },
    true
  )
  return database
}

/**
 * Before a question. Once opening has failed, as it does while a phone is full, Dexie answers with that failure for ever;
 * asked explicitly it tries again.
 */
export const ensureOpen = async (...databases: readonly Dexie[]): Promise<void> => {
  for (const database of databases) if (!database.isOpen()) await database.open()
}

/** A database that closes because of this tells it with its next answer, wrapped in errors of Dexie's own. */
export const isNewerStorage = (error: unknown): boolean => {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: unknown }
  return name === 'NewerStorage' || (inner !== undefined && isNewerStorage(inner))
}

export type Upgrades = {
  /** Another window, of an older version, keeps its hold on this database, and the upgrade waits for it. */
  readonly onBlocked: () => void
  /** A newer version upgrades, and this one has let go. The next question waits until that is done, or came to nothing. */
  readonly onLetGo: () => void
}

export const watchUpgrades = (databases: readonly Dexie[], { onBlocked, onLetGo }: Upgrades): void => {
  for (const database of databases) {
    // False: what Dexie would do itself, such as warn on the console, is not done.
    database.on('blocked', () => {
      onBlocked()
      return false
    })
    database.on('versionchange', ({ newVersion }) => {
      if (toVersion(newVersion ?? 0) <= database.verno) return true
      database.close({ disableAutoOpen: false })
      onLetGo()
      return false
    })
  }
}

/** For a worker without a screen: the page has the words. */
export const tellUpgrades = (databases: readonly Dexie[], { tell }: Pick<Platform, 'tell'>): void =>
  watchUpgrades(databases, { onBlocked: () => tell('upgrade_blocked'), onLetGo: () => {} })

/** Dexie keeps ten numbers of the browser's for each of its own. */
const toVersion = (native: number): number => Math.floor(native / 10)
