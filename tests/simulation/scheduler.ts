// The one order of everything: a queue of (virtual time, number, owner, work). After each piece of work all promises it
// set off run to quiescence before the next is taken, so the machine's own event loop adds no chance.
import type { EventLog } from '#tests/simulation/event-log.ts'
import { Violation } from '#tests/simulation/ledger.ts'

/** A tab, a vault's thread, a service worker, a server process: whoever can be killed. */
export type Owner = { readonly name: string; alive: boolean }

export type CallOff = () => void

export type Scheduler = {
  /** Virtual milliseconds since 1970 UTC. */
  readonly now: () => number
  /** Whose work is running. What it starts is its own. */
  readonly current: () => Owner
  readonly become: (owner: Owner) => void
  /** Runs `work` after `ms`, unless its owner has died by then. */
  readonly after: (ms: number, event: { owner: Owner; label: string }, work: () => void) => CallOff
  /** The same for the engines below the owners, which outlive them. */
  readonly always: (ms: number, event: { owner: Owner; label: string }, work: () => void) => CallOff
  /** Runs until `isDone` says so or nothing is left; rejects with what any piece of work threw. */
  readonly runUntil: (isDone: () => boolean) => Promise<void>
  readonly count: () => number
}

export const NOBODY: Owner = { name: 'nobody', alive: true }

type Entry = { at: number; tie: number; owner: Owner; label: string; isEngine: boolean; work: (() => void) | undefined }

const realSetImmediate = globalThis.setImmediate
/** Several turns of the real loop are asked for at once: a turn costs more than most pieces of work. */
const TURNS_AT_ONCE = 16
/** Several times what the longest life takes: more is two who answer each other for ever. */
const MOST_EVENTS = 400_000

export type SchedulerParts = {
  readonly begin: number
  readonly log: EventLog
  /** Operations on other threads that have not answered. */
  readonly pending: () => number
  /** Before each piece of work: whoever is to be killed at this very point is killed here. */
  readonly interrupt: (owner: Owner) => void
}

export const createScheduler = ({ begin, log, pending, interrupt }: SchedulerParts): Scheduler => {
  const heap = createHeap()
  let nowMicros = begin * 1_000
  let ties = 0
  let current = NOBODY
  let count = 0

  const add = (ms: number, event: { owner: Owner; label: string; isEngine: boolean }, work: () => void) => {
    ties += 1
    const entry: Entry = {
      at: nowMicros + Math.max(0, Math.round(ms * 1_000)),
      tie: ties,
      ...event,
      work
    }
    heap.push(entry)
    return () => {
      entry.work = undefined
    }
  }

  const takeNext = (): boolean => {
    const entry = heap.pop()
    if (entry === undefined) return false
    const { work, owner, label } = entry
    if (work === undefined || (!owner.alive && !entry.isEngine)) return true
    nowMicros = Math.max(nowMicros, entry.at)
    if (owner.alive) interrupt(owner)
    if (!owner.alive && !entry.isEngine) return true
    current = owner
    count += 1
    if (count > MOST_EVENTS) throw new Violation('a life ends', `${count} events, and it goes on`)
    log.add(nowMicros, owner.name, label)
    work()
    return true
  }

  const runUntil = (isDone: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      let isOver = false
      const turn = () => {
        if (isOver) return
        // Only with real cryptography: its threads have not answered yet.
        if (pending() > 0) return void realSetImmediate(turn)
        try {
          if (isDone() || !takeNext()) {
            isOver = true
            resolve()
            return
          }
        } catch (fault) {
          isOver = true
          reject(fault)
          return
        }
        realSetImmediate(turn)
      }
      for (let turns = 0; turns < TURNS_AT_ONCE; turns += 1) realSetImmediate(turn)
    })

  return {
    now: () => Math.floor(nowMicros / 1_000),
    current: () => current,
    become: (owner) => {
      current = owner
    },
    after: (ms, event, work) => add(ms, { ...event, isEngine: false }, work),
    always: (ms, event, work) => add(ms, { ...event, isEngine: true }, work),
    runUntil,
    count: () => count
  }
}

const isBefore = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.tie < b.tie)

const createHeap = () => {
  const entries: Entry[] = []
  const swap = (a: number, b: number) => {
    const held = entries[a] as Entry
    entries[a] = entries[b] as Entry
    entries[b] = held
  }
  const isLess = (a: number, b: number) => isBefore(entries[a] as Entry, entries[b] as Entry)
  const sink = () => {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let least = at
      if (left < entries.length && isLess(left, least)) least = left
      if (right < entries.length && isLess(right, least)) least = right
      if (least === at) return
      swap(at, least)
      at = least
    }
  }
  return {
    push: (entry: Entry) => {
      entries.push(entry)
      for (let at = entries.length - 1; at > 0;) {
        const above = (at - 1) >> 1
        if (!isLess(at, above)) return
        swap(at, above)
        at = above
      }
    },
    pop: (): Entry | undefined => {
      const [first] = entries
      const last = entries.pop()
      if (first === undefined || last === undefined || entries.length === 0) return first
      entries[0] = last
      sink()
      return first
    }
  }
}
