// Who slept outside, area by area. Of several counts of one area on one morning the highest is read and never their sum: two
// phones may have counted the same people, and nobody is counted away.
import { type Day, dayOf } from '#domain/belgrade-time.ts'
import { type Zone, zoneOf, ZONES } from '#domain/codes/zones.ts'
import { countField } from '#domain/records/arrival.ts'
import { type DawnCount, SLEEPERS, sleepersIn } from '#domain/records/dawn-count.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { compare, type DatedRecord, datedRecords } from '#domain/review/dated-record.ts'
import { isIn, type Period } from '#domain/review/period.ts'

export type SleptOutRow = DawnCount & {
  readonly zone: Zone
  readonly people: number
  /** How many counts there are of it. */
  readonly counts: number
}

export type SleptOut = { readonly rows: readonly SleptOutRow[]; readonly people: number }

/** Areas that were counted, in the order of the list; one where nobody was is among them. Of one morning. */
export const sleptOut = (records: Iterable<FieldRecord>, day: Day): SleptOut => {
  const counted = datedRecords(records).filter(({ type, met }) => type === 'dawn_count' && dayOf(met) === day)
  const rows = ZONES.flatMap((zone) => rowOf(zone, counted))
  return { rows, people: rows.reduce((sum, { people }) => sum + people, 0) }
}

export type Morning = SleptOut & { readonly day: Day }

/** Mornings somebody counted, the first of them first. */
export const morningsIn = (records: Iterable<FieldRecord>, period: Period): readonly Morning[] => {
  const byDay = new Map<Day, DatedRecord[]>()
  for (const count of datedRecords(ofKind(records))) {
    if (!isIn(period, count.met)) continue
    const day = dayOf(count.met)
    byDay.set(day, [...(byDay.get(day) ?? []), count])
  }
  return [...byDay].map(([day, counts]) => ({ day, ...sleptOut(counts, day) })).sort((a, b) => compare(a.day, b.day))
}

/** The first of the mornings on which most people were seen. */
export const fullestMorning = (mornings: readonly Morning[]): Morning | undefined =>
  mornings.toSorted((a, b) => b.people - a.people)[0]

const ofKind = (records: Iterable<FieldRecord>): FieldRecord[] =>
  Array.from(records).filter(({ type }) => type === 'dawn_count')

const rowOf = (zone: Zone, counted: readonly DatedRecord[]): SleptOutRow[] => {
  const own = counted.filter(({ fields }) => zoneOf(fields) === zone)
  const [highest] = own.toSorted((a, b) => sleepersIn(b.fields) - sleepersIn(a.fields))
  if (highest === undefined) return []
  const seen = Object.fromEntries(SLEEPERS.map((name) => [name, countField(highest.fields, name)])) as DawnCount
  return [{ zone, ...seen, people: sleepersIn(highest.fields), counts: own.length }]
}
