// Many changes as columns. The same field of neighbouring changes is alike, so columns squeeze to half of what rows do;
// a column that never changes is written once. Text form is JSON, squeezed with gzip (see `squeeze.ts`).
import * as z from 'zod/mini'
import { FieldName, SharedValue } from '#domain/code.ts'
import { Change } from '#protocol/change.ts'
import { dotOf, dotToParts } from '#protocol/ids.ts'

/** Cells that a reader goes through, lists by their length. "All" is short to write and long to read: 89 kB took 37 s. */
const CELLS_LIMIT = 1_000_000
/** No change has a longer text or list than this; what is longer is not copied row by row. */
const LENGTH_LIMIT = 100

/** What a cell may be is asked for each, so that one bad cell does not take a thousand good ones along. */
type Column<Cell = unknown> = { all: Cell } | { each: Cell[] }
const Column = z.custom<Column>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    (Object.hasOwn(value, 'all') || ('each' in value && Array.isArray(value.each)))
)

const Shape = z.object({
  count: z.int().check(z.gte(0), z.lte(100_000)),
  author: Column,
  counter: Column,
  type: Column,
  record: Column,
  at: Column,
  tick: Column,
  over: Column,
  /** Left out where no row has a sealed part. */
  sealed: z.optional(Column),
  fields: z.record(z.string(), Column)
})
/**
 * `counter` and `at` hold the difference to the row above. In `record` and `over`, `0` is the change itself, a positive
 * number is a counter of the same author, and text is another phone's change in full. `null` is "not set".
 */
export const Columns = Shape.check(z.refine((columns) => cellsIn(columns) <= CELLS_LIMIT))
export type Columns = z.infer<typeof Shape>

export const changesToColumns = (changes: readonly Change[]): Columns => {
  const names = new Set(changes.flatMap(({ fields }) => Object.keys(fields)))
  const steps = (numbers: number[]) => numbers.map((number, row) => number - (numbers[row - 1] ?? 0))
  return {
    count: changes.length,
    author: toColumn(changes.map(({ author }) => author)),
    counter: toColumn(steps(changes.map(({ counter }) => counter))),
    type: toColumn(changes.map(({ type }) => type)),
    record: toColumn(changes.map((change) => toReference(change, change.record))),
    at: toColumn(steps(changes.map(({ clock }) => clock.at))),
    tick: toColumn(changes.map(({ clock }) => clock.tick)),
    over: toColumn(
      changes.map((change) => (change.over.length === 0 ? null : change.over.map((dot) => toReference(change, dot))))
    ),
    ...(changes.some(({ sealed }) => sealed) && { sealed: toColumn(changes.map(({ sealed }) => sealed ?? null)) }),
    fields: Object.fromEntries(
      [...names].map((name) => [name, toColumn(changes.map(({ fields }) => fields[name] ?? null))])
    )
  }
}

/** Each row is a change, or known to be none. Never throws on a bad row. */
export const columnsToChanges = (columns: Columns): ({ change: Change } | { unreadable: true })[] => {
  const rows = toFieldsByRow(columns)
  let counter = 0
  let at = 0
  return rows.map((fields, row) => {
    const author = cellAt(columns.author, row)
    counter += toNumber(cellAt(columns.counter, row))
    at += toNumber(cellAt(columns.at, row))
    const self = { author: typeof author === 'string' ? author : '', counter }
    const over = cellAt(columns.over, row) ?? []
    const sealed = columns.sealed === undefined ? null : cellAt(columns.sealed, row)
    const parsed = Change.safeParse({
      ...self,
      type: cellAt(columns.type, row),
      record: fromReference(self, cellAt(columns.record, row) ?? 0),
      clock: { at, tick: cellAt(columns.tick, row) },
      over: Array.isArray(over) ? over.map((reference) => fromReference(self, reference)) : over,
      fields: {},
      ...(sealed !== null && { sealed })
    })
    return parsed.success && fields !== undefined ? { change: { ...parsed.data, fields } } : { unreadable: true }
  })
}

/** By column, so that a name costs what its cells cost and not a look in every row. Undefined: a row with a bad cell. */
const toFieldsByRow = ({ count, fields }: Columns): (Record<string, SharedValue> | undefined)[] => {
  const rows: (Record<string, SharedValue> | undefined)[] = Array.from({ length: count }, () => ({}))
  for (const [name, cells] of Object.entries(fields)) {
    const isName = FieldName.safeParse(name).success
    const isValue = createValueCheck()
    const filled = 'each' in cells ? Math.min(count, cells.each.length) : cells.all === null ? 0 : count
    for (let row = 0; row < filled; row += 1) {
      const value = cellAt(cells, row)
      if (value === null) continue
      const there = rows[row]
      if (!isName || !isValue(value)) rows[row] = undefined
      else if (there !== undefined) there[name] = value
    }
  }
  return rows
}

/** A column says a few things many times: each is looked at once. */
const createValueCheck = () => {
  const known = new Map<string, boolean>()
  return (value: unknown): value is SharedValue => {
    // As JSON a list and a text that looks like one stay two things.
    const key = JSON.stringify(value)
    const there = known.get(key) ?? SharedValue.safeParse(value).success
    known.set(key, there)
    return there
  }
}

const cellsIn = ({ count, fields, ...others }: Columns): number =>
  [...Object.values(others), ...Object.values(fields)].reduce<number>(
    (sum, cells) => sum + (cells === undefined ? 0 : weightOf(cells, count)),
    0
  )

const weightOf = (cells: Column, count: number): number =>
  'all' in cells ? count * cellWeight(cells.all) : cells.each.reduce<number>((sum, cell) => sum + cellWeight(cell), 0)

const cellWeight = (cell: unknown): number =>
  cell === null
    ? 0
    : Array.isArray(cell)
      ? Math.min(1 + cell.length, LENGTH_LIMIT)
      : typeof cell === 'object'
        ? LENGTH_LIMIT
        : 1

const toColumn = <Cell>(cells: Cell[]): Column<Cell> => {
  const [first] = cells
  const alike = first !== undefined && cells.every((cell) => isSameCell(cell, first))
  return alike ? { all: first } : { each: cells }
}

/** Most cells are text or numbers; only lists have to be spelt out. */
const isSameCell = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

/** Null where nothing is set. A text or list beyond all measure is read as one that no schema takes. */
const cellAt = (cells: Column, row: number): unknown => {
  const cell = ('all' in cells ? cells.all : cells.each[row]) ?? null
  const isBeyondMeasure = (typeof cell === 'string' || Array.isArray(cell)) && cell.length > LENGTH_LIMIT
  return isBeyondMeasure ? '' : cell
}

/** What is no number spoils the sum, and with it every row that counts on from there. */
const toNumber = (cell: unknown): number => (cell === null ? 0 : typeof cell === 'number' ? cell : Number.NaN)

type Self = { author: string; counter: number }

const toReference = (self: Self, dot: string): number | string => {
  const { author, counter } = dotToParts(dot)
  if (author !== self.author) return dot
  return counter === self.counter ? 0 : counter
}

const fromReference = (self: Self, reference: unknown): unknown =>
  typeof reference === 'number' ? dotOf(self.author, reference === 0 ? self.counter : reference) : reference
