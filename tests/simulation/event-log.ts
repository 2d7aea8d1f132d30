// Everything that happens, as lines: the last of them in memory for whoever reads a failure, all of them in one hash, so
// that two runs of a seed can be held against each other.
import { createHash } from 'node:crypto'

export const KEPT_LINES = 200

export type EventLog = {
  readonly add: (micros: number, who: string, what: string) => void
  readonly last: () => readonly string[]
  readonly hash: () => string
}

/** `write` gets every line, when somebody wants to read them all. */
export const createEventLog = (begin: number, write?: (line: string) => void): EventLog => {
  const kept: string[] = []
  const hash = createHash('sha256')
  return {
    add: (micros, who, what) => {
      const line = `${((micros - begin * 1_000) / 1_000_000).toFixed(6)} ${who}: ${what}`
      hash.update(line)
      hash.update('\n')
      kept.push(line)
      if (kept.length >= 4 * KEPT_LINES) kept.splice(0, kept.length - KEPT_LINES)
      write?.(line)
    },
    last: () => kept.slice(-KEPT_LINES),
    hash: () => hash.copy().digest('hex')
  }
}
