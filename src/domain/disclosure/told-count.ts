// Counts as they may be told outside the team: one too small is told as few, and one that would give a small one away as some.
import { SMALLEST_CELL, suppress } from '#domain/disclosure/suppress.ts'

/** `few`: 1 to 4. `some`: 5 or more, hidden so that no other can be worked out. */
export type ToldCount = number | 'few' | 'some'

/** Of counts each of which is part of the one before: none is told from which a small rest could be worked out. */
export const tellNested = (counts: readonly number[]): ToldCount[] => {
  let around: number | undefined
  return counts.map((count) => {
    if (count > 0 && count < SMALLEST_CELL) return 'few'
    const rest = (around ?? count) - count
    if (rest > 0 && rest < SMALLEST_CELL) return 'some'
    around = count
    return count
  })
}

/** `isSplit`: they add up to a sum somebody may know, as where each group stands in one row. */
export const tellCounts = (counts: readonly number[], isSplit: boolean): ToldCount[] => {
  const rows = isSplit ? [counts] : counts.map((count) => [count])
  const { told } = suppress({ rows, hasColumnSums: false })
  return counts.map(
    (count, at) => (isSplit ? told[0]?.[at] : told[at]?.[0]) ?? (count < SMALLEST_CELL ? 'few' : 'some')
  )
}
