// Everything that happens, as lines: the last of them in memory for whoever reads a failure, all of them in one hash, so
// that two runs of a seed can be held against each other.
import { createHash } from 'node:crypto'

export const KEPT_LINES = 200
const HASHED_AT_ONCE = 65_536

export type EventLog = {
  readonly add: (micros: number, who: string, what: string) => void
  readonly last: () => readonly string[]
  readonly hash: () => string
}

type Line = readonly [micros: number, who: string, what: string]

/** `write` gets every line, when somebody wants to read them all. */
export const createEventLog = (begin: number, write?: (line: string) => void): EventLog => {
  const kept: Line[] = []
  const hash = createHash('sha256')
  let unhashed = ''
  const toText = ([micros, who, what]: Line) => `${((micros - begin * 1_000) / 1_000_000).toFixed(6)} ${who}: ${what}`
  const hashAll = () => {
    hash.update(unhashed)
    unhashed = ''
  }
  return {
    add: (...line) => {
      unhashed += `${line[0]} ${line[1]}: ${line[2]}\n`
      if (unhashed.length > HASHED_AT_ONCE) hashAll()
      kept.push(line)
      if (kept.length >= 4 * KEPT_LINES) kept.splice(0, kept.length - KEPT_LINES)
      write?.(toText(line))
    },
    last: () => kept.slice(-KEPT_LINES).map(toText),
    hash: () => {
      hashAll()
      return hash.copy().digest('hex')
    }
  }
}
