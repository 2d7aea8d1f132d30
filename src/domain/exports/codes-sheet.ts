// What the codes of a file mean: the sheet that goes with every export.
import { QUICK_SERVICES } from '#domain/codes/field-codes.ts'
import { SECTORS } from '#domain/codes/needs.ts'
import { COUNTRIES } from '#domain/codes/countries.ts'
import { ZONES } from '#domain/codes/zones.ts'
import type { ColumnId } from '#domain/exports/columns.ts'
import { CITY, OTHER } from '#domain/exports/detail.ts'
import type { Sheet, SheetWords } from '#domain/exports/sheet.ts'

/** One row a code: the heading of its column, the code, its name. */
export const codesSheet = ({ names, heading }: SheetWords): Sheet => {
  const lists: readonly (readonly [ColumnId, readonly string[], (code: string) => string])[] = [
    ['sectorCode', SECTORS, names.sector],
    ['activityCode', QUICK_SERVICES, names.activity],
    ['zoneCode', [...ZONES, CITY], names.zone],
    ['countryCode', [...COUNTRIES, OTHER], names.country]
  ]
  return lists.flatMap(([column, codes, nameOf]) => codes.map((code) => [heading(column), code, nameOf(code)]))
}
