// What a seeded run draws from: the same seed draws the same.
import type { Random } from '#domain/seeded-random.ts'

export type Chance = {
  readonly below: (limit: number) => number
  readonly is: (probability: number) => boolean
  readonly one: <Value>(values: readonly Value[]) => Value
  readonly bytes: (length: number) => Buffer
}

export const createChance = (random: Random): Chance => {
  const below = (limit: number) => Math.floor(random() * limit)
  return {
    below,
    is: (probability) => random() < probability,
    one: <Value>(values: readonly Value[]) => values[below(values.length)] as Value,
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256)))
  }
}
