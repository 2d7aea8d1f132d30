// Which numbers of a table are not told: every one under `k`, and as few others as it takes that none of them can be worked
// out from what is told.
import { networkOf } from '#domain/disclosure/network.ts'
import { type Cell, cellsOf, type CountTable } from '#domain/disclosure/table.ts'

/** Fewer people than this might be known again. Our own decision: no humanitarian source names a figure. */
export const SMALLEST_CELL = 5

/** Of rows and columns as in the table, the sums one further; undefined is not told. */
export type ToldTable = readonly (readonly (number | undefined)[])[]

export type Suppressed = { readonly told: ToldTable; readonly hidden: readonly Cell[] }

export const suppress = (table: CountTable, k = SMALLEST_CELL): Suppressed => {
  const cells = cellsOf(table)
  const hidden = findHidden(table, cells, k)
  if (hidden === undefined) throw new Error('A number that nothing can hide')
  return { told: toldOf(cells, hidden), hidden: [...hidden] }
}

/**
 * The same where the sums of the columns are told elsewhere, so that they have to stand as they are. Undefined where one of them
 * is small itself, or where a number in it could be hidden by none but them.
 */
export const suppressBelowSums = (table: CountTable, k = SMALLEST_CELL): Suppressed | undefined => {
  const cells = cellsOf(table)
  const [sums, others] = [cells.filter(isColumnSum(table)), cells.filter((cell) => !isColumnSum(table)(cell))]
  const hidden = sums.some(isSmall(k)) ? undefined : findHidden(table, others, k)
  return hidden && { told: toldOf(cells, hidden), hidden: [...hidden] }
}

/** `cells`: those that may be hidden. */
const findHidden = (table: CountTable, cells: readonly Cell[], k: number): ReadonlySet<Cell> | undefined => {
  const network = networkOf(table, cells)
  const hidden = new Set(cells.filter(isSmall(k)))
  // Cells added for one circle are all on it, so each is looked at once; the circles of earlier ones stay closed.
  for (const cell of [...hidden].sort((a, b) => b.people - a.people)) {
    const circle = network.findCircle(cell, hidden)
    if (circle === undefined) return undefined
    for (const other of circle) hidden.add(other)
  }
  return hidden
}

const isSmall =
  (k: number) =>
  ({ people }: Cell): boolean =>
    people > 0 && people < k

const isColumnSum =
  ({ rows }: CountTable) =>
  ({ row }: Cell): boolean =>
    row === rows.length

const toldOf = (cells: readonly Cell[], hidden: ReadonlySet<Cell>): ToldTable => {
  const told: (number | undefined)[][] = []
  for (const cell of cells) (told[cell.row] ??= [])[cell.column] = hidden.has(cell) ? undefined : cell.people
  return told
}
