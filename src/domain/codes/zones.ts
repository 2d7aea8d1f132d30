// Areas of the city. A record holds a zone, never a point; informal sleeping places have no zone of their own.
import type { SharedFields } from '#domain/code.ts'

export const ZONES = [
  'bus_station',
  'parks',
  'railway',
  'old_town',
  'new_belgrade',
  'krnjaca',
  'obrenovac',
  'elsewhere'
] as const
export type Zone = (typeof ZONES)[number]

/** A newer phone may know more areas. */
export const zoneOf = ({ zone }: SharedFields): Zone => ZONES.find((known) => known === zone) ?? 'elsewhere'
