// The phones' disks: fake-indexeddb, its order given by the scheduler. Whoever is killed loses what was not committed;
// a transaction whose every request was answered may have been committed or not. A full disk refuses. A browser that closes
// a connection ends what is under way over it, and may have kept it all the same.
import FDBObjectStore from 'fake-indexeddb/lib/FDBObjectStore'
import FDBDatabase from 'fake-indexeddb/lib/FDBDatabase'
import FDBOpenDBRequest from 'fake-indexeddb/lib/FDBOpenDBRequest'
import FDBTransaction from 'fake-indexeddb/lib/FDBTransaction'
import FDBVersionChangeEvent from 'fake-indexeddb/lib/FDBVersionChangeEvent'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { Dexie } from 'dexie'
import type { Chance } from '#tests/simulation/chance.ts'
import type { Owner, Scheduler } from '#tests/simulation/scheduler.ts'

type RawRecord = { key: unknown; value: unknown }
type RawStore = { records: { values: () => Iterable<RawRecord> } }
type RawDatabase = {
  name: string
  version: number
  transactions: RawTransaction[]
  connections: RawConnection[]
  rawObjectStores: Map<string, RawStore>
  processTransactions: () => void
}
type RawConnection = {
  _rawDatabase: RawDatabase
  _closed: boolean
  _closePending: boolean
  owner?: Owner
  dispatchEvent: (event: unknown) => unknown
}
type RawStoreHandle = { readonly name: string; readonly transaction: RawTransaction }
type RawRequest = { result?: RawConnection; transaction?: RawTransaction | null; owner?: Owner }
type RawTransaction = {
  _state: 'active' | 'inactive' | 'committing' | 'finished'
  _started: boolean
  _requests: { request: { readyState: string } }[]
  _rollbackLog: (() => void)[]
  _scope: Set<string>
  mode: 'readonly' | 'readwrite' | 'versionchange'
  error: unknown
  db: RawConnection
  owner?: Owner
  _start: () => void
  _abort: (name: string | null) => void
}

export type Disk = {
  readonly name: string
  /** Databases opened from here on live on this disk. */
  readonly use: () => void
  isFull: boolean
  /** The private files beside the databases. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>
  /** What is there, committed or about to be: every record of every store. */
  readonly records: (database: string, store: string) => RawRecord[]
  readonly databases: () => { name: string; stores: string[] }[]
  /** The power of one owner is cut: its transactions are undone or, where nothing was left to do, perhaps kept. */
  readonly cut: (owner: Owner) => void
  /** The browser closes every connection, as iOS does to a page in the background. Whoever had them lives on. */
  readonly closeConnections: () => void
  /** The browser throws the databases away, as where it is short of room; the files beside them stay. Nobody may be at work. */
  readonly evict: () => void
}

export type StoredRow = { readonly database: string; readonly store: string; readonly record: unknown }

export type Commit = {
  readonly owner: Owner | undefined
  readonly database: string
  readonly stores: ReadonlySet<string>
}

export type StorageParts = {
  readonly scheduler: Scheduler
  readonly chance: Chance
  /** A row is written, whatever becomes of its transaction. */
  readonly stored: (disk: Disk, row: StoredRow) => void
  readonly committed: (disk: Disk, commit: Commit) => void
  /** The probability that the browser closes the connection at one step of a transaction. */
  readonly closing: () => number
  /** What decides about closed connections, apart from all else. */
  readonly connections: Chance
  readonly counted: (fault: 'full_disk' | 'undone' | 'kept_unseen' | 'connection_closed') => void
}

type Engine = StorageParts & { readonly diskOf: (raw: RawDatabase) => Disk | undefined }

let engine: Engine | undefined

/** Once per seed. The engine underneath is one for the whole process; seeds run one after the other. */
export const createStorage = (parts: StorageParts) => {
  const disks = new Map<string, Disk>()
  // Whoever was killed never closed its own: Dexie would hold every database of every life before this one.
  ;(Dexie as unknown as { connections: Dexie[] }).connections.length = 0
  engine = { ...parts, diskOf: (raw) => disks.get(raw.name.split('/')[0] ?? '') }
  return {
    createDisk: (name: string): Disk => {
      const factory = new IDBFactory()
      const open = factory.open.bind(factory)
      factory.open = (...args) => {
        const request = open(...args)
        ;(request as unknown as RawRequest).owner = parts.scheduler.current()
        return request
      }
      const { _databases: databases } = factory as unknown as { _databases: Map<string, RawDatabase> }
      const raws = (): RawDatabase[] => [...databases.values()]
      const disk: Disk = {
        name,
        isFull: false,
        files: new Map(),
        use: () => {
          Dexie.dependencies.indexedDB = factory
        },
        records: (database, store) => [
          ...(raws()
            .find((raw) => raw.name === database)
            ?.rawObjectStores.get(store)
            ?.records.values() ?? [])
        ],
        databases: () => raws().map((raw) => ({ name: raw.name, stores: [...raw.rawObjectStores.keys()] })),
        cut: (owner) => raws().forEach((raw) => cutFrom(raw, owner, parts)),
        closeConnections: () => {
          for (const raw of raws()) for (const connection of raw.connections.slice()) closeByBrowser(parts, connection)
        },
        evict: () => databases.clear()
      }
      disks.set(name, disk)
      return disk
    }
  }
}

const cutFrom = (raw: RawDatabase, owner: Owner, { chance, counted }: StorageParts) => {
  for (const transaction of raw.transactions.slice()) {
    if (transaction.owner !== owner || transaction._state === 'finished') continue
    const isWriting = transaction.mode !== 'readonly' && transaction._rollbackLog.length > 0
    const isDone = transaction._started && transaction._requests.length === 0
    if (transaction.mode === 'versionchange') {
      counted('undone')
      transaction._abort('AbortError')
      continue
    }
    if (isWriting && isDone && chance.is(0.5)) {
      counted('kept_unseen')
      if (engine !== undefined) noteCommit(engine, transaction)
    } else {
      if (isWriting) counted('undone')
      for (const undo of transaction._rollbackLog.toReversed()) undo()
    }
    transaction._requests = []
    transaction._rollbackLog = []
    transaction._state = 'finished'
    raw.transactions.splice(raw.transactions.indexOf(transaction), 1)
  }
  for (const connection of raw.connections.slice()) if (connection.owner === owner) shut(connection)
  raw.processTransactions()
}

/** Of a transaction that wrote. */
const noteCommit = ({ diskOf, committed }: Engine, { db, _scope, mode, owner, _rollbackLog }: RawTransaction) => {
  const disk = diskOf(db._rawDatabase)
  if (disk === undefined || mode !== 'readwrite' || _rollbackLog.length === 0) return
  committed(disk, { owner, database: db._rawDatabase.name, stores: _scope })
}

const ownerOf = (thing: { owner?: Owner }): Owner | undefined => {
  if (thing.owner === undefined && engine !== undefined) thing.owner = engine.scheduler.current()
  return thing.owner
}

/** Taught to the engine once: who owns what, when a commit happens, and that a disk can be full. */
const patchEngine = () => {
  const transactions = FDBTransaction.prototype as unknown as RawTransaction
  const start = transactions._start
  transactions._start = function (this: RawTransaction) {
    const owner = ownerOf(this)
    if (engine === undefined || owner === undefined) return start.call(this)
    engine.scheduler.become(owner)
    if (this._state === 'finished') return
    if (isRefusedByDisk(engine, this) || isClosedByBrowser(engine, this)) return
    start.call(this)
    // The first call after the last request commits; a listener may still have aborted.
    if ((this._state as string) === 'finished' && this.error === null) noteCommit(engine, this)
  }

  const stores = FDBObjectStore.prototype as unknown as Record<'put' | 'add', (...args: unknown[]) => unknown>
  for (const name of ['put', 'add'] as const) {
    const write = stores[name]
    stores[name] = function (this: RawStoreHandle, ...args) {
      const { name: database } = this.transaction.db._rawDatabase
      const disk = engine?.diskOf(this.transaction.db._rawDatabase)
      if (disk !== undefined) engine?.stored(disk, { database, store: this.name, record: args })
      return write.apply(this, args)
    }
  }

  const connections = FDBDatabase.prototype as unknown as {
    transaction: (...args: unknown[]) => RawTransaction
    dispatchEvent: (event: unknown) => unknown
  }
  const transaction = connections.transaction
  connections.transaction = function (this: RawConnection, ...args) {
    const made = transaction.apply(this, args)
    made.owner = ownerOf(this) as Owner
    return made
  }
  const dispatchEvent = connections.dispatchEvent
  connections.dispatchEvent = function (this: RawConnection, event) {
    const owner = ownerOf(this)
    if (engine !== undefined && owner !== undefined) engine.scheduler.become(owner)
    return dispatchEvent.call(this, event)
  }
  const requests = FDBOpenDBRequest.prototype as unknown as { dispatchEvent: (event: unknown) => unknown }
  requests.dispatchEvent = function (this: RawRequest, event) {
    const { owner, result, transaction: upgrade } = this
    if (engine === undefined || owner === undefined) return dispatchEvent.call(this, event)
    engine.scheduler.become(owner)
    if (result !== undefined) result.owner = owner
    if (upgrade) upgrade.owner = owner
    if (owner.alive) return dispatchEvent.call(this, event)
    if (result !== undefined) shut(result)
    if (upgrade) throw new Error('Whoever asked for the upgrade is dead')
    return true
  }
}

const shut = (connection: RawConnection) => {
  connection._closePending = true
  connection._closed = true
  const { connections } = connection._rawDatabase
  if (connections.includes(connection)) connections.splice(connections.indexOf(connection), 1)
}

/** Chromium says so at the put or not before the commit; both abort the whole transaction. */
const isRefusedByDisk = ({ diskOf, chance, counted }: Engine, transaction: RawTransaction): boolean => {
  const { mode, _rollbackLog, _requests, db } = transaction
  if (mode !== 'readwrite' || _rollbackLog.length === 0 || diskOf(db._rawDatabase)?.isFull !== true) return false
  if (_requests.length > 0 && !chance.is(0.3)) return false
  counted('full_disk')
  transaction._abort('QuotaExceededError')
  return true
}

/** Under a write oftener: that is what is told of afterwards. */
const isClosedByBrowser = (parts: Engine, { mode, db }: RawTransaction): boolean =>
  parts.connections.is(parts.closing() * (mode === 'readwrite' ? 4 : 1)) && closeByBrowser(parts, db)

/** Not in an upgrade, which ends as it does where somebody is killed. */
const closeByBrowser = (parts: StorageParts, connection: RawConnection): boolean => {
  const { scheduler, connections: chance, counted } = parts
  const { _rawDatabase: raw, owner } = connection
  const underWay = raw.transactions.filter(({ db, _state }) => db === connection && _state !== 'finished')
  if (owner?.alive !== true || underWay.some(({ mode }) => mode === 'versionchange')) return false
  counted('connection_closed')
  scheduler.become(owner)
  for (const transaction of underWay) endUnheard(parts, transaction)
  shut(connection)
  if (chance.is(0.5)) {
    scheduler.after(chance.next(), { owner, label: 'hears that its storage was closed' }, () =>
      connection.dispatchEvent(new FDBVersionChangeEvent('close'))
    )
  }
  raw.processTransactions()
  return true
}

/** What had nothing left to do is kept or undone; its owner hears the same, and seldom why. */
const endUnheard = ({ connections: chance, counted }: StorageParts, transaction: RawTransaction) => {
  const { mode, _rollbackLog, _started, _requests } = transaction
  const isWriting = mode === 'readwrite' && _rollbackLog.length > 0
  if (isWriting && _started && _requests.length === 0 && chance.is(0.5)) {
    counted('kept_unseen')
    if (engine !== undefined) noteCommit(engine, transaction)
    transaction._rollbackLog = []
  } else if (isWriting) counted('undone')
  transaction._abort(chance.pick(['AbortError', 'UnknownError', null]))
}

Dexie.dependencies.IDBKeyRange = IDBKeyRange
patchEngine()
