// Many changes as columns. The same field of neighbouring changes is alike, so columns squeeze to half of what rows do;
// a column that never changes is written once. Text form is JSON, squeezed with gzip (see `squeeze.ts`).
import * as z from 'zod/mini'
import { FieldName, SharedValue } from '#domain/code.ts'
import { Change, OVER_LIMIT } from '#protocol/change.ts'
import { type Dot, dotOf, dotToParts } from '#protocol/ids.ts'

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
  const read = createRowReader(columns)
  return toFieldsByRow(columns).map((fields, row) => {
    const said = read(row)
    return said !== undefined && fields !== undefined ? { change: { ...said, fields } } : { unreadable: true }
  })
}

/**
 * All of a change but its fields, for one row after the other; undefined where a part is not what `Change` wants. A thousand rows
 * say the same few things: what `Change` thinks of each is asked once.
 */
const createRowReader = ({ author, counter, type, record, at, tick, over, sealed }: Columns) => {
  const { shape } = Change
  const isAuthor = createCheck(shape.author)
  const isType = createCheck(shape.type)
  const isTick = createCheck(shape.clock.shape.tick)
  const isCounter = (value: number) => shape.counter.safeParse(value).success
  const isAt = (value: number) => shape.clock.shape.at.safeParse(value).success
  const toDot = (self: Self, reference: unknown): Dot | undefined => {
    if (reference === 0) return dotOf(self.author, self.counter)
    if (typeof reference === 'number') return isCounter(reference) ? dotOf(self.author, reference) : undefined
    return shape.record.safeParse(reference).data
  }
  const sum = { counter: 0, at: 0 }

  return (row: number): Omit<Change, 'fields'> | undefined => {
    sum.counter += toNumber(cellAt(counter, row))
    sum.at += toNumber(cellAt(at, row))
    const parts = { author: cellAt(author, row), type: cellAt(type, row), tick: cellAt(tick, row) }
    if (!isAuthor(parts.author) || !isType(parts.type) || !isTick(parts.tick)) return undefined
    if (!isCounter(sum.counter) || !isAt(sum.at)) return undefined
    const self = { author: parts.author, counter: sum.counter }
    const dot = toDot(self, cellAt(record, row) ?? 0)
    const replaced = readOver(cellAt(over, row), (reference) => toDot(self, reference))
    const sealedCell = sealed === undefined ? null : cellAt(sealed, row)
    const sealedPart = sealedCell === null ? undefined : shape.sealed.safeParse(sealedCell).data
    const isSealedRight = sealedCell === null || sealedPart !== undefined
    if (dot === undefined || replaced === undefined || !isSealedRight) return undefined
    return {
      ...self,
      type: parts.type,
      record: dot,
      clock: { at: sum.at, tick: parts.tick },
      over: replaced,
      ...(sealedPart && { sealed: sealedPart })
    }
  }
}

/** Undefined where it is no list, too long a one, or one with something in it that is no change. */
const readOver = (cell: unknown, toDot: (reference: unknown) => Dot | undefined): Dot[] | undefined => {
  if (cell === null) return []
  const dots = Array.isArray(cell) && cell.length <= OVER_LIMIT ? cell.map(toDot) : [undefined]
  return dots.includes(undefined) ? undefined : (dots as Dot[])
}

/** By column, so that a name costs what its cells cost and not a look in every row. Undefined: a row with a bad cell. */
const toFieldsByRow = ({ count, fields }: Columns): (Record<string, SharedValue> | undefined)[] => {
  const rows: (Record<string, SharedValue> | undefined)[] = Array.from({ length: count }, () => ({}))
  for (const [name, cells] of Object.entries(fields)) {
    const isName = FieldName.safeParse(name).success
    const isValue = createCheck(SharedValue)
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
const createCheck = <Schema extends z.ZodMiniType>(schema: Schema) => {
  const plain = new Map<unknown, boolean>()
  // As JSON a list and a text that looks like one would be the same.
  const lists = new Map<unknown, boolean>()
  return (value: unknown): value is z.infer<Schema> => {
    const isList = typeof value === 'object'
    const known = isList ? lists : plain
    const key = isList ? JSON.stringify(value) : value
    const there = known.get(key) ?? schema.safeParse(value).success
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
