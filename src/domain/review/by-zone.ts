// What there is in each area of the city: who newly arrived in a period, and what is on offer there.
import { type Day } from '#domain/belgrade-time.ts'
import { type Zone, zoneOf, ZONES } from '#domain/codes/zones.ts'
import type { Service } from '#domain/directory/directory.ts'
import type { ServiceRow } from '#domain/directory/search.ts'
import { staleServices } from '#domain/directory/stale-services.ts'
import { peopleInArrival } from '#domain/records/arrival.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { isIn, type Period } from '#domain/review/period.ts'
import { countOnce } from '#domain/same-people/count-once.ts'

export type ZoneFigures = {
  readonly zone: Zone
  /** Newly arrived. */
  readonly people: number
  /** On offer at a place there. */
  readonly services: readonly Service[]
  /** Those of them nobody has checked lately. */
  readonly stale: readonly Service[]
}

type Parts = { readonly period: Period; readonly offered: readonly ServiceRow[]; readonly today: Day }

/** Every area, in the order of the list. A service at places in two areas stands in both. */
export const byZone = (records: readonly FieldRecord[], { period, offered, today }: Parts): ZoneFigures[] => {
  const dated = datedRecords(records)
  const everybody = countOnce(
    dated.filter(({ type }) => type === 'arrival'),
    dated
  )
  const people = new Map<Zone, number>()
  for (const { met, fields } of everybody) {
    if (!isIn(period, met)) continue
    people.set(zoneOf(fields), (people.get(zoneOf(fields)) ?? 0) + peopleInArrival(fields))
  }
  return ZONES.map((zone) => {
    const services = offered
      .filter(({ places }) => places.some((place) => place.zone === zone))
      .map(({ service }) => service)
    return { zone, people: people.get(zone) ?? 0, services, stale: staleServices(services, today) }
  })
}
