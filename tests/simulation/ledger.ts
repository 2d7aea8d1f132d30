// What the simulation knows for sure: what workers were told is saved, and what is durable on the server, generation by
// generation (a restore begins another). Written from outside the code under test.
import type { StoredChange } from '#device/stored-change.ts'
import type { Change } from '#protocol/change.ts'
import { nameOf } from '#protocol/change.ts'

export class Violation extends Error {
  readonly invariant: string
  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`)
    this.invariant = invariant
  }
}

export type Durable = {
  /** Content by dot, in append order. */
  readonly changes: Map<string, Change>
  /** Reasons by dot. */
  readonly aside: Map<string, string>
  readonly revoked: Set<string>
}

export type Shown = { readonly change: Change; readonly phone: string; readonly isStrange: boolean }

export const createLedger = () => {
  const shown = new Map<string, Shown>()
  const generations = new Map<string, Durable>()
  let epoch = ''
  const lastReal = new Map<string, Change>()

  const durable = (of = epoch): Durable | undefined => generations.get(of)

  return {
    shown,
    epoch: () => epoch,
    durable,
    /** What any generation ever held: authors' words, whoever may have lost them. */
    everDurable: () => lastReal,

    beginGeneration: (fresh: string) => {
      epoch = fresh
      generations.set(fresh, { changes: new Map(), aside: new Map(), revoked: new Set() })
    },

    noteShown: (phone: string, stored: readonly StoredChange[], isStrange: boolean) => {
      for (const { change } of stored) {
        const dot = nameOf(change)
        const before = shown.get(dot)
        if (before !== undefined && contentOf(before.change) !== contentOf(change)) {
          throw new Violation('one name, one change', `${dot} was shown as saved twice, with different content`)
        }
        shown.set(dot, { change, phone, isStrange })
      }
    },

    noteAppended: (change: Change) => {
      const now = durable()
      const dot = nameOf(change)
      if (now === undefined) throw new Error('No generation yet')
      if (now.changes.has(dot)) throw new Violation('exactly once', `the server appended ${dot} twice`)
      if (now.revoked.has(change.author)) {
        throw new Violation('a revoked phone adds nothing', `${dot} was appended after the revocation`)
      }
      now.changes.set(dot, change)
      lastReal.set(dot, change)
    },

    noteAside: (dot: string, reason: string) => durable()?.aside.set(dot, reason),
    noteRevoked: (device: string) => durable()?.revoked.add(device)
  }
}

export type Ledger = ReturnType<typeof createLedger>

export const contentOf = ({ author, counter, type, record, clock, over, fields }: Change): string =>
  JSON.stringify([
    author,
    counter,
    type,
    record,
    clock.at,
    clock.tick,
    over,
    Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))
  ])
