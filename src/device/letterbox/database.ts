// What must never be lost, in a database of its own with a schema that does not change: sealed rows not yet folded away,
// sealed parcels, deliveries as they came. Whoever carries parcels needs this and no key.
import type { Dexie, Table } from 'dexie'
import { createVersionedDatabase, type SchemaVersion } from '#device/versioned-database.ts'
import type { Bytes } from '#protocol/bytes.ts'
import type { DeviceId } from '#protocol/ids.ts'
import type { PublicKey } from '#protocol/keys.ts'
import type { AsideReason } from '#protocol/receipt.ts'
import type { ProblemCode } from '#protocol/problem.ts'

/** One saved change, sealed under the vault key. */
export type SealedRow = { counter: number; sealed: Bytes }

/**
 * `open`: the next save may still add to it. `closed`: handed out at least once, its bytes are final.
 * `received`: the server's receipt was verified.
 */
export type ParcelStanding = {
  parcel: number
  from: number
  count: number
  state: 'open' | 'closed' | 'received'
  bytes: number
  tries: number
  receivedAt?: number
  aside?: { counter: number; reason: AsideReason }[]
  problem?: ProblemCode
  /** A person has saved it to a file for the team. */
  inFile?: true
}

export type ParcelContent = { parcel: number; bytes: Bytes }

/** Sealed to this phone's inbox key. `arrived` orders them. */
export type StoredDelivery = { arrived?: number; from: string; to: string; count: number; bytes: Bytes }

/** Enough to carry parcels and to fetch deliveries; not enough to read either. */
export type Credentials = {
  device: DeviceId
  token: string
  serverKey: PublicKey
  /** Tells the organisation from others and does not name it. A phone that joined before it was kept lacks it. */
  team?: string
}

/** The next change's counter and the next parcel's number. `open`: the parcel that the next save may add to. */
export type Numbers = { counter: number; parcel: number; open?: number }

/** What the numbers became with one save or one handing out. A turn is added and never replaced, so nobody takes one twice. */
export type Turn = Numbers & { turn: number }

export type LetterboxState = {
  credentials?: Credentials
  epoch?: string
  pastEpochs: string[]
  cursor: string
  lastContact?: number
  /** Server time of the last delivery after which nothing more waited. */
  caughtUpAt?: number
  /** By this phone's clock: when it was last asked how stands what was set aside. */
  askedAboutAside?: number
  revoked?: true
}

export type LetterboxDatabase = Dexie & {
  /**
   * Every turn there ever was, by its number. They are removed only when all else is: a tab that has slept through any of them
   * is told so. The first has any number, so that none says how much was saved.
   */
  numbers: Table<{ key: number } & Numbers, number>
  state: Table<{ key: 'state' } & LetterboxState, string>
  rows: Table<SealedRow, number>
  parcels: Table<ParcelStanding, number>
  contents: Table<ParcelContent, number>
  deliveries: Table<StoredDelivery, number>
}

const FIRST_NUMBERS: Numbers = { counter: 1, parcel: 1 }
export const EMPTY_STATE: LetterboxState = { pastEpochs: [], cursor: '' }

export const LETTERBOX_VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      numbers: 'key',
      state: 'key',
      rows: 'counter',
      parcels: 'parcel, state',
      contents: 'parcel',
      deliveries: '++arrived, from'
    }
  },
  {
    // The same stores. Code of before would read the one row of numbers it knew, which is the first turn now.
    version: 2,
    stores: {},
    upgrade: async (transaction) => {
      const numbers = transaction.table<{ key: 'next' | number } & Numbers, 'next' | number>('numbers')
      const next = await numbers.get('next')
      if (next === undefined) return
      await numbers.delete('next')
      await numbers.add({ ...next, key: 1 })
    }
  }
]

export const openLetterbox = (name = 'susret-letterbox', versions = LETTERBOX_VERSIONS): LetterboxDatabase =>
  createVersionedDatabase(name, versions, { chromeTransactionDurability: 'strict' }) as LetterboxDatabase

export const readNumbers = async (letterbox: LetterboxDatabase): Promise<Turn> => {
  const last = await letterbox.numbers.orderBy('key').last()
  if (last === undefined) return { turn: 0, ...FIRST_NUMBERS }
  const { key: turn, ...numbers } = last
  return { turn, ...numbers }
}

/** Inside a transaction that covers `numbers`. */
export const changeNumbers = async (letterbox: LetterboxDatabase, after: Numbers): Promise<void> => {
  const { turn } = await readNumbers(letterbox)
  await letterbox.numbers.add({ ...after, key: turn + 1 })
}

/** Inside a transaction that covers all. The turns stay, so that a save under way in another tab is called off. */
export const emptyLetterbox = async (letterbox: LetterboxDatabase, firstTurn: number): Promise<void> => {
  const { turn } = await readNumbers(letterbox)
  const others = letterbox.tables.filter(({ name }) => name !== 'numbers')
  await Promise.all(others.map((table) => table.clear()))
  await letterbox.numbers.add({ key: turn === 0 ? firstTurn : turn + 1, ...FIRST_NUMBERS })
}

/** Inside a transaction that covers all. One turn is left, which calls off what is being saved; it says nothing of before. */
export const wipeLetterbox = async (letterbox: LetterboxDatabase): Promise<void> => {
  const { turn } = await readNumbers(letterbox)
  await Promise.all(letterbox.tables.map((table) => table.clear()))
  await letterbox.numbers.add({ key: turn + 1, counter: 0, parcel: 0 })
  await letterbox.state.put({ ...EMPTY_STATE, revoked: true, key: 'state' })
}

export const readState = async (letterbox: LetterboxDatabase): Promise<LetterboxState> => {
  const stored = await letterbox.state.get('state')
  return stored ?? EMPTY_STATE
}

/** Inside a transaction that covers `state`. */
export const changeState = async (letterbox: LetterboxDatabase, change: Partial<LetterboxState>): Promise<void> => {
  await letterbox.state.put({ ...(await readState(letterbox)), ...change, key: 'state' })
}
