// The sketch of the city: where a point stands on it, the rivers, and a few ways people know. Our own drawing, from general
// knowledge. The middle, where teams work, is drawn larger than what lies around it, so that a finger meets each area.
import { DRAWN_ZONES, type Point, type Ring } from '#domain/codes/zone-shapes.ts'
import type { Zone } from '#domain/codes/zones.ts'

/** Units of the drawing, from west to east and from north to south. */
export const SIZE = 360

/** Where a longitude and a latitude stand; between two of them in proportion. */
const ACROSS = [
  [20.13, 0],
  [20.26, 72],
  [20.385, 76],
  [20.441, 140],
  [20.448, 158],
  [20.4545, 218],
  [20.462, 276],
  [20.476, 294],
  [20.53, 360]
] as const
const DOWN = [
  [44.64, 360],
  [44.674, 292],
  [44.788, 272],
  [44.8075, 210],
  [44.8145, 152],
  [44.826, 92],
  [44.832, 66],
  [44.856, 0]
] as const

export const placeOf = ([longitude, latitude]: Point): { x: number; y: number } => ({
  x: between(ACROSS, longitude),
  y: between(DOWN, latitude)
})

const between = (steps: readonly (readonly [degree: number, unit: number])[], degree: number): number => {
  const next = steps.findIndex(([at]) => at > degree)
  const [from, to] = next > 0 ? [steps[next - 1], steps[next]] : [steps.at(-2), steps.at(-1)]
  if (from === undefined || to === undefined) return 0
  return Math.round(from[1] + ((degree - from[0]) / (to[0] - from[0])) * (to[1] - from[1]))
}

/** As the points of a line or an area. */
export const pointsOf = (line: Ring): string =>
  line
    .map(placeOf)
    .map(({ x, y }) => `${x},${y}`)
    .join(' ')

/** The middle of an area's corners; the last is the first again. */
export const middleOf = (ring: Ring): { x: number; y: number } => {
  const corners = ring.slice(1).map(placeOf)
  const mean = (values: readonly number[]) => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
  return { x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) }
}

/** The letter an area has on the map and in the list; none where it is not drawn. */
export const markOf = (zone: Zone): string => {
  const at = DRAWN_ZONES.findIndex((drawn) => drawn === zone)
  return at < 0 ? '' : String.fromCodePoint(A + at)
}

const A = 0x41

/** The Sava to where the Danube takes it in, and the Danube. */
export const RIVERS: readonly Ring[] = [
  [
    [20.255, 44.64],
    [20.265, 44.7],
    [20.4, 44.785],
    [20.43, 44.799],
    [20.4445, 44.8085],
    [20.4447, 44.815],
    [20.446, 44.829]
  ],
  [
    [20.3, 44.856],
    [20.4, 44.846],
    [20.43, 44.833],
    [20.446, 44.829],
    [20.476, 44.829],
    [20.53, 44.828]
  ]
]

/** The motorway, the way over Branko's bridge, to Pančevo and to Obrenovac. */
export const STREETS: readonly Ring[] = [
  [
    [20.3, 44.83],
    [20.4, 44.813],
    [20.438, 44.804],
    [20.459, 44.797],
    [20.53, 44.77]
  ],
  [
    [20.385, 44.818],
    [20.4445, 44.8145],
    [20.4545, 44.8145],
    [20.53, 44.8]
  ],
  [
    [20.4615, 44.8145],
    [20.495, 44.829],
    [20.51, 44.856]
  ],
  [
    [20.438, 44.804],
    [20.42, 44.788],
    [20.3, 44.72],
    [20.21, 44.66]
  ]
]

export const RAILWAY: Ring = [
  [20.3, 44.84],
  [20.41, 44.812],
  [20.445, 44.802],
  [20.455, 44.798],
  [20.48, 44.805],
  [20.49, 44.829],
  [20.495, 44.856]
]
