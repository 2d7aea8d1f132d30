// People newly arrived as areas on a map (GeoJSON, RFC 7946), told as the other files tell them: what is not told is null, and
// the shapes are a sketch of areas, in which nobody can be found.
import { DRAWN_ZONES, ZONE_SHAPES } from '#domain/codes/zone-shapes.ts'
import { type Zone, ZONES } from '#domain/codes/zones.ts'
import type { Detail } from '#domain/exports/detail.ts'
import type { Offered, ToldRow } from '#domain/exports/offer.ts'
import { PEOPLE } from '#domain/records/arrival.ts'
import type { Period } from '#domain/review/period.ts'

/** One number an area: all days together, without countries. */
export const AREAS: Detail = { time: 'period', place: 'zone', country: 'none' }

type Named = { readonly organisation: string; readonly zone: (code: string) => string }

/** `offered` told as `AREAS`. Every area is there; in one without a row there was nobody. */
export const zonesGeoJson = (
  { rows }: Pick<Offered, 'rows'>,
  { from, to }: Period,
  { organisation, zone: nameOf }: Named
): string => {
  const features = ZONES.map((zone) => ({
    type: 'Feature',
    id: zone,
    geometry: geometryOf(zone),
    properties: {
      name: nameOf(zone),
      from,
      to,
      ...countsOf(rows.find((row) => row.zone === zone))
    }
  }))
  return `${JSON.stringify({ type: 'FeatureCollection', note: NOTE, organisation, features }, undefined, 1)}\n`
}

/** Read by whoever opens the file, as its member names are: in English. */
const NOTE =
  'Shapes are a schematic sketch of areas, not surveyed. null: not told, so that nobody can be known again. 0: nobody.'

const geometryOf = (zone: Zone) => {
  const drawn = DRAWN_ZONES.find((known) => known === zone)
  return drawn ? { type: 'Polygon', coordinates: [ZONE_SHAPES[drawn]] } : null
}

const countsOf = (row: ToldRow | undefined) => ({
  ...Object.fromEntries(PEOPLE.map((kind, at) => [kind, row ? (row.people[at] ?? null) : 0])),
  people: row ? (row.total ?? null) : 0,
  alone: row ? (row.alone ?? null) : 0
})
