// When and where: groups spread over the days of a month in Belgrade, most in the evening and at dawn, and the people
// seen again beside them, no day above the month's maximum.
import type { Circumstances } from '#domain/anonymise.ts'
import { type Day, daysOfMonth } from '#domain/belgrade-time.ts'
import type { TallyClass } from '#domain/codes/field-codes.ts'
import type { Zone } from '#domain/codes/zones.ts'
import { startOfHour } from '#domain/hour-start.ts'
import { drawOne, happens, wholeBetween } from '#domain/months/draws.ts'
import type { PublishedMonth } from '#domain/months/published-month.ts'
import type { Random } from '#domain/seeded-random.ts'

export type MadeUpTally = {
  readonly class: TallyClass
  readonly count: number
  readonly circumstances: Circumstances
}

export type MonthOfDays = {
  /** When and where a group of so many people is met. */
  readonly meet: (people: number) => Circumstances
  /** People seen again, for the room each day has left once everybody newly arrived is met. */
  readonly seeAgain: () => MadeUpTally[]
}

/** Assumed where a month does not say how many were met a day: the figure most months give. */
const MET_PER_DAY_ASSUMED = 200
/** Assumed where a month does not say how many slept rough. */
const ROUGH_AT_DAWN_ASSUMED = 40
/** Newly arrived people never fill a day: some of those met are always known already. */
const NEW_SHARE_AT_MOST = 0.8

export const createMonthOfDays = (
  { month, metPerDayAtMost = MET_PER_DAY_ASSUMED, roughAtDawnAtMost = ROUGH_AT_DAWN_ASSUMED }: PublishedMonth,
  random: Random
): MonthOfDays => {
  const days = daysOfMonth(month).map((day) => ({ day, pull: 0.5 + random(), met: 0 }))
  const newAtMost = Math.floor(metPerDayAtMost * NEW_SHARE_AT_MOST)
  return {
    meet: (people) => {
      const open = days.filter(({ met }) => met + people <= newAtMost)
      const day = drawOne(
        random,
        open.map((candidate) => [candidate, candidate.pull])
      )
      day.met += people
      return momentOn(day.day, { hours: HOURS_OF_ARRIVAL, random })
    },
    seeAgain: () =>
      days.flatMap(({ day, met }) => {
        const again = Math.round((metPerDayAtMost - met) * (0.4 + random() * 0.6))
        const rough = Math.min(again, wholeBetween(random, Math.ceil(roughAtDawnAtMost / 3), roughAtDawnAtMost))
        return [
          ...tallied({ tallyClass: 'rough', people: rough, day, random }),
          ...CLASSES_BY_DAY.flatMap(([tallyClass, share]) =>
            tallied({ tallyClass, people: Math.floor((again - rough) * share), day, random })
          )
        ]
      })
  }
}

/** Of those seen again by day: most live in a centre, some came back from a border. The shares are a judgement. */
const CLASSES_BY_DAY = [
  ['centre', 0.65],
  ['returned', 0.25],
  ['other', 0.1]
] as const satisfies readonly (readonly [TallyClass, number])[]

const HOURS_OF_DAWN = [
  [5, 2],
  [6, 5],
  [7, 3]
] as const
/** The team is out at dawn, through the day, and most in the evening, when buses and trains come in. */
const HOURS_OF_ARRIVAL = [
  [1, 1],
  [4, 2],
  [5, 5],
  [6, 8],
  [7, 6],
  [8, 4],
  [9, 4],
  [10, 4],
  [11, 4],
  [12, 3],
  [13, 3],
  [14, 3],
  [15, 3],
  [16, 4],
  [17, 5],
  [18, 8],
  [19, 10],
  [20, 11],
  [21, 9],
  [22, 5],
  [23, 2]
] as const
const HOURS_BY_DAY = [
  [9, 2],
  [11, 2],
  [13, 3],
  [15, 2],
  [17, 2],
  [19, 3],
  [20, 2]
] as const

/** Around the bus station and its parks first of all. */
const ZONE_WEIGHTS = [
  ['bus_station', 40],
  ['parks', 32],
  ['railway', 10],
  ['old_town', 7],
  ['new_belgrade', 4],
  ['krnjaca', 4],
  ['obrenovac', 2],
  ['elsewhere', 1]
] as const satisfies readonly (readonly [Zone, number])[]

const ZONES_OF_ROUGH = [
  ['parks', 75],
  ['bus_station', 20],
  ['railway', 5]
] as const satisfies readonly (readonly [Zone, number])[]

type Hours = readonly (readonly [number, number])[]

const momentOn = (
  day: Day,
  {
    hours,
    zones = ZONE_WEIGHTS,
    random
  }: { hours: Hours; zones?: readonly (readonly [Zone, number])[]; random: Random }
): Circumstances => {
  const hour = String(drawOne(random, hours)).padStart(2, '0')
  const minutes = wholeBetween(random, 0, 59)
  return { at: startOfHour(`${day}T${hour}`) + minutes * 60_000, zone: drawOne(random, zones) }
}

type Seen = { tallyClass: TallyClass; people: number; day: Day; random: Random }

/** A day's people of one class, counted in a few places. */
const tallied = ({ tallyClass, people, day, random }: Seen): MadeUpTally[] => {
  const tallies: MadeUpTally[] = []
  for (let left = people; left > 0;) {
    const count = happens(random, 0.1) ? left : Math.min(left, wholeBetween(random, 3, 25))
    const circumstances =
      tallyClass === 'rough'
        ? momentOn(day, { hours: HOURS_OF_DAWN, zones: ZONES_OF_ROUGH, random })
        : momentOn(day, { hours: HOURS_BY_DAY, random })
    tallies.push({ class: tallyClass, count, circumstances })
    left -= count
  }
  return tallies
}
