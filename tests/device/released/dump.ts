// A database as plain JSON, read and written past every library: how a released version left it on a phone. The writer
// also runs inside a browser's page, so it may use nothing from outside itself.

export type Dump = {
  /** The browser's own number; Dexie multiplies by ten. */
  readonly version: number
  readonly stores: readonly DumpedStore[]
}

type DumpedStore = {
  readonly name: string
  readonly keyPath: string
  readonly autoIncrement: boolean
  readonly indexes: readonly string[]
  /** Bytes stand as `{ "bytes": <base64> }`. */
  readonly rows: readonly unknown[]
}

export const readDump = async (name: string): Promise<Dump> => {
  const database = await answerOf(indexedDB.open(name))
  const names = [...database.objectStoreNames]
  const transaction = database.transaction(names)
  const stores = names.map(async (one): Promise<DumpedStore> => {
    const store = transaction.objectStore(one)
    const rows: unknown[] = await answerOf(store.getAll())
    return {
      name: one,
      keyPath: String(store.keyPath),
      autoIncrement: store.autoIncrement,
      indexes: [...store.indexNames],
      rows: rows.map(withoutBytes)
    }
  })
  const dump = { version: database.version, stores: await Promise.all(stores) }
  database.close()
  return dump
}

export const writeDump = async ({ name, dump }: { name: string; dump: Dump }): Promise<void> => {
  const withBytes = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(withBytes)
    if ('bytes' in value && typeof value.bytes === 'string') {
      return Uint8Array.from(atob(value.bytes), (letter) => letter.charCodeAt(0))
    }
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withBytes(one)]))
  }
  const asked = indexedDB.open(name, dump.version)
  asked.onupgradeneeded = () => {
    for (const { name: one, keyPath, autoIncrement, indexes, rows } of dump.stores) {
      const store = asked.result.createObjectStore(one, { keyPath, autoIncrement })
      for (const index of indexes) store.createIndex(index, index)
      for (const row of rows) store.put(withBytes(row))
    }
  }
  await new Promise<void>((resolve, reject) => {
    asked.onsuccess = () => resolve()
    asked.onerror = () => reject(asked.error ?? new Error(`${name} could not be written`))
  })
  asked.result.close()
}

const withoutBytes = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(withoutBytes)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutBytes(one)]))
}

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('No answer'))
  })
