// How long a life is. Many short ones and a few long: most faults need two phones and a shift, and a seed more finds more
// than a shift more; what needs a long history, or many phones, is met in the long ones.
import type { Chance } from '#tests/simulation/chance.ts'

type Range = readonly [low: number, high: number]

export type Length = {
  readonly name: 'short' | 'middle' | 'long'
  readonly phones: Range
  readonly shifts: Range
  readonly shiftMinutes: Range
  /** Of one phone in one shift. */
  readonly acts: Range
  /** That something happens to the server in a shift that may happen at all: rarer where there are more shifts. */
  readonly mishap: number
}

const SHORT: Length = {
  name: 'short',
  phones: [2, 2],
  shifts: [1, 2],
  shiftMinutes: [2, 5],
  acts: [4, 9],
  mishap: 0.8
}
const MIDDLE: Length = {
  name: 'middle',
  phones: [2, 3],
  shifts: [2, 3],
  shiftMinutes: [3, 7],
  acts: [4, 11],
  mishap: 0.6
}
const LONG: Length = {
  name: 'long',
  phones: [3, 5],
  shifts: [3, 6],
  shiftMinutes: [3, 9],
  acts: [4, 14],
  mishap: 0.4
}

/** In the time of one long life six short ones are lived. */
export const drawLength = (chance: Chance): Length => {
  const at = chance.next()
  if (at < 0.76) return SHORT
  return at < 0.95 ? MIDDLE : LONG
}
