// Random numbers that can be had again: the same seed gives the same row of numbers on every machine. For made-up data
// and tests only, never for keys, ids or anything somebody must not guess.

/** Gives numbers from 0 up to, but not including, 1. */
export type Random = () => number

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, each step mixed by two multiplications. */
export const createSeededRandom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
