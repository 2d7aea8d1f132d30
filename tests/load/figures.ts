// Percentiles, and figures set under each other.

/** The value that `share` (0 to 1) of the values do not exceed; 0 of none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export const toMs = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`

export const printFigures = (title: string, figures: Readonly<Record<string, string | number>>): void => {
  const width = Math.max(...Object.keys(figures).map((name) => name.length))
  console.log(title)
  for (const [name, value] of Object.entries(figures)) {
    console.log(`  ${name.padEnd(width)}  ${typeof value === 'number' ? value.toLocaleString('en') : value}`)
  }
}
