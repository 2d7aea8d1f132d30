// Drawing from what may be, one random number at a time.
import type { Random } from '#domain/seeded-random.ts'

/** A whole number from `low` to `high`, both included. */
export const wholeBetween = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))

export const happens = (random: Random, chance: number): boolean => random() < chance

/** One of the values, as often as its weight says. Weights that add up to nothing are a fault. */
export const drawOne = <Value>(random: Random, weighted: readonly (readonly [Value, number])[]): Value => {
  const sum = weighted.reduce((total, [, weight]) => total + weight, 0)
  let left = random() * sum
  for (const [value, weight] of weighted) {
    left -= weight
    if (left < 0) return value
  }
  throw new Error('Nothing to draw from')
}

/** A new list in random order. */
export const shuffled = <Value>(random: Random, values: readonly Value[]): Value[] =>
  values
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
