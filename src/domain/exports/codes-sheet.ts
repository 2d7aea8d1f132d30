// What the codes of a file mean: the sheet that goes with every export that has codes.
import { COUNTRIES } from '#domain/codes/countries.ts'
import { QUICK_SERVICES } from '#domain/codes/field-codes.ts'
import { iso3Of } from '#domain/codes/iso3.ts'
import { ITEM_CODES, UNITS } from '#domain/codes/items.ts'
import { SECTORS, TOLD_NEEDS } from '#domain/codes/needs.ts'
import { ZONES } from '#domain/codes/zones.ts'
import { CITY_CODE, type ColumnId, columnsOf, type Names } from '#domain/exports/columns.ts'
import { type DataSet, isNrcSet } from '#domain/exports/data-sheet.ts'
import { CITY, OTHER } from '#domain/exports/detail.ts'
import { type CodeWords, nrcCodes } from '#domain/exports/nrc-codes.ts'
import type { Sheet } from '#domain/exports/sheet.ts'
import { FUNNEL_STEPS } from '#domain/review/referral-funnel.ts'

export type CodeRow = {
  /** Its id in the table. */
  readonly column: string
  readonly heading: string
  readonly code: string
  readonly name: string
}

/** Every code of every column that has codes. */
export const codeRows = (set: DataSet, spoken: CodeWords): CodeRow[] => {
  if (isNrcSet(set)) return nrcCodes(set, spoken)
  const { words } = spoken
  const columns = columnsOf(set).map(({ id }) => id)
  return columns.filter(isCodeColumn).flatMap((column) => {
    const { codes, nameOf, written = (code: string) => code } = LISTS[column]
    return codes.map((code) => ({
      column,
      heading: words.heading(column),
      code: written(code),
      name: nameOf(words.names, code)
    }))
  })
}

/** One row a code: the heading of its column, the code, its name. */
export const codesSheet = (set: DataSet, spoken: CodeWords): Sheet =>
  codeRows(set, spoken).map(({ heading, code, name }) => [heading, code, name])

type CodeColumn = Extract<ColumnId, `${string}Code`>

type List = {
  readonly codes: readonly string[]
  readonly nameOf: (names: Names, code: string) => string
  /** As it stands in the column, where that is not as records have it. */
  readonly written?: (code: string) => string
}

const LISTS: Readonly<Record<CodeColumn, List>> = {
  sectorCode: { codes: SECTORS, nameOf: (names, code) => names.sector(code) },
  activityCode: { codes: [...QUICK_SERVICES, ...ITEM_CODES], nameOf: (names, code) => names.activity(code) },
  needCode: { codes: TOLD_NEEDS, nameOf: (names, code) => names.need(code) },
  itemCode: { codes: ITEM_CODES, nameOf: (names, code) => names.item(code) },
  unitCode: { codes: UNITS, nameOf: (names, code) => names.unit(code) },
  cityCode: { codes: [CITY_CODE], nameOf: (names) => names.city },
  zoneCode: { codes: [...ZONES, CITY], nameOf: (names, code) => names.zone(code) },
  countryCode: { codes: [...COUNTRIES, OTHER], nameOf: (names, code) => names.country(code), written: iso3Of },
  stepCode: { codes: FUNNEL_STEPS, nameOf: (names, code) => names.step(code) }
}

const isCodeColumn = (column: ColumnId): column is CodeColumn => Object.hasOwn(LISTS, column)
