// A sheet as every format writes it: a row of headings, perhaps the row of HXL hashtags, then the data.
import { type CellValue, type ColumnId, columnsOf, type FileKind, type Names } from '#domain/exports/columns.ts'
import type { Offered, ToldRow } from '#domain/exports/offer.ts'

export type Sheet = readonly (readonly CellValue[])[]

export type SheetWords = { readonly names: Names; readonly heading: (column: ColumnId) => string }

export type SheetAsked = { readonly file: FileKind; readonly hasTags: boolean }

export const sheetOf = ({ rows }: Pick<Offered, 'rows'>, { file, hasTags }: SheetAsked, words: SheetWords): Sheet => [
  headingsOf(file, words),
  ...(hasTags ? [columnsOf(file).map(({ tag }) => tag(file))] : []),
  ...rowsFor(rows, file).map((row) => cellsOf(row, file, words))
]

export const headingsOf = (file: FileKind, { heading }: SheetWords): Sheet[number] =>
  columnsOf(file).map(({ id }) => heading(id))

export const cellsOf = (row: ToldRow, file: FileKind, { names }: SheetWords): Sheet[number] =>
  columnsOf(file).map(({ value }) => value(row, names))

/** Who does what where says not how many, and of when only the first and the last day: each is there once. */
export const rowsFor = (rows: readonly ToldRow[], file: FileKind): readonly ToldRow[] => {
  if (file !== 'w3') return rows
  const each = new Map<string, ToldRow>()
  for (const row of rows) {
    const key = `${row.zone} ${row.code}`
    const { from, to } = each.get(key) ?? row
    each.set(key, { ...row, from: from < row.from ? from : row.from, to: to > row.to ? to : row.to })
  }
  return [...each.values()]
}

/** RFC 4180 with a byte order mark, without which spreadsheets read the letters of most of our languages wrongly. */
export const toCsv = (sheet: Sheet): string => BYTE_ORDER_MARK + csvText(sheet)

/** Without the mark. */
export const csvText = (sheet: Sheet): string => sheet.map(csvLine).join('')

/** The first thing in a file that is written line by line. */
export const BYTE_ORDER_MARK = '\uFEFF'

export const csvLine = (row: Sheet[number]): string =>
  `${row.map((value) => quoted(String(value ?? ''))).join(',')}\r\n`

/** A cell that begins like a formula would be run by a spreadsheet: it is made a text. */
const quoted = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
