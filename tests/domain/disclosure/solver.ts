// What somebody who has only the published numbers can work out of the hidden ones: the least and the most each can be, by
// linear programming (two phases, dense, Bland's rule). It knows nothing of how the numbers were hidden. The equations of such
// a table are those of a network, so its corners are whole numbers and the bounds are exact for people, who come whole.
import type { ToldTable } from '#domain/disclosure/suppress.ts'

type Unknown = { readonly row: number; readonly column: number }
type LeastOf = (column: number) => number
type Equation = { readonly factors: readonly number[]; readonly sum: number }

export type Bounds = Unknown & { readonly least: number; readonly most: number }

const CLOSE = 1e-7

/** Everybody knows that nothing hidden is 0. */
const LEAST_HIDDEN = 1

/** `leastOf`: the least a hidden number of a column can be. */
export const boundsOf = (told: ToldTable, hasColumnSums: boolean, leastOf: LeastOf = () => LEAST_HIDDEN): Bounds[] => {
  const unknowns = told.flatMap((counts, row) =>
    [...counts.keys()].filter((column) => counts[column] === undefined).map((column) => ({ row, column }))
  )
  if (unknowns.length === 0) return []
  const tableau = feasible(equationsOf(told, unknowns, { hasColumnSums, leastOf }), unknowns.length)
  return unknowns.map((unknown, index) => ({
    ...unknown,
    least: leastOf(unknown.column) + extreme(tableau, index, -1),
    most: leastOf(unknown.column) + extreme(tableau, index, 1)
  }))
}

type Known = { readonly hasColumnSums: boolean; readonly leastOf: LeastOf }

/** In the unknowns above their least: each line is what is counted, less its sum, and that is 0. */
const equationsOf = (told: ToldTable, unknowns: readonly Unknown[], { hasColumnSums, leastOf }: Known): Equation[] => {
  const [height, width] = [told.length, told[0]?.length ?? 0]
  const lines: Unknown[][] = told.map((counts, row) => [...counts.keys()].map((column) => ({ row, column })))
  if (hasColumnSums) {
    for (let column = 0; column < width; column += 1) lines.push(told.map((_, row) => ({ row, column })))
  }
  return lines.flatMap((line, index) => {
    const factors = unknowns.map(() => 0)
    let sum = 0
    for (const { row, column } of line) {
      const isSum = index < height ? column === width - 1 : row === height - 1
      const known = told[row]?.[column]
      const at = unknowns.findIndex((unknown) => unknown.row === row && unknown.column === column)
      if (known === undefined) factors[at] = isSum ? -1 : 1
      sum += (isSum ? 1 : -1) * (known ?? leastOf(column))
    }
    return factors.some((factor) => factor !== 0) ? [{ factors, sum }] : []
  })
}

type Tableau = { readonly rows: readonly Float64Array[]; readonly basis: readonly number[]; readonly width: number }

const feasible = (equations: readonly Equation[], width: number): Tableau => {
  const all = width + equations.length
  const rows = equations.map(({ factors, sum }, index) => {
    const row = new Float64Array(all + 1)
    const sign = sum < 0 ? -1 : 1
    factors.forEach((factor, at) => (row[at] = factor * sign))
    row[width + index] = 1
    row[all] = sum * sign
    return row
  })
  const basis = equations.map((_, index) => width + index)
  const cost = Float64Array.from({ length: all }, (_, at) => (at < width ? 0 : 1))
  if (minimise(rows, basis, cost) > CLOSE) throw new Error('The published numbers contradict each other')
  // What was only there to begin with leaves where it can; where it cannot, its line says nothing new.
  rows.forEach((row, index) => {
    if ((basis[index] ?? 0) < width) return
    const at = row.subarray(0, width).findIndex((factor) => Math.abs(factor) > CLOSE)
    if (at >= 0) pivot(rows, basis, { row: index, column: at })
  })
  const kept = [...rows.keys()].filter((index) => (basis[index] ?? 0) < width)
  return {
    rows: kept.map((index) => {
      const row = rows[index] ?? new Float64Array()
      const short = new Float64Array(width + 1)
      short.set(row.subarray(0, width))
      short[width] = row[all] ?? 0
      return short
    }),
    basis: kept.map((index) => basis[index] ?? 0),
    width
  }
}

const extreme = ({ rows, basis, width }: Tableau, unknown: number, sign: 1 | -1): number => {
  const cost = new Float64Array(width)
  cost[unknown] = -sign
  const least = minimise(
    rows.map((row) => row.slice()),
    [...basis],
    cost
  )
  return least === -Infinity ? Infinity : Math.round(-sign * least)
}

/** Works on `rows` and `basis` in place. −∞ when there is no least. */
const minimise = (rows: Float64Array[], basis: number[], cost: Float64Array): number => {
  const width = cost.length
  const at = (row: Float64Array | undefined, index: number) => row?.[index] ?? 0
  for (;;) {
    const price = (column: number) =>
      (cost[column] ?? 0) - rows.reduce((sum, row, index) => sum + (cost[basis[index] ?? 0] ?? 0) * at(row, column), 0)
    const column = [...cost.keys()].find((candidate) => price(candidate) < -CLOSE)
    if (column === undefined) return rows.reduce((sum, row, i) => sum + (cost[basis[i] ?? 0] ?? 0) * at(row, width), 0)
    let leaving = -1
    for (let index = 0; index < rows.length; index += 1) {
      if (at(rows[index], column) <= CLOSE) continue
      const ratio = at(rows[index], width) / at(rows[index], column)
      const best = leaving < 0 ? Infinity : at(rows[leaving], width) / at(rows[leaving], column)
      const isTie = Math.abs(ratio - best) <= CLOSE
      if (isTie ? (basis[index] ?? 0) < (basis[leaving] ?? 0) : ratio < best) leaving = index
    }
    if (leaving < 0) return -Infinity
    pivot(rows, basis, { row: leaving, column })
  }
}

const pivot = (rows: readonly Float64Array[], basis: number[], { row, column }: Unknown): void => {
  const chosen = rows[row]
  if (chosen === undefined) return
  const by = chosen[column] ?? 1
  chosen.forEach((value, index) => (chosen[index] = value / by))
  for (const other of rows) {
    const factor = other[column] ?? 0
    if (other === chosen || factor === 0) continue
    chosen.forEach((value, index) => (other[index] = (other[index] ?? 0) - factor * value))
  }
  basis[row] = column
}
