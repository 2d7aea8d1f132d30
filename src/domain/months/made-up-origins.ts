// Where each made-up group comes from and how it came, so that the people of every country and of every route add up to
// the month's figures.
import { drawOne, shuffled } from '#domain/months/draws.ts'
import type { FilledMonth } from '#domain/months/filled-month.ts'
import { apart, type MadeUpGroup, sizeOf, staysTogether } from '#domain/months/made-up-groups.ts'
import type { Random } from '#domain/seeded-random.ts'

export type Origin = { readonly country: string; readonly route: string }
export type GroupWithOrigin = MadeUpGroup & Origin

/** Those who came by plane in 2018 were "mostly from Iran", visa-free since the summer of 2017. */
const BY_PLANE_FROM = 'IR'
const SHARE_OF_PLANE = 0.9

/** A group that fits nowhere any more parts; one that must stay together and fits nowhere is a fault of the figures. */
export const giveOrigins = (
  groups: readonly MadeUpGroup[],
  { countries, routes }: FilledMonth,
  random: Random
): GroupWithOrigin[] => {
  const rooms = roomsFor(pairUp(countries, routes, random))
  const placed: GroupWithOrigin[] = []
  const waiting = shuffled(random, groups).sort(
    (a, b) => Number(staysTogether(b)) - Number(staysTogether(a)) || sizeOf(b) - sizeOf(a)
  )
  for (let group = waiting.shift(); group; group = waiting.shift()) {
    const size = sizeOf(group)
    const wide = rooms.filter(({ left }) => left >= size)
    if (wide.length === 0) {
      if (size === 1 || staysTogether(group)) throw new Error(`No country and route has room for a group of ${size}`)
      waiting.push(...apart(group))
      continue
    }
    const room = drawOne(
      random,
      wide.map((candidate) => [candidate, candidate.left])
    )
    room.left -= size
    placed.push({ ...group, country: room.country, route: room.route })
  }
  return placed
}

/** One country and one route for every single person. */
const pairUp = (countries: FilledMonth['countries'], routes: FilledMonth['routes'], random: Random): Origin[] => {
  const people = shuffled(random, spelledOut(countries))
  const planeSeats = routes.get('air') ?? 0
  const seatsForIran = Math.min(Math.round(planeSeats * SHARE_OF_PLANE), countries.get(BY_PLANE_FROM) ?? 0)
  const flying = people.filter((country) => country === BY_PLANE_FROM).slice(0, seatsForIran)
  const others = withoutFirst(people, BY_PLANE_FROM, seatsForIran)
  const otherRoutes = shuffled(random, withoutFirst(spelledOut(routes), 'air', seatsForIran))
  return [
    ...flying.map((country) => ({ country, route: 'air' })),
    ...others.map((country, index) => ({ country, route: otherRoutes[index] ?? 'unsaid' }))
  ]
}

const roomsFor = (origins: readonly Origin[]): (Origin & { left: number })[] => {
  const rooms = new Map<string, Origin & { left: number }>()
  for (const { country, route } of origins) {
    const room = rooms.get(`${country} ${route}`) ?? { country, route, left: 0 }
    room.left += 1
    rooms.set(`${country} ${route}`, room)
  }
  return [...rooms.values()]
}

const spelledOut = (counts: ReadonlyMap<string, number>) =>
  [...counts].flatMap(([code, count]) => Array.from({ length: count }, () => code))

const withoutFirst = (codes: readonly string[], code: string, count: number) => {
  let left = count
  return codes.filter((candidate) => candidate !== code || left-- <= 0)
}
