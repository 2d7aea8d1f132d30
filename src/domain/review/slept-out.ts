// Who slept outside, area by area. Of several counts of one area on one morning the highest is read and never their sum: two
// phones may have counted the same people, and nobody is counted away.
import { type Day, dayOf } from '#domain/belgrade-time.ts'
import { type Zone, ZONES } from '#domain/codes/zones.ts'
import { countField } from '#domain/records/arrival.ts'
import { type DawnCount, SLEEPERS, sleepersIn } from '#domain/records/dawn-count.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { type DatedRecord, datedRecords } from '#domain/review/dated-record.ts'
import { daysIn, type Period } from '#domain/review/period.ts'

export type SleptOutRow = DawnCount & {
  readonly zone: Zone
  readonly people: number
  /** How many counts there are of it. */
  readonly counts: number
}

export type SleptOut = { readonly rows: readonly SleptOutRow[]; readonly people: number }

/** Mornings on which somebody counted, the oldest first. They have no sum: one person sleeps outside on several. */
export const sleptOutByDay = (records: Iterable<FieldRecord>, period: Period) => {
  const counts = [...records].filter(({ type }) => type === 'dawn_count')
  return daysIn(period)
    .map((day) => ({ day, ...sleptOut(counts, day) }))
    .filter(({ rows }) => rows.length > 0)
}

/** Areas that were counted, in the order of the list; one where nobody was is among them. Of one morning. */
export const sleptOut = (records: Iterable<FieldRecord>, day: Day): SleptOut => {
  const counted = datedRecords(records).filter(({ type, met }) => type === 'dawn_count' && dayOf(met) === day)
  const rows = ZONES.flatMap((zone) => rowOf(zone, counted))
  return { rows, people: rows.reduce((sum, { people }) => sum + people, 0) }
}

const rowOf = (zone: Zone, counted: readonly DatedRecord[]): SleptOutRow[] => {
  const own = counted.filter(({ fields }) => zoneOf(fields['zone']) === zone)
  const [highest] = own.toSorted((a, b) => sleepersIn(b.fields) - sleepersIn(a.fields))
  if (highest === undefined) return []
  const seen = Object.fromEntries(SLEEPERS.map((name) => [name, countField(highest.fields, name)])) as DawnCount
  return [{ zone, ...seen, people: sleepersIn(highest.fields), counts: own.length }]
}

/** A newer phone may know more areas. */
const zoneOf = (value: unknown): Zone => ZONES.find((zone) => zone === value) ?? 'elsewhere'
