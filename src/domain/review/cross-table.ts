// Two answers held against each other, such as hour and area. Every arrival stands in one column; in several rows only where the
// rows are needs.
import { codesIn, compare, type DatedRecord } from '#domain/review/dated-record.ts'
import { peopleInArrival } from '#domain/records/arrival.ts'
import { type Zone, zoneOf, ZONES } from '#domain/codes/zones.ts'

export type CrossTable = {
  /** Areas with anybody in them, in the order of the list. */
  readonly zones: readonly Zone[]
  /** `cells` one a zone; they add up to `total`. */
  readonly rows: readonly { readonly code: string; readonly cells: readonly number[]; readonly total: number }[]
}

/** People by the hour of the day they were met in, 00 first; hours without anybody are left out. */
export const hoursByZone = (arrivals: readonly DatedRecord[]): CrossTable => {
  const table = crossed(arrivals, {
    codesOf: ({ met }) => [met.slice(11)],
    countOf: ({ fields }) => peopleInArrival(fields)
  })
  return { ...table, rows: table.rows.toSorted((a, b) => compare(a.code, b.code)) }
}

/** Groups that need it; the most wanted first. */
export const needsByZone = (arrivals: readonly DatedRecord[]): CrossTable => {
  const table = crossed(arrivals, { codesOf: ({ fields }) => codesIn(fields, 'needs'), countOf: () => 1 })
  return { ...table, rows: table.rows.toSorted((a, b) => b.total - a.total || compare(a.code, b.code)) }
}

type Crossing = {
  readonly codesOf: (arrival: DatedRecord) => readonly string[]
  readonly countOf: (arrival: DatedRecord) => number
}

const crossed = (arrivals: readonly DatedRecord[], { codesOf, countOf }: Crossing): CrossTable => {
  const counted = new Map<string, Map<Zone, number>>()
  for (const arrival of arrivals) {
    const zone = zoneOf(arrival.fields)
    for (const code of codesOf(arrival)) {
      const row = counted.get(code) ?? new Map<Zone, number>()
      counted.set(code, row.set(zone, (row.get(zone) ?? 0) + countOf(arrival)))
    }
  }
  const zones = ZONES.filter((zone) => [...counted.values()].some((row) => (row.get(zone) ?? 0) > 0))
  const rows = [...counted].map(([code, row]) => {
    const cells = zones.map((zone) => row.get(zone) ?? 0)
    return { code, cells, total: cells.reduce((sum, cell) => sum + cell, 0) }
  })
  return { zones, rows: rows.filter(({ total }) => total > 0) }
}
