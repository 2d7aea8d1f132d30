// A published month with its gaps filled, so that people can be made up from it. Published figures stay as they are. A
// gap is filled in the proportions of the nearest published month that gives the figure (of two equally near, the
// earlier); countries and routes only from within half a year, since the mix changes fast, and are else not said.
import type { Month } from '#domain/belgrade-time.ts'
import { apportion } from '#domain/apportion.ts'
import { COUNTRIES } from '#domain/codes/countries.ts'
import type { PublishedMonth } from '#domain/months/published-month.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'

export type Figure = 'ages' | 'people' | 'childrenAlone' | 'countries' | 'furtherCountries' | 'routes'

/** One gap and how it was filled: in the proportions of another month, evenly over the countries named, or as not said. */
export type Filled = { readonly figure: Figure } & (
  { readonly how: 'like_month'; readonly month: Month } | { readonly how: 'evenly' | 'not_said' }
)

export type FilledMonth = {
  readonly people: { readonly men: number; readonly boys: number; readonly women: number; readonly girls: number }
  readonly alone: { readonly boys: number; readonly girls: number }
  /** People by code; each adds up to all people. Countries the intake form does not offer stand as `XXX`. */
  readonly countries: ReadonlyMap<string, number>
  readonly routes: ReadonlyMap<string, number>
  readonly filled: readonly Filled[]
}

export const fillMonth = (month: PublishedMonth): FilledMonth => {
  const filled: Filled[] = []
  const people = peopleOf(month, filled)
  return {
    people,
    alone: childrenAloneOf(month, { people, filled }),
    countries: countriesOf(month, filled),
    routes: routesOf(month, filled),
    filled
  }
}

const HALF_A_YEAR_IN_MONTHS = 6

const peopleOf = (month: PublishedMonth, filled: Filled[]): FilledMonth['people'] => {
  if (month.people) return month.people
  const like = getNearest(month, 'people')
  const { men, boys, women, girls } = like.figure
  filled.push({ figure: 'people', how: 'like_month', month: like.month })
  if (!month.ages) filled.push({ figure: 'ages', how: 'like_month', month: like.month })
  const [adults = 0, children = 0] = month.ages
    ? [month.ages.adults, month.ages.children]
    : apportion(month.total, [men + women, boys + girls])
  const [ofMen = 0, ofWomen = 0] = apportion(adults, [men, women])
  const [ofBoys = 0, ofGirls = 0] = apportion(children, [boys, girls])
  return { men: ofMen, boys: ofBoys, women: ofWomen, girls: ofGirls }
}

/** Where the page does not tell girls apart they are taken to be boys: in every month that tells, 97 of 100 or more are. */
const childrenAloneOf = (
  month: PublishedMonth,
  { people, filled }: { people: FilledMonth['people']; filled: Filled[] }
): FilledMonth['alone'] => {
  const children = people.boys + people.girls
  const alone = month.childrenAlone ?? { total: aloneAmong(children, { month, filled }) }
  const girls = alone.girls ?? Math.max(0, alone.total - people.boys)
  return { boys: alone.total - girls, girls }
}

const aloneAmong = (children: number, { month, filled }: { month: PublishedMonth; filled: Filled[] }) => {
  const like = getNearest(month, 'childrenAlone')
  const known = PUBLISHED_MONTHS.find((candidate) => candidate.month === like.month)
  const childrenThen = known?.people ? known.people.boys + known.people.girls : (known?.ages?.children ?? 0)
  filled.push({ figure: 'childrenAlone', how: 'like_month', month: like.month })
  return apportion(children, [like.figure.total, childrenThen - like.figure.total])[0] ?? 0
}

const countriesOf = (month: PublishedMonth, filled: Filled[]): Map<string, number> => {
  const published = month.countries ?? {}
  const { total, named } = month.furtherCountries ?? { total: 0, named: [] }
  const further = zip(
    named,
    apportion(
      total,
      named.map(() => 1)
    )
  )
  if (named.length > 1) filled.push({ figure: 'furtherCountries', how: 'evenly' })
  const gap = month.total - total - sumOf(published)
  const rest = gap === 0 ? [] : fillCountries(gap, { month, filled })
  return added([...Object.entries(published), ...further, ...rest].map(([code, n]) => [onTheForm(code), n]))
}

/**
 * The gap goes to the countries that were at least a hundredth of the other month and are not named in this one: a page
 * that leaves out its large nationalities still lists its small ones, so a small one it does not list was not there.
 */
const fillCountries = (gap: number, { month, filled }: { month: PublishedMonth; filled: Filled[] }) => {
  const like = findNearest(month, 'countries', { isUsable: isComplete, withinMonths: HALF_A_YEAR_IN_MONTHS })
  const taken = new Set([...Object.keys(month.countries ?? {}), ...(month.furtherCountries?.named ?? [])])
  const others = Object.entries(like?.figure ?? {}).filter(
    ([code, n]) => !taken.has(code) && n * 100 >= sumOf(like?.figure ?? {})
  )
  filled.push(filledLike('countries', others.length > 0 ? like?.month : undefined))
  if (others.length === 0) return [['XXX', gap] as const]
  return zip(
    others.map(([code]) => code),
    apportion(
      gap,
      others.map(([, n]) => n)
    )
  )
}

const isComplete = (month: PublishedMonth) =>
  sumOf(month.countries ?? {}) + (month.furtherCountries?.total ?? 0) === month.total

const onTheForm = (code: string) => ((COUNTRIES as readonly string[]).includes(code) ? code : 'XXX')

const routesOf = (month: PublishedMonth, filled: Filled[]): Map<string, number> => {
  if (month.routes) return added(Object.entries(month.routes))
  const like = findNearest(month, 'routes', { withinMonths: HALF_A_YEAR_IN_MONTHS })
  filled.push(filledLike('routes', like?.month))
  if (!like) return new Map([['unsaid', month.total]])
  return added(zip(Object.keys(like.figure), apportion(month.total, Object.values(like.figure))))
}

type Near<Name extends keyof PublishedMonth> = { month: Month; figure: NonNullable<PublishedMonth[Name]> }
type Limits = { isUsable?: (month: PublishedMonth) => boolean; withinMonths?: number }

const findNearest = <Name extends keyof PublishedMonth>(
  month: PublishedMonth,
  name: Name,
  { isUsable = () => true, withinMonths = Infinity }: Limits = {}
): Near<Name> | undefined => {
  const [nearest] = PUBLISHED_MONTHS.filter((candidate) => candidate[name] !== undefined && isUsable(candidate))
    .map((candidate) => ({ candidate, apart: Math.abs(monthNumber(candidate.month) - monthNumber(month.month)) }))
    .filter(({ candidate, apart }) => candidate.month !== month.month && apart <= withinMonths)
    .sort((a, b) => a.apart - b.apart || monthNumber(a.candidate.month) - monthNumber(b.candidate.month))
  const figure = nearest?.candidate[name]
  return nearest && figure !== undefined && figure !== null ? { month: nearest.candidate.month, figure } : undefined
}

const filledLike = (figure: Figure, month: Month | undefined): Filled =>
  month === undefined ? { figure, how: 'not_said' } : { figure, how: 'like_month', month }

const getNearest = <Name extends keyof PublishedMonth>(month: PublishedMonth, name: Name): Near<Name> => {
  const nearest = findNearest(month, name)
  if (!nearest) throw new Error(`No published month gives ${name}`)
  return nearest
}

const monthNumber = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))

const sumOf = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, n) => sum + n, 0)

const zip = (codes: readonly string[], counts: readonly number[]) =>
  codes.map((code, index) => [code, counts[index] ?? 0] as const)

const added = (counts: readonly (readonly [string, number])[]): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const [code, n] of counts) if (n > 0) sums.set(code, (sums.get(code) ?? 0) + n)
  return sums
}
