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
  const network = networkOf(table, cells)
  const hidden = new Set(cells.filter(({ people }) => people > 0 && people < k))
  // Cells added for one circle are all on it, so each is looked at once; the circles of earlier ones stay closed.
  for (const cell of [...hidden].sort((a, b) => b.people - a.people)) {
    for (const other of network.circleThrough(cell, hidden)) hidden.add(other)
  }
  return { told: toldOf(cells, hidden), hidden: [...hidden] }
}

const toldOf = (cells: readonly Cell[], hidden: ReadonlySet<Cell>): ToldTable => {
  const told: (number | undefined)[][] = []
  for (const cell of cells) (told[cell.row] ??= [])[cell.column] = hidden.has(cell) ? undefined : cell.people
  return told
}
