// How finely an export tells when, where and from which country. What is too fine to be handed out is offered coarser: a week for
// a day, the city for a zone, "other" for a country few came from.
import type { Day } from '#domain/belgrade-time.ts'
import { type Period, weekPeriod } from '#domain/review/period.ts'

export const TIMES = ['day', 'week', 'period'] as const
export const PLACES = ['zone', 'city'] as const
export const COUNTRY_DETAILS = ['each', 'common', 'none'] as const

/** Each from finest to coarsest. */
export type Detail = {
  readonly time: (typeof TIMES)[number]
  readonly place: (typeof PLACES)[number]
  readonly country: (typeof COUNTRY_DETAILS)[number]
}

export const FINEST: Detail = { time: 'day', place: 'zone', country: 'each' }

/** In place of a zone, and of a country that few came from. */
export const CITY = 'city'
export const OTHER = 'other'

/** Countries of fewer people than this in the whole period stand together as `other`: about one kind of people at the limit of risk. */
export const COMMON_COUNTRY_PEOPLE = 30

export const isCoarser = (one: Detail, other: Detail): boolean =>
  !isSame(one, other) &&
  TIMES.indexOf(one.time) >= TIMES.indexOf(other.time) &&
  PLACES.indexOf(one.place) >= PLACES.indexOf(other.place) &&
  COUNTRY_DETAILS.indexOf(one.country) >= COUNTRY_DETAILS.indexOf(other.country)

/** Every detail coarser than this one in something and finer in nothing; the least coarse first. */
export const coarserThan = (detail: Detail): Detail[] =>
  TIMES.flatMap((time) => PLACES.flatMap((place) => COUNTRY_DETAILS.map((country) => ({ time, place, country }))))
    .filter((candidate) => isCoarser(candidate, detail))
    .sort((a, b) => stepsOf(a) - stepsOf(b))

/** The days a day is told as: whole weeks from Monday, cut where the period begins and ends. */
export const spanOf = (day: Day, { time }: Detail, period: Period): Period => {
  if (time === 'day') return { from: day, to: day }
  if (time === 'period') return period
  const { from, to } = weekPeriod(day)
  return { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to }
}

const isSame = (one: Detail, other: Detail): boolean =>
  one.time === other.time && one.place === other.place && one.country === other.country

const stepsOf = ({ time, place, country }: Detail): number =>
  TIMES.indexOf(time) + PLACES.indexOf(place) + COUNTRY_DETAILS.indexOf(country)
