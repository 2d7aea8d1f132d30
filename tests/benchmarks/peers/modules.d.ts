// As much of the peers' types as the bench calls, so that types are checked where they are not installed.
declare module 'pouchdb-browser' {
  import type { PouchConstructor } from 'pouchdb-core'
  const PouchDB: PouchConstructor
  export default PouchDB
}

declare module 'pouchdb-core' {
  type Replication = PromiseLike<{ readonly ok: boolean; readonly docs_written: number }>
  type BulkAnswer = readonly ({ readonly ok: true } | { readonly error: true })[]
  export type Pouch = {
    readonly bulkDocs: (documents: readonly object[]) => Promise<BulkAnswer>
    readonly put: (document: object) => Promise<{ readonly ok: boolean }>
    readonly allDocs: (how: { include_docs: true }) => Promise<{ readonly rows: readonly { readonly doc: object }[] }>
    readonly info: () => Promise<{ readonly doc_count: number }>
    readonly destroy: () => Promise<unknown>
    readonly replicate: {
      readonly to: (url: string, how: { batch_size: number }) => Replication
      readonly from: (url: string, how: { batch_size: number }) => Replication
    }
  }
  export type PouchConstructor = {
    new (name: string, settings?: { adapter?: string }): Pouch
    readonly plugin: (plugin: unknown) => PouchConstructor
    readonly defaults: (settings: object) => PouchConstructor
  }
  const PouchDB: PouchConstructor
  export default PouchDB
}

declare module 'pouchdb-adapter-memory'
declare module 'pouchdb-mapreduce'
declare module 'pouchdb-replication'

declare module 'express' {
  type Handler = (request: never, response: never, next: never) => void
  type App = {
    readonly use: (at: string | Handler, handler?: Handler) => void
    readonly listen: (port: number, host: string, done: () => void) => import('node:http').Server
  }
  const express: { (): App; readonly static: (folder: string) => Handler }
  export default express
}

declare module 'express-pouchdb' {
  const expressPouchDB: (pouch: object, settings: object) => (request: never, response: never, next: never) => void
  export default expressPouchDB
}

declare module 'rxdb' {
  export type Collection = {
    readonly bulkInsert: (documents: readonly object[]) => Promise<{ readonly error: readonly unknown[] }>
    readonly find: () => { readonly exec: () => Promise<readonly { readonly toJSON: () => object }[]> }
  }
  export const createRxDatabase: (settings: object) => Promise<{
    readonly addCollections: (collections: object) => Promise<Readonly<Record<string, Collection>>>
  }>
}

declare module 'rxdb/plugins/replication' {
  export const replicateRxCollection: (settings: object) => {
    readonly awaitInSync: () => Promise<unknown>
    readonly cancel: () => Promise<unknown>
  }
}

declare module 'rxdb/plugins/storage-dexie' {
  export const getRxStorageDexie: () => unknown
}
