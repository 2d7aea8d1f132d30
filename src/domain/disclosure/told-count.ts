// Counts as they may be told outside the team: one too small is told as few, and one that would give a small one away as some.
import { SMALLEST_CELL, suppress } from '#domain/disclosure/suppress.ts'

/** `few`: 1 to 4. `some`: 5 or more, hidden so that no other can be worked out. */
export type ToldCount = number | 'few' | 'some'

/** `isSplit`: they add up to a sum somebody may know, as where each group stands in one row. */
export const tellCounts = (counts: readonly number[], isSplit: boolean): ToldCount[] => {
  const rows = isSplit ? [counts] : counts.map((count) => [count])
  const { told } = suppress({ rows, hasColumnSums: false })
  return counts.map(
    (count, at) => (isSplit ? told[0]?.[at] : told[at]?.[0]) ?? (count < SMALLEST_CELL ? 'few' : 'some')
  )
}
