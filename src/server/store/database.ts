// The little a store asks of a database. Everything else is SQL that SQLite and PostgreSQL both speak, written once.

export type Value = string | number | null | Uint8Array
export type Row = Readonly<Record<string, unknown>>

/** `?` stands for a value, in order. */
export type Query = (sql: string, values?: readonly Value[]) => Promise<Row[]>

export type Database = {
  readonly kind: 'sqlite' | 'postgres'
  /** What `work` wrote is on the disk when this resolves, and undone when it rejects. */
  readonly transaction: <Outcome>(work: (query: Query) => Promise<Outcome>) => Promise<Outcome>
  /** A transaction that no other process runs at the same time as one of its own kind: set-up and restore. */
  readonly alone: <Outcome>(work: (query: Query) => Promise<Outcome>) => Promise<Outcome>
  /** One unchanging view of what is committed, while others go on writing. */
  readonly read: <Outcome>(work: (query: Query) => Promise<Outcome>) => Promise<Outcome>
  readonly close: () => Promise<void>
}

/** Nothing is wrong with what was asked: the database cannot be reached, is locked too long, or its disk is full. */
export class DatabaseAway extends Error {}

/** What keeps a server from starting on a database that would lose what it confirmed. */
export class UnsafeDatabase extends Error {}
