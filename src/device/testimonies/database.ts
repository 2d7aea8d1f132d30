// Testimonies on a phone, in a database of their own, apart from every record: on a team's phone those that wait, sealed so
// that it cannot read them; on the phone of the organisation that collects them, those that have come, sealed to it.
import type { Dexie, Table } from 'dexie'
import type { Carrier } from '#device/letterbox/round.ts'
import { createVersionedDatabase, type SchemaVersion } from '#device/versioned-database.ts'
import type { SealedTestimony } from '#protocol/testimony.ts'

export type LeavingRow = {
  /** Random, as its place in the table therefore is. */
  id: string
  /** The very bytes that are handed over. */
  json: string
  /** The full hour from which it may be handed over; milliseconds since 1970 UTC. */
  from: number
  /** Of the server's receipt. Under another epoch it is offered again. */
  epoch?: string
  /** The midnight at which one with a receipt is forgotten. */
  until?: number
}

export type TestimonyDatabase = Dexie & {
  leaving: Table<LeavingRow, string>
  come: Table<SealedTestimony, string>
}

/** Whoever hands them over or fetches them needs no key. */
export type TestimonyCarrier = Pick<Carrier, 'letterbox' | 'platform'> & { readonly testimonies: TestimonyDatabase }

export const TESTIMONY_VERSIONS: readonly SchemaVersion[] = [{ version: 1, stores: { leaving: 'id', come: 'id' } }]

export const openTestimonies = (name = 'susret-testimonies', versions = TESTIMONY_VERSIONS): TestimonyDatabase =>
  createVersionedDatabase(name, versions, { chromeTransactionDurability: 'strict' }) as TestimonyDatabase

/** So many may wait here: more than a team takes down in weeks, and few enough for any phone. Asked before anybody tells. */
export const MOST_WAITING = 50

/** The place of one that could not be read as it came: it is in sight, is asked for again, and can be deleted. */
export const setAside = (id: string): SealedTestimony => ({ id, organisation: '', boxes: [], body: '' })
export const isSetAside = ({ body }: Pick<SealedTestimony, 'body'>): boolean => body === ''

/** Those that no receipt was heard of. */
export const countLeaving = (database: TestimonyDatabase): Promise<number> =>
  database.leaving.filter(({ epoch }) => epoch === undefined).count()
