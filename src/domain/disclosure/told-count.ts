// Counts as they may be told outside the team. One too small is told as some, and so is one that would give a small one away: a
// reader who could tell the two apart would have both from their sum.
import { SMALLEST_CELL, suppressBelowSums } from '#domain/disclosure/suppress.ts'
import { sumOf } from '#domain/disclosure/table.ts'

/** `some`: 1 or more. */
export type ToldCount = number | 'some'

/**
 * Of counts each of which is part of the one before: none is told from which a small rest could be worked out. What else is known of
 * the parts of one that is hidden may not be told beside it.
 */
export const tellNested = (counts: readonly number[]): ToldCount[] => {
  let around: number | undefined
  return counts.map((count) => {
    const rest = (around ?? count) - count
    if (isSmall(count) || isSmall(rest)) return vague(count)
    around = count
    return count
  })
}

/** By itself, as where one group may stand in several rows. */
export const tellCount = (count: number): ToldCount => (isSmall(count) ? vague(count) : count)

/** Undefined is not told at all. */
export type ToldSplit = { readonly counts: readonly (ToldCount | undefined)[]; readonly total: ToldCount }

/**
 * Counts with the total they add up to, which stands in other tables too. Where it is small, or where counts could be hidden by
 * none but it, it is all that is told. What is hidden is together no small number, which would be the rest of the total.
 */
export const tellBelowTotal = (counts: readonly number[]): ToldSplit => {
  const total = tellCount(sumOf(counts))
  const suppressed = suppressBelowSums({ rows: counts.map((count) => [count]), hasColumnSums: true })
  if (suppressed === undefined) return { counts: counts.map(() => undefined), total }
  const told = counts.map((count, at) => suppressed.told[at]?.[0] ?? vague(count))
  const isHidden = (at: number) => told[at] === 'some'
  for (const at of [...counts.keys()]
    .filter((place) => !isHidden(place))
    .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))) {
    if (isSmall(sumOf(counts.filter((_, other) => isHidden(other))))) told[at] = vague(counts[at] ?? 0)
  }
  return { counts: told, total }
}

/** As some; nobody is told as nobody. */
export const vague = (count: number): ToldCount => (count === 0 ? 0 : 'some')

/** So few that they are not told. */
export const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_CELL

/**
 * The order of two rows by what is told of them and by nothing else, which would say which of the hidden is more: the most first,
 * after them what is hidden, then nobody.
 */
export const compareTold = (a: ToldCount | undefined, b: ToldCount | undefined): number => placeOf(b) - placeOf(a)

/** All that is hidden has one place: below 1. */
const placeOf = (told: ToldCount | undefined): number => (told === 'some' ? 0.5 : (told ?? -1))
