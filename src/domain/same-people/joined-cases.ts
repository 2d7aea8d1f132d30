// Cases as lists, screens and totals read them: people who are the same have one, whoever began how many for them. Nothing is
// moved or copied. That they are one follows from what was said of their arrivals, so every phone that has heard the same
// reads the same case, in whatever order it heard it, and it comes apart when that is taken back.
import { unheardAlerts } from '#domain/records/case.ts'
import { type FieldRecord, isRemoved } from '#domain/records/record.ts'
import { compare, findCode } from '#domain/review/dated-record.ts'
import { otherOf, pairsIn, samePeopleIn } from '#domain/same-people/pairs.ts'

/**
 * Cases of the same people, the first by its id; `own`: the arrivals they were begun from, of which more may be known by now; and
 * those of their arrivals from which none of the cases was begun.
 */
export type OneCase<Kind> = {
  readonly cases: readonly [Kind, ...Kind[]]
  readonly own: readonly Kind[]
  readonly besides: readonly Beside<Kind>[]
}

/** `joinedAt`: the shift hour in which somebody first said so. */
export type Beside<Kind> = { readonly arrival: Kind; readonly joinedAt: string }

/**
 * By id, whatever is read otherwise than it lies: each of the cases as the one they are, under the id of the first; and what
 * hangs on any of them as hanging on that one. A case that was removed joins nothing.
 */
export const readJoined = <Kind extends FieldRecord>(
  records: readonly Kind[],
  join: (one: OneCase<Kind>) => Kind
): ReadonlyMap<string, Kind> => {
  const read = new Map<string, Kind>()
  for (const one of casesTogether(records)) {
    const joined = join(one)
    for (const { id } of one.cases) read.set(id, joined)
  }
  if (read.size === 0) return read
  for (const record of records) {
    const of = findCode(record.fields, 'case')
    const kase = of === undefined ? undefined : read.get(of)
    if (kase !== undefined && kase.id !== of)
      read.set(record.id, { ...record, fields: { ...record.fields, case: kase.id } })
  }
  return read
}

/** The records as they are read: several cases where the first of them lies. */
export const asRead = <Kind extends FieldRecord>(records: readonly Kind[], read: ReadonlyMap<string, Kind>): Kind[] =>
  records.flatMap((record) => {
    const shown = read.get(record.id) ?? record
    return shown.id === record.id ? [shown] : []
  })

const casesTogether = <Kind extends FieldRecord>(records: readonly Kind[]): OneCase<Kind>[] => {
  const here = records.filter((record) => !isRemoved(record))
  const cases = here.filter(({ type }) => type === 'case').sort((a, b) => compare(a.id, b.id))
  if (cases.length === 0) return []
  const sameAs = samePeopleIn(here)
  const arrivals = new Map(here.flatMap((record) => (record.type === 'arrival' ? [[record.id, record]] : [])))
  const together = new Map<string, Kind[]>()
  for (const kase of cases) {
    const people = firstOf(sameAs(arrivalOf(kase)))
    together.set(people, [...(together.get(people) ?? []), kase])
  }
  return [...together.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const one = [first, ...others] as const
    const begunFrom = new Set(one.map(arrivalOf))
    const own = [...begunFrom].flatMap((id) => arrivals.get(id) ?? [])
    const isUnheard = own.some((arrival) => unheardAlerts(first.fields, arrival.fields).length > 0)
    const people = sameAs(arrivalOf(first))
    const isBeside = ({ type, id }: Kind) => type === 'arrival' && people.has(id) && !begunFrom.has(id)
    const besides = people.size === 1 ? [] : here.filter(isBeside).map(whenJoined(here))
    // Most cases are of one arrival and know all of it.
    return others.length + besides.length === 0 && !isUnheard ? [] : [{ cases: one, own, besides }]
  })
}

const whenJoined = <Kind extends FieldRecord>(records: readonly Kind[]) => {
  const joins = pairsIn(records).filter(({ state }) => state === 'joined')
  return (arrival: Kind): Beside<Kind> => {
    const said = joins.flatMap((pair) => (otherOf(pair, arrival.id) === undefined ? [] : pair.said))
    return { arrival, joinedAt: said.map(({ fields }) => findCode(fields, 'met') ?? '').sort(compare)[0] ?? '' }
  }
}

/** A case of no arrival is of people of its own. */
const arrivalOf = ({ id, fields }: FieldRecord): string => findCode(fields, 'arrival') ?? id

const firstOf = (ids: ReadonlySet<string>): string => [...ids].sort(compare)[0] ?? ''
