// One file, from what may be told, in the form and the language chosen.
import { strToU8, zipSync } from 'fflate'
import type { FileWords } from '#app/exports/file-words.ts'
import { toXlsx } from '#app/exports/xlsx.ts'
import { codesSheet } from '#domain/exports/codes-sheet.ts'
import { DATA_SETS, dataSheet, filesOf, isNrcSet, markOf, type NrcSet } from '#domain/exports/data-sheet.ts'
import type { Offered } from '#domain/exports/offer.ts'
import { csvText, type Sheet, sheetOf, toCsv } from '#domain/exports/sheet.ts'
import { zonesGeoJson } from '#domain/exports/zones-geojson.ts'
import type { Period } from '#domain/review/period.ts'

export const FORMATS = ['xlsx', 'csv', 'hxl'] as const
export type FileFormat = (typeof FORMATS)[number]

/** Beside ours NRC's own files, whose columns and words are NRC's, and the areas of the city for a map. */
export const SAVED_FILES = [...DATA_SETS, 'zones'] as const
export type SavedFile = (typeof SAVED_FILES)[number]

export type MadeFile = {
  readonly name: string
  readonly content: string | Uint8Array<ArrayBuffer>
  readonly type: string
}

type Asked = { readonly file: SavedFile; readonly format: FileFormat; readonly period: Period }

/** `english`: what NRC's files are in; what their codes mean is in `words` all the same. */
export const makeFile = (
  offered: Pick<Offered, 'rows'>,
  { file, format, period }: Asked,
  { words, english }: { words: FileWords; english: FileWords }
): MadeFile => {
  const name = `susret-${file}-${period.from}-${period.to}`
  if (file === 'zones') {
    const content = zonesGeoJson(offered, period, words.names)
    return { name: `${name}.geojson`, content, type: 'application/geo+json' }
  }
  const isNrc = isNrcSet(file)
  const sheet = isNrc ? nrcSheet(file, offered, english) : sheetOf(offered, { file, hasTags: format === 'hxl' }, words)
  const codes = codesSheet(file, { words, english })
  if (format !== 'xlsx') return csvFile(name, { file, sheet, codes })
  const sheets = [
    { name: file, sheet, isRightToLeft: (isNrc ? english : words).isRightToLeft, headings: 1 },
    { name: words.codes, sheet: codes, isRightToLeft: words.isRightToLeft, headings: 0 }
  ]
  return {
    name: `${name}.xlsx`,
    content: toXlsx(sheets),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  }
}

const nrcSheet = (set: NrcSet, { rows }: Pick<Offered, 'rows'>, english: FileWords): Sheet => {
  const sheet = dataSheet(rows, set, english)
  return [sheet.columns.map(({ heading }) => heading), ...sheet.rows()]
}

/** CSV holds one sheet. What its codes mean goes with it in one zip, so that neither is passed on without the other. */
const csvFile = (name: string, { file, sheet, codes }: { file: SavedFile; sheet: Sheet; codes: Sheet }): MadeFile => {
  const [headings = [], ...rows] = sheet
  const parts = filesOf(file, name, rows.length).map(({ name: part, from, limit }) => {
    const text = markOf(file) + csvText([headings, ...rows.slice(from, from + limit)])
    return [`${part}.csv`, strToU8(text)] as const
  })
  const files = { ...Object.fromEntries(parts), [`${name}-codes.csv`]: strToU8(toCsv(codes)) }
  return { name: `${name}.zip`, content: zipSync(files), type: 'application/zip' }
}
