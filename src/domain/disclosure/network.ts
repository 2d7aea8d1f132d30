// The hidden cells of a table as a network, in which a cell can be worked out exactly when no way leads around it.
//
// Each row and each column says "what is counted here adds up to its sum". Raise one cell by one and another of its row has
// to fall, then another of that column to rise, until a circle closes. A circle of hidden cells alone changes no published
// number, so every cell on it could have been one more or one less: nobody can tell. A cell on no circle stands fast, and
// whoever subtracts knows it. Nothing is hidden that is 0 (nobody is harmed by it), and a reader may know that, so a hidden
// cell falls no lower than 1.
import { type Cell, type CountTable, widthOf } from '#domain/disclosure/table.ts'

/** `isRaised`: by one person more; else by one fewer. */
type Step = { readonly cell: Cell; readonly isRaised: boolean }

type Circle = { readonly price: number; readonly cells: readonly Cell[] }

/** Ends of a step: row n is n, column n is −1 − n. Without sums of columns all columns are one end, which any row may use. */
type End = number

export type Network = {
  /**
   * The other cells of the circle through `cell` for which the fewest people have to be hidden besides. There is always one
   * where sums may be hidden: a cell and the sums of its row, its column and all can be raised together.
   */
  readonly findCircle: (cell: Cell, hidden: ReadonlySet<Cell>) => readonly Cell[] | undefined
}

/** `cells`: those that may be hidden. */
export const networkOf = (table: CountTable, cells: readonly Cell[]): Network => {
  const isSum = ({ row, column }: Cell) => (row === table.rows.length) !== (column === widthOf(table))
  const ends = ({ row, column }: Cell): [End, End] => [row, table.hasColumnSums ? -1 - column : -1]
  const byEnd = new Map<End, Cell[]>()
  for (const cell of cells) {
    if (cell.people === 0) continue
    for (const end of ends(cell)) byEnd.set(end, [...(byEnd.get(end) ?? []), cell])
  }
  /** A raised cell leads from its row to its column, a raised sum back: it stands on the other side of the line's equation. */
  const towards = ({ cell, isRaised }: Step): [End, End] => {
    const [row, column] = ends(cell)
    return isRaised === isSum(cell) ? [column, row] : [row, column]
  }

  const cheapestWay = (step: Step, hidden: ReadonlySet<Cell>): Circle => {
    const [goal, start] = towards(step)
    const known = new Map<End, { price: number; from?: End; by?: Cell }>([[start, { price: 0 }]])
    const open = new Set([start])
    while (open.size > 0) {
      const here = [...open].reduce((best, end) => (priceAt(known, end) < priceAt(known, best) ? end : best))
      open.delete(here)
      if (here === goal) return { price: priceAt(known, goal), cells: wayBack(known, goal) }
      for (const cell of byEnd.get(here) ?? []) {
        if (cell === step.cell) continue
        const next = stepFrom(cell, here, towards)
        if (next === undefined) continue
        const price = priceAt(known, here) + (hidden.has(cell) ? 0 : cell.people)
        if (price >= priceAt(known, next)) continue
        known.set(next, { price, from: here, by: cell })
        open.add(next)
      }
    }
    return { price: Infinity, cells: [] }
  }

  return {
    findCircle: (cell, hidden) => {
      const raised = cheapestWay({ cell, isRaised: true }, hidden)
      const lowered = cell.people > 1 && raised.price > 0 ? cheapestWay({ cell, isRaised: false }, hidden) : raised
      const { price, cells: others } = lowered.price < raised.price ? lowered : raised
      return price === Infinity ? undefined : others
    }
  }
}

type Known = Map<End, { price: number; from?: End; by?: Cell }>

const priceAt = (known: Known, end: End): number => known.get(end)?.price ?? Infinity

/** Where one step of this cell leads from here, or undefined when it would have to fall below 1. */
const stepFrom = (cell: Cell, here: End, towards: (step: Step) => [End, End]): End | undefined => {
  for (const isRaised of cell.people > 1 ? [true, false] : [true]) {
    const [from, to] = towards({ cell, isRaised })
    if (from === here) return to
  }
  return undefined
}

const wayBack = (known: Known, goal: End): Cell[] => {
  const cells: Cell[] = []
  for (let at = known.get(goal); at?.by !== undefined; at = known.get(at.from ?? goal)) cells.push(at.by)
  return cells
}
