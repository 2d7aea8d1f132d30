// Which faults a seed has and how often. Whole classes are switched on or off per seed: a rare fault otherwise hides
// behind the common ones.
import type { Chance } from '#tests/simulation/chance.ts'

const FIRST_CLASSES = [
  'loss',
  'replay',
  'delay',
  'halfOpen',
  'portal',
  'stale',
  'truncation',
  'phoneCrash',
  'crashAfterWrite',
  'serverCrash',
  'restore',
  'clock',
  'twoTabs',
  'fullDisk',
  'slowDisk',
  'update',
  'revocation',
  'busy',
  'longGaps',
  'offline',
  'lateJoin',
  'putBack'
] as const
/** Drawn after all else: a seed without them is the life that it was before there were any. */
const LATER_CLASSES = ['connectionClosed', 'serverClock', 'storageLost'] as const
export const FAULT_CLASSES = [...FIRST_CLASSES, ...LATER_CLASSES] as const
export type FaultClass = (typeof FAULT_CLASSES)[number]

/** Probabilities, of one request or one moment; 0 where the class is off. */
export type Faults = {
  readonly has: (name: FaultClass) => boolean
  /** A request, or its answer, that never arrives. */
  readonly loss: number
  /** A request that arrives again later. */
  readonly replay: number
  /** The longest way of one message, milliseconds. */
  readonly longestDelayMs: number
  readonly halfOpen: number
  /** That a phone is behind a captive portal during a shift. */
  readonly portal: number
  /** An answer that was meant for an earlier question. */
  readonly stale: number
  readonly truncation: number
  /** At any single piece of a phone's work. */
  readonly phoneCrash: number
  /** At the first piece of work after a commit: what is half done then stays half done. */
  readonly crashAfterWrite: number
  /** At any pause of the server's work. */
  readonly serverCrash: number
  readonly fullDisk: number
  /** That the browser closes a phone's connection to its storage at any step of a transaction; oftener under a write. */
  readonly connectionClosed: number
  /** The longest that one piece of a disk's work takes, milliseconds. */
  readonly slowestDiskMs: number
  readonly busy: number
  readonly offline: number
}

export const drawFaults = (chance: Chance): Faults => {
  const on = new Set<FaultClass>(FIRST_CLASSES.filter(() => chance.is(0.5)))
  const rate = (name: FaultClass, most: number) => (chance.next() + 0.05) * (on.has(name) ? most : 0)
  const first = {
    has: (name: FaultClass) => on.has(name),
    loss: rate('loss', 0.3),
    replay: rate('replay', 0.5),
    longestDelayMs: on.has('delay') ? chance.pick([2_000, 20_000, 60_000]) : 400,
    halfOpen: rate('halfOpen', 0.2),
    portal: rate('portal', 0.5),
    stale: rate('stale', 0.25),
    truncation: rate('truncation', 0.1),
    phoneCrash: rate('phoneCrash', 0.002),
    crashAfterWrite: rate('crashAfterWrite', 0.08),
    serverCrash: rate('serverCrash', 0.06),
    fullDisk: rate('fullDisk', 0.5),
    slowestDiskMs: on.has('slowDisk') ? chance.pick([3, 30, 150]) : 0,
    busy: rate('busy', 0.2),
    offline: rate('offline', 0.6)
  }
  for (const name of LATER_CLASSES) if (chance.is(0.5)) on.add(name)
  return { ...first, connectionClosed: rate('connectionClosed', 0.01) }
}
