// Counts as they may be told outside the team: one too small is told as few, and one that would give a small one away as some.
import { SMALLEST_CELL, suppress, suppressBelowSums } from '#domain/disclosure/suppress.ts'
import { sumOf } from '#domain/disclosure/table.ts'

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
  return counts.map((count, at) => (isSplit ? told[0]?.[at] : told[at]?.[0]) ?? vague(count))
}

/** Undefined is not told at all. */
export type ToldSplit = { readonly counts: readonly (ToldCount | undefined)[]; readonly total: ToldCount }

/**
 * Counts with the total they add up to, which stands in other tables too. Where it is small, or where counts could be hidden by
 * none but it, it is all that is told.
 */
export const tellBelowTotal = (counts: readonly number[]): ToldSplit => {
  const total = sumOf(counts)
  const suppressed = suppressBelowSums({ rows: counts.map((count) => [count]), hasColumnSums: true })
  return {
    counts: counts.map((count, at) => suppressed && (suppressed.told[at]?.[0] ?? vague(count))),
    total: total > 0 && total < SMALLEST_CELL ? 'few' : total
  }
}

/** As few or as some; nobody is told as nobody. */
export const vague = (count: number): ToldCount => {
  if (count === 0) return 0
  return count < SMALLEST_CELL ? 'few' : 'some'
}
