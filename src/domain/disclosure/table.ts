// A table of people as it is published: counts, the sum of each row, the sum of each column, and the sum of all. Every sum is
// a number like any other: who knows all but one of a line knows that one too.

export type CountTable = {
  /** One list a row, all of one length: people by kind. */
  readonly rows: readonly (readonly number[])[]
  /**
   * Whether the sums of the columns are published. Where one person may stand in several rows they are not, and each row is a
   * table of its own.
   */
  readonly hasColumnSums: boolean
}

/** One number of the table. `row` and `column` beyond the last are the sums. */
export type Cell = { readonly row: number; readonly column: number; readonly people: number }

export const cellsOf = ({ rows, hasColumnSums }: CountTable): Cell[] => {
  const lines = hasColumnSums ? [...rows, columnSums(rows)] : rows
  return lines.flatMap((counts, row) => [...counts, sumOf(counts)].map((people, column) => ({ row, column, people })))
}

export const widthOf = ({ rows }: CountTable): number => rows[0]?.length ?? 0

export const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

const columnSums = (rows: CountTable['rows']): number[] =>
  (rows[0] ?? []).map((_, column) => sumOf(rows.map((counts) => counts[column] ?? 0)))
