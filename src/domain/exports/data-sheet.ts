// One table as columns and rows of cells, whichever set it is: for files that are written row by row, and for pages.
import { type CellValue, columnsOf, type FileKind, FILES, SUBJECT_OF } from '#domain/exports/columns.ts'
import type { ToldRow } from '#domain/exports/offer.ts'
import { countParticipants, PARTICIPANT_COLUMNS, participantRows } from '#domain/exports/participants.ts'
import { cellsOf, rowsFor, type SheetWords } from '#domain/exports/sheet.ts'

/** `core`: the arrivals as NRC CORE's participants. */
export const DATA_SETS = [...FILES, 'core'] as const
export type DataSet = FileKind | 'core'

/** The file whose table it is made of: whoever may read that may read it too. */
export const fileOf = (set: DataSet): FileKind => (set === 'core' ? 'arrivals' : set)
export const subjectOf = (set: DataSet) => SUBJECT_OF[fileOf(set)]

export type DataSheet = {
  /** `tag`: its HXL hashtag; empty where there is none. */
  readonly columns: readonly { readonly id: string; readonly heading: string; readonly tag: string }[]
  readonly count: number
  readonly rows: (from?: number, limit?: number) => Iterable<readonly CellValue[]>
}

/** `words` of CORE's participants are to be English, which its import reads. */
export const dataSheet = (rows: readonly ToldRow[], set: DataSet, words: SheetWords): DataSheet => {
  if (set === 'core') {
    return {
      columns: PARTICIPANT_COLUMNS,
      count: countParticipants(rows),
      rows: (from = 0, limit = Infinity) => some(participantRows(rows, words.names), from, limit)
    }
  }
  const all = rowsFor(rows, set)
  return {
    columns: columnsOf(set).map(({ id, tag }) => ({ id, heading: words.heading(id), tag: tag(set) })),
    count: all.length,
    rows: (from = 0, limit = Infinity) => all.slice(from, from + limit).map((row) => cellsOf(row, set, words))
  }
}

function* some<Row>(rows: Iterable<Row>, from: number, limit: number): Generator<Row, undefined> {
  let at = 0
  for (const row of rows) {
    if (at >= from + limit) return
    if (at >= from) yield row
    at += 1
  }
}
