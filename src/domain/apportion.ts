// Sharing out whole numbers so that the parts add up to the whole: the largest-remainder rule.

/**
 * Splits `whole` by `weights` (whole numbers, none negative) into whole parts that add up to exactly `whole`. Each part
 * is its exact share rounded down; what is left goes one by one to the largest remainders, the earlier weight first.
 * Weights that add up to nothing get nothing.
 */
export const apportion = (whole: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const exact = weights.map((weight, index) => ({ index, remainder: (whole * weight) % sum }))
  const parts = weights.map((weight, index) => (whole * weight - (exact[index]?.remainder ?? 0)) / sum)
  const left = whole - parts.reduce((total, part) => total + part, 0)
  const upwards = new Set(
    exact
      .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index)
  )
  return parts.map((part, index) => part + (upwards.has(index) ? 1 : 0))
}

/** Percentages with one decimal that add up to exactly 100.0, or all 0 when there is nothing to share. */
export const percentsOf = (counts: readonly number[]): number[] => apportion(1000, counts).map((tenths) => tenths / 10)
