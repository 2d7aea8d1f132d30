// Seeded chance (sfc32). One stream per use, so that a fault that is switched off does not move the others.

export type Chance = {
  /** In [0, 1). */
  readonly next: () => number
  readonly is: (probability: number) => boolean
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
  readonly bytes: (count: number) => Uint8Array<ArrayBuffer>
}

export const createChance = (seed: number, use: string): Chance => {
  let [a, b, c, d] = [seed >>> 0, hashText(use), 0x9e3779b9, seed ^ 0x5bd1e995]
  const draw = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (c | 0) >>> 0
  }
  for (let round = 0; round < 15; round += 1) draw()
  const next = () => draw() / 4_294_967_296
  return {
    next,
    is: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    bytes: (count) => Uint8Array.from({ length: count }, () => draw() & 255)
  }
}

/** FNV-1a. */
export const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
