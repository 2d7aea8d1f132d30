// Group commit: whatever arrives while one transaction is being flushed goes into the next one together, so that a flush
// is paid once for many. Each has a savepoint of its own, and a fault in one harms nobody else.
import type { Database, Query } from '#server/store/database.ts'

/** More than this in one transaction would make the first wait too long for the last. */
const TOGETHER = 64

export type Line<Item, Outcome> = {
  /** Resolves after the flush. `busy` at once when too many wait. */
  readonly take: (item: Item) => Promise<Outcome | 'busy'>
  readonly length: () => number
}

export type LineParts<Item, Outcome> = {
  readonly database: Database
  readonly limit: number
  readonly takeOne: (query: Query, item: Item) => Promise<Outcome>
  /** Runs first in the transaction that takes them together. */
  readonly prepare?: (query: Query, items: readonly Item[]) => Promise<void>
  /** Two transactions that lock in one order cannot wait for each other. */
  readonly order: (a: Item, b: Item) => number
}

type Waiting<Item, Outcome> = {
  readonly item: Item
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: unknown) => void
}

export const createLine = <Item, Outcome>(parts: LineParts<Item, Outcome>): Line<Item, Outcome> => {
  const waiting: Waiting<Item, Outcome>[] = []
  let isRunning = false

  const run = async () => {
    while (waiting.length > 0) await takeTogether(parts, waiting.splice(0, TOGETHER))
    isRunning = false
  }

  return {
    take: (item) => {
      if (waiting.length >= parts.limit) return Promise.resolve('busy' as const)
      const outcome = new Promise<Outcome>((resolve, reject) => waiting.push({ item, resolve, reject }))
      if (!isRunning) {
        isRunning = true
        void run()
      }
      return outcome
    },
    length: () => waiting.length
  }
}

type Settled<Outcome> = { outcome: Outcome } | { error: unknown }

/** Never rejects: every one of the group is resolved or rejected, and only after the commit. */
const takeTogether = async <Item, Outcome>(
  { database, prepare, takeOne, order }: LineParts<Item, Outcome>,
  group: Waiting<Item, Outcome>[]
): Promise<void> => {
  const sorted = group.sort((a, b) => order(a.item, b.item))
  const takeAll = async (query: Query): Promise<Settled<Outcome>[]> => {
    await prepare?.(
      query,
      sorted.map(({ item }) => item)
    )
    const settled: Settled<Outcome>[] = []
    for (const { item } of sorted) {
      await query('savepoint one')
      try {
        const outcome = await takeOne(query, item)
        await query('release savepoint one')
        settled.push({ outcome })
      } catch (error) {
        // A full disk undoes the whole transaction by itself; then the first error is the one to tell.
        await query('rollback to savepoint one').catch(() => {
          throw error
        })
        await query('release savepoint one')
        settled.push({ error })
      }
    }
    return settled
  }
  try {
    const settled = await database.transaction(takeAll)
    sorted.forEach(({ resolve, reject }, at) => {
      const one = settled[at]
      if (one !== undefined && 'outcome' in one) resolve(one.outcome)
      else reject(one?.error)
    })
  } catch (error) {
    for (const { reject } of sorted) reject(error)
  }
}
