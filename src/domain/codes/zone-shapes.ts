// Where each area lies, drawn by us as a sketch: near enough to say "there", too rough to find anybody by. Longitude and latitude;
// each ring is closed and runs against the clock, as RFC 7946 wants it.
import type { Zone } from '#domain/codes/zones.ts'

export type Point = readonly [longitude: number, latitude: number]
export type Ring = readonly Point[]

/** What is `elsewhere` has no shape. */
export type DrawnZone = Exclude<Zone, 'elsewhere'>

export const ZONE_SHAPES: Readonly<Record<DrawnZone, Ring>> = {
  bus_station: [
    [20.4485, 44.8076],
    [20.4543, 44.8076],
    [20.4543, 44.8143],
    [20.4485, 44.8143],
    [20.4485, 44.8076]
  ],
  parks: [
    [20.4546, 44.8076],
    [20.4615, 44.8076],
    [20.4615, 44.8143],
    [20.4546, 44.8143],
    [20.4546, 44.8076]
  ],
  railway: [
    [20.449, 44.791],
    [20.459, 44.789],
    [20.461, 44.8073],
    [20.4485, 44.8073],
    [20.449, 44.791]
  ],
  old_town: [
    [20.449, 44.8146],
    [20.4745, 44.8146],
    [20.475, 44.8215],
    [20.46, 44.826],
    [20.451, 44.825],
    [20.449, 44.8146]
  ],
  new_belgrade: [
    [20.388, 44.803],
    [20.412, 44.797],
    [20.438, 44.808],
    [20.4405, 44.8225],
    [20.415, 44.829],
    [20.388, 44.82],
    [20.388, 44.803]
  ],
  krnjaca: [
    [20.476, 44.8325],
    [20.52, 44.8325],
    [20.518, 44.85],
    [20.478, 44.848],
    [20.476, 44.8325]
  ],
  obrenovac: [
    [20.16, 44.645],
    [20.255, 44.645],
    [20.255, 44.672],
    [20.16, 44.672],
    [20.16, 44.645]
  ]
}

export const DRAWN_ZONES = Object.keys(ZONE_SHAPES) as DrawnZone[]
