import { describe, expect, test } from 'vitest'
import { DRAWN_ZONES, ZONE_SHAPES } from '#domain/codes/zone-shapes.ts'
import { ZONES } from '#domain/codes/zones.ts'
import type { ServiceRow } from '#domain/directory/search.ts'
import { offerOf } from '#domain/exports/offer.ts'
import type { Counted } from '#domain/exports/people-count.ts'
import { AREAS, zonesGeoJson } from '#domain/exports/zones-geojson.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { byZone } from '#domain/review/by-zone.ts'
import { dayPeriod, weekPeriod } from '#domain/review/period.ts'

const DAY = '2018-07-10'

let made = 0
const anArrival = (zone: string, men: number, day = DAY): FieldRecord => ({
  type: 'arrival',
  id: `record-${(made += 1)}`,
  author: 'phone-3',
  fields: { met: `${day}T10`, zone, men },
  disputed: []
})
const aRow = (id: string, lastChecked: string, zones: readonly string[]): ServiceRow =>
  ({ service: { id, lastChecked }, places: zones.map((zone) => ({ zone })) }) as unknown as ServiceRow

test('people, services and unchecked services stand in their area, an unknown one elsewhere', () => {
  const records = [
    anArrival('parks', 3),
    anArrival('parks', 2),
    anArrival('moon', 4),
    anArrival('parks', 9, '2018-07-09')
  ]
  const offered = [aRow('new', DAY, ['parks', 'railway']), aRow('old', '2016', ['parks']), aRow('by-phone', DAY, [])]
  const figures = byZone(records, { period: dayPeriod(DAY), offered, today: DAY })
  expect(figures.map(({ zone }) => zone)).toEqual(ZONES)
  const said = figures.map(({ zone, people, services, stale }) => [zone, people, services.length, stale.length])
  expect(said.filter(([, ...numbers]) => numbers.some((number) => number !== 0))).toEqual([
    ['parks', 5, 2, 1],
    ['railway', 0, 1, 0],
    ['elsewhere', 4, 0, 0]
  ])
})

describe('the shapes of areas', () => {
  test('are closed rings against the clock around an area of their own', () => {
    for (const zone of DRAWN_ZONES) {
      const ring = ZONE_SHAPES[zone]
      expect(ring.at(-1)).toEqual(ring[0])
      const doubleArea = ring
        .slice(1)
        .reduce((sum, [x, y], at) => sum + (ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0), 0)
      expect({ zone, isAgainstTheClock: doubleArea > 0 }).toEqual({ zone, isAgainstTheClock: true })
    }
  })

  test('every area but elsewhere has one', () => {
    expect(new Set<string>([...DRAWN_ZONES, 'elsewhere'])).toEqual(new Set(ZONES))
  })
})

describe('areas as GeoJSON', () => {
  const period = weekPeriod(DAY)
  const counted = (zone: string, people: readonly number[]): Counted => ({
    day: DAY,
    zone,
    code: 'SY',
    people,
    alone: 0
  })
  const fileOf = (rows: readonly Counted[]) => {
    const offer = offerOf(rows, { subject: 'arrivals', period, detail: AREAS })
    if (!offer.ok) throw new Error('Refused')
    const names = { organisation: 'Team', zone: (code: string) => `the ${code}` }
    return JSON.parse(zonesGeoJson(offer.value, period, names)) as {
      type: string
      features: { id: string; geometry: { type: string; coordinates: number[][][] } | null; properties: object }[]
    }
  }

  test('tells what the other files tell, and no small number nor what would give it away', () => {
    const { type, features } = fileOf([counted('parks', [400, 100, 100, 50]), counted('railway', [200, 60, 60, 3])])
    expect(type).toBe('FeatureCollection')
    expect(features.map(({ id }) => id)).toEqual(ZONES)
    const of = (zone: string) => features.find(({ id }) => id === zone)?.properties
    expect(of('railway')).toMatchObject({ name: 'the railway', from: period.from, to: period.to, girls: null })
    // One row and one column further a number is hidden, else the three could be worked out.
    const hidden = features.flatMap(({ properties }) => Object.values(properties)).filter((value) => value === null)
    expect(hidden.length).toBeGreaterThan(1)
    expect(of('krnjaca')).toMatchObject({ men: 0, people: 0 })
  })

  test('where people would be known again nothing is made', () => {
    const few = [counted('parks', [1, 0, 0, 1]), counted('railway', [2, 1, 0, 0])]
    expect(offerOf(few, { subject: 'arrivals', period, detail: AREAS }).ok).toBe(false)
  })

  test('an area without a shape is there without one', () => {
    const { features } = fileOf([counted('elsewhere', [400, 100, 100, 50])])
    expect(features.find(({ id }) => id === 'elsewhere')).toMatchObject({ geometry: null })
    for (const { geometry } of features.filter(({ id }) => id !== 'elsewhere')) expect(geometry?.type).toBe('Polygon')
  })
})
