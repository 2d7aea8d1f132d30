// A report of one area as it may leave the team, beside that of the city and those of all other areas: from these together nobody
// in a small number can be worked out. No number is told but the newly arrived, where the city's own report tells them of the area;
// a row of which a small number could be worked out all the same is in the report of no area.
import { type Zone, ZONES } from '#domain/codes/zones.ts'
import { networkOf } from '#domain/disclosure/network.ts'
import { type Cell, cellsOf, type CountTable } from '#domain/disclosure/table.ts'
import { isSmall, type ToldCount } from '#domain/disclosure/told-count.ts'
import type { Report, ReportTable, ReportTableName } from '#domain/review/report.ts'
import {
  rowsAsTold,
  tellReport,
  tellReportVaguely,
  type ToldOn,
  type ToldReport,
  type ToldTable
} from '#domain/review/told-report.ts'

type Reports = { readonly city: Report; readonly areas: Readonly<Record<Zone, Report>> }
type Half = 'number' | 'before'

/** Their totals are the newly arrived. */
const OF_NEWLY_ARRIVED: readonly ReportTableName[] = ['who', 'country', 'language', 'route', 'zone', 'sleeping']

export const tellAreaReport = (zone: Zone, { city, areas }: Reports, on: ToldOn): ToldReport => {
  const ofCity = tellReport(city, on)
  const told = tellReportVaguely(areas[zone])
  const tellPeople = (half: Half): ToldCount => {
    const inCity = toldOfZone(ofCity, zone, half)
    return inCity === undefined || isSmall(inCity) ? told.people[half] : inCity
  }
  const people = { number: tellPeople('number'), before: tellPeople('before') }
  const tables = told.tables.map((table): ToldTable => {
    const [now, then] = (['number', 'before'] as const).map((half) => givenAway(table.name, half, { ofCity, areas }))
    const rows = table.rows.map(({ code, number, before }) => ({
      code,
      number: now?.has(code) ? undefined : number,
      before: then?.has(code) ? undefined : before
    }))
    return {
      ...table,
      rows: rowsAsTold(table.name, rows),
      ...(OF_NEWLY_ARRIVED.includes(table.name) && { total: people })
    }
  })
  return { ...told, tables, people }
}

/** The newly arrived of an area, only where the city's report tells them as a number. */
const toldOfZone = (ofCity: ToldReport, zone: Zone, half: Half): number | undefined => {
  const number = tableIn(ofCity.tables, 'zone')?.rows.find(({ code }) => code === zone)?.[half]
  return typeof number === 'number' ? number : undefined
}

type Told = { readonly ofCity: ToldReport; readonly areas: Reports['areas'] }

/** The codes of which some area has so few people that the other reports would tell them. */
const givenAway = (name: ReportTableName, half: Half, { ofCity, areas }: Told): ReadonlySet<string> => {
  const columns = ZONES.map((zone) => numbersOf(tableIn(areas[zone].tables, name), half))
  const codes = [...new Set(columns.flatMap((numbers) => [...numbers.keys()]))]
  const table: CountTable = {
    rows: codes.map((code) => columns.map((numbers) => numbers.get(code) ?? 0)),
    hasColumnSums: OF_NEWLY_ARRIVED.includes(name)
  }
  const inCity = tableIn(ofCity.tables, name)
  const sumOfRow = (row: number): ToldCount | undefined =>
    row === codes.length ? inCity?.total?.[half] : inCity?.rows.find(({ code }) => code === codes[row])?.[half]
  const isHidden = ({ row, column }: Cell): boolean => {
    const zone = ZONES[column]
    if (zone === undefined) return typeof sumOfRow(row) !== 'number'
    return row < codes.length || toldOfZone(ofCity, zone, half) === undefined
  }
  const hidden = new Set(cellsOf(table).filter(isHidden))
  const network = networkOf(table, [...hidden])
  const isKnown = (cell: Cell): boolean => network.findCircle(cell, hidden) === undefined
  return new Set(codes.filter((_, row) => [...hidden].some((cell) => isFewOf(cell, row) && isKnown(cell))))
}

const isFewOf = ({ row, column, people }: Cell, ofRow: number): boolean =>
  row === ofRow && column < ZONES.length && isSmall(people)

const numbersOf = (table: ReportTable | undefined, half: Half): ReadonlyMap<string, number> =>
  new Map(table?.rows.map((row) => [row.code, row[half]]))

const tableIn = <Table extends { readonly name: ReportTableName }>(
  tables: readonly Table[],
  name: ReportTableName
): Table | undefined => tables.find((table) => table.name === name)
