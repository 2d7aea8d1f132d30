// Sheets as one file of Excel: the fewest parts of Office Open XML that a spreadsheet opens without a question. Texts stand in
// their cells, so that there is no table of shared ones to keep. Why no library: see this folder's page.
import { strToU8, zipSync } from 'fflate'
import type { Sheet } from '#domain/exports/sheet.ts'

export type NamedSheet = {
  readonly name: string
  readonly sheet: Sheet
  readonly isRightToLeft: boolean
  /** Rows on top that stay in sight. */
  readonly headings: number
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const toXlsx = (sheets: readonly NamedSheet[]): Uint8Array<ArrayBuffer> =>
  zipSync({
    '[Content_Types].xml': part(
      `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${MIME}.sheet.main+xml"/>` +
        each(sheets, (n) => `<Override PartName="/xl/sheet${n}.xml" ContentType="${MIME}.worksheet+xml"/>`) +
        '</Types>'
    ),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': part(
      `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets>` +
        each(sheets, (n, { name }) => `<sheet name="${escaped(nameOf(name))}" sheetId="${n}" r:id="r${n}"/>`) +
        '</sheets></workbook>'
    ),
    'xl/_rels/workbook.xml.rels': relations(sheets.map((_, index) => ['worksheet', `sheet${index + 1}.xml`])),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/sheet${index + 1}.xml`, part(worksheet(sheet))]))
  })

const worksheet = ({ sheet, isRightToLeft, headings }: NamedSheet): string =>
  `<worksheet xmlns="${SPREADSHEET}"><sheetViews><sheetView workbookViewId="0"${isRightToLeft ? ' rightToLeft="1"' : ''}>` +
  `${headings > 0 ? frozen(headings) : ''}</sheetView></sheetViews>${columns(sheet)}<sheetData>` +
  sheet.map((row) => `<row>${row.map(cell).join('')}</row>`).join('') +
  '</sheetData></worksheet>'

const frozen = (rows: number): string =>
  `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/>`

/** In letters; a longer text is cut off on the screen alone. */
const WIDTHS = { least: 8, most: 40, beside: 2 }

const columns = (sheet: Sheet): string => {
  const longest: number[] = []
  for (const row of sheet) {
    for (const [at, value] of row.entries()) longest[at] = Math.max(longest[at] ?? 0, String(value ?? '').length)
  }
  const widths = longest.map((letters) => Math.min(WIDTHS.most, Math.max(WIDTHS.least, letters + WIDTHS.beside)))
  const each = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  return each.length > 0 ? `<cols>${each.join('')}</cols>` : ''
}

/** What is not told stands empty; a number is a number, so that it can be added up. */
const cell = (value: Sheet[number][number]): string => {
  if (value === undefined) return '<c/>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** Excel refuses a longer name, and some signs in it. */
const nameOf = (name: string): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const relations = (targets: readonly (readonly [string, string])[]) =>
  part(
    `<Relationships xmlns="${RELATIONS}">` +
      targets
        .map(([type, to], i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/${type}" Target="${to}"/>`)
        .join('') +
      '</Relationships>'
  )

const each = (sheets: readonly NamedSheet[], text: (number: number, sheet: NamedSheet) => string): string =>
  sheets.map((sheet, index) => text(index + 1, sheet)).join('')

const part = (xml: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML can hold no control signs; an organisation's name should not break the file. */
const escaped = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\t\n\r]/gu, '').replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
