// Many changes as columns. The same field of neighbouring changes is alike, so columns squeeze to half of what rows do;
// a column that never changes is written once. Text form is JSON, squeezed with gzip (see `squeeze.ts`).
import * as z from 'zod/mini'
import { Change } from '#protocol/change.ts'
import { dotOf, dotToParts } from '#protocol/ids.ts'

const column = <Cell extends z.core.$ZodType>(cell: Cell) =>
  z.union([z.object({ each: z.array(cell) }), z.object({ all: cell })])
type Column<Cell> = { all: Cell } | { each: Cell[] }

/**
 * `counter` and `at` hold the difference to the row above. In `record` and `over`, `0` is the change itself, a positive
 * number is a counter of the same author, and text is another phone's change in full. `null` is "not set".
 */
const Reference = z.union([z.int(), z.string()])
export const Columns = z.object({
  count: z.int().check(z.gte(0), z.lte(100_000)),
  author: column(z.string()),
  counter: column(z.int()),
  type: column(z.string()),
  record: column(Reference),
  at: column(z.int()),
  tick: column(z.int()),
  over: column(z.nullable(z.array(Reference))),
  /** Any values: what a cell may be is `Change`'s to say, row by row, so that one bad cell does not take 249 others along. */
  fields: z.record(z.string(), column(z.unknown()))
})
export type Columns = z.infer<typeof Columns>

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
    fields: Object.fromEntries(
      [...names].map((name) => [name, toColumn(changes.map(({ fields }) => fields[name] ?? null))])
    )
  }
}

/** Each row is a change or, where it does not fit the schema, what could be read of it. Never throws on a bad row. */
export const columnsToChanges = (columns: Columns): ({ change: Change } | { unreadable: unknown })[] => {
  const rows: ({ change: Change } | { unreadable: unknown })[] = []
  let counter = 0
  let at = 0
  for (let row = 0; row < columns.count; row += 1) {
    const author = cellAt(columns.author, row) ?? ''
    counter += cellAt(columns.counter, row) ?? 0
    at += cellAt(columns.at, row) ?? 0
    const self = { author, counter }
    const candidate = {
      author,
      counter,
      type: cellAt(columns.type, row),
      record: fromReference(self, cellAt(columns.record, row) ?? 0),
      clock: { at, tick: cellAt(columns.tick, row) },
      over: (cellAt(columns.over, row) ?? []).map((reference) => fromReference(self, reference)),
      fields: fieldsAt(columns.fields, row)
    }
    const parsed = Change.safeParse(candidate)
    rows.push(parsed.success ? { change: parsed.data } : { unreadable: candidate })
  }
  return rows
}

const fieldsAt = (fields: Columns['fields'], row: number) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, cells]) => {
      const value = cellAt(cells, row)
      return value === null || value === undefined ? [] : [[name, value]]
    })
  )

const toColumn = <Cell>(cells: Cell[]): Column<Cell> => {
  const [first] = cells
  const alike = first !== undefined && cells.every((cell) => JSON.stringify(cell) === JSON.stringify(first))
  return alike ? { all: first } : { each: cells }
}

const cellAt = <Cell>(cells: Column<Cell>, row: number): Cell | undefined =>
  'all' in cells ? cells.all : cells.each[row]

type Self = { author: string; counter: number }

const toReference = (self: Self, dot: string): number | string => {
  const { author, counter } = dotToParts(dot)
  if (author !== self.author) return dot
  return counter === self.counter ? 0 : counter
}

const fromReference = (self: Self, reference: number | string): string =>
  typeof reference === 'string' ? reference : dotOf(self.author, reference === 0 ? self.counter : reference)
