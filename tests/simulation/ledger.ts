// What the simulation knows for sure: what workers were told is saved, and what is durable on the server, generation by
// generation (a restore begins another). Written from outside the code under test.
import type { StoredChange } from '#device/stored-change.ts'
import type { Change, ChangeDraft } from '#protocol/change.ts'
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

/** What is written down on one phone and nowhere else. `or`: put away at the same time, it may stand there instead. */
type Draft = { readonly kept: unknown; readonly or: ReadonlySet<unknown> }

export type Shown = { readonly change: Change; readonly phone: string; readonly isStrange: boolean }

export const createLedger = () => {
  const shown = new Map<string, Shown>()
  const generations = new Map<string, Durable>()
  /** By epoch: what receipts may have spoken of, also after the data went back to before it. */
  const confirmed = new Map<string, Set<string>>()
  /** Notes by the record they were written with; drafts by phone. */
  const notes = new Map<string, { readonly phone: string; readonly text: string }>()
  const drafts = new Map<string, Draft>()
  const leftBehind = new Set<string>()
  const gone = new Set<string>()
  const underWayOn = new Map<string, Map<unknown, Set<unknown>>>()
  /** By phone and what was to be saved: how often. */
  const askedFor = new Map<string, number>()
  let epoch = ''
  const lastReal = new Map<string, Change>()

  const wasEverConfirmed = (dot: string) => [...confirmed.values()].some((dots) => dots.has(dot))
  const durable = (of = epoch): Durable | undefined => generations.get(of)

  return {
    shown,
    epoch: () => epoch,
    durable,
    notes,
    drafts,
    draftsUnderWay: (phone: string) => [...(underWayOn.get(phone)?.keys() ?? [])],
    wasEverConfirmed,
    wasConfirmed: (of: string, dot: string) => confirmed.get(of)?.has(dot) ?? false,
    /** What any generation ever held: authors' words, whoever may have lost them. */
    everDurable: () => lastReal,

    /** Another file, with the epoch that stands in it: after a restore another one, after the disk was put back the same. */
    beginGeneration: (fresh: string) => {
      epoch = fresh
      generations.set(fresh, { changes: new Map(), aside: new Map(), revoked: new Set() })
      confirmed.set(fresh, confirmed.get(fresh) ?? new Set())
    },

    /** The server noticed that its data went back. */
    noteEpoch: (fresh: string) => {
      const now = durable()
      if (now === undefined || fresh === epoch) return
      epoch = fresh
      generations.set(fresh, now)
      confirmed.set(fresh, new Set([...now.changes.keys(), ...now.aside.keys()]))
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

    /** A worker asked for this to be saved. What it returns says that the phone would not: nothing of it may be anywhere. */
    noteAsked: (phone: string, asked: readonly ChangeDraft[]): (() => void) => {
      const count = (by: number) => {
        for (const one of asked) {
          const saying = `${phone} ${sayingOf(one)}`
          askedFor.set(saying, (askedFor.get(saying) ?? 0) + by)
        }
      }
      count(1)
      return () => count(-1)
    },
    /** What is there more often than it was asked for and not refused, under whatever names. */
    findSaidTwice: (): readonly Change[] | undefined => {
      const phoneOf = new Map([...shown.values()].map(({ change, phone }) => [change.author, phone]))
      const bySaying = Map.groupBy(durable()?.changes.values() ?? [], (change) => {
        const { record: _own, ...first } = change
        return `${phoneOf.get(change.author)} ${sayingOf(change.record === nameOf(change) ? first : change)}`
      })
      return [...bySaying]
        .filter(([, [one]]) => one !== undefined && phoneOf.has(one.author))
        .find(([saying, alike]) => alike.length > (askedFor.get(saying) ?? 0))?.[1]
    },

    /**
     * All that lay in a phone's databases is gone. `copied`: the changes of its second copy, by name. Returns how many had neither
     * a copy nor ever been with the team.
     */
    noteStorageLost: (phone: string, device: string, copied: ReadonlySet<string>): number => {
      for (const [dot, { change }] of shown) {
        if (change.author === device) (copied.has(dot) ? leftBehind : gone).add(dot)
      }
      drafts.delete(phone)
      underWayOn.delete(phone)
      for (const [record, note] of notes) if (note.phone === phone) notes.delete(record)
      return [...gone].filter((dot) => dot.startsWith(device) && !wasEverConfirmed(dot)).length
    },
    /** Of phones that lost their storage: what the second copy had, and what it had not, being with the team or nowhere. */
    leftBehind,
    gone,

    noteNote: (phone: string, record: string, text: string) => notes.set(record, { phone, text }),

    /** What it returns says that it is kept. Of two put away at the same time, in two tabs, either may be the later. */
    noteDraft: (phone: string, draft: unknown): (() => void) => {
      const underWay = underWayOn.get(phone) ?? new Map<unknown, Set<unknown>>()
      underWayOn.set(phone, underWay)
      const besides = new Set(underWay.keys())
      for (const others of underWay.values()) others.add(draft)
      underWay.set(draft, besides)
      return () => {
        underWay.delete(draft)
        drafts.set(phone, { kept: draft, or: new Set([...besides, ...underWay.keys()]) })
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
      confirmed.get(epoch)?.add(dot)
    },

    noteAside: (dot: string, reason: string) => {
      durable()?.aside.set(dot, reason)
      confirmed.get(epoch)?.add(dot)
    },
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

/** What it says, whatever its name. */
const sayingOf = ({
  type,
  record,
  over,
  fields
}: Omit<ChangeDraft, 'type' | 'fields' | 'sealed'> & Pick<Change, 'type' | 'fields'>): string =>
  JSON.stringify([type, record, over ?? [], Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))])
