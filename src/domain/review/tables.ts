// The two kinds of table a review is made of. In a split every person stands in exactly one row, so the rows add up;
// in a reach one group can stand in several, so they need not.
import { percentsOf } from '#domain/apportion.ts'
import { peopleInArrival } from '#domain/records/arrival.ts'
import { compare, type DatedRecord } from '#domain/review/dated-record.ts'

/** `percent` has one decimal; the rows of one split with anybody in it add up to 100.0. */
export type SplitRow<Code extends string = string> = {
  readonly code: Code
  readonly people: number
  readonly percent: number
}

export type ReachRow = { readonly code: string; readonly groups: number; readonly people: number }

/** Rows with people in them, most people first. */
export const splitBy = (arrivals: readonly DatedRecord[], codeOf: (arrival: DatedRecord) => string): SplitRow[] => {
  const people = new Map<string, number>()
  for (const arrival of arrivals) {
    const code = codeOf(arrival)
    people.set(code, (people.get(code) ?? 0) + peopleInArrival(arrival.fields))
  }
  const rows = [...people].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
  return toSplit(rows)
}

/** Rows as given, with their percentages. */
export const toSplit = <Code extends string>(rows: readonly (readonly [Code, number])[]): SplitRow<Code>[] => {
  const percents = percentsOf(rows.map(([, people]) => people))
  return rows.map(([code, people], index) => ({ code, people, percent: percents[index] ?? 0 }))
}

/** Groups that have each code and the people in them, most groups first. */
export const reachOf = (
  arrivals: readonly DatedRecord[],
  codesOf: (arrival: DatedRecord) => readonly string[]
): ReachRow[] => {
  const rows = new Map<string, { groups: number; people: number }>()
  for (const arrival of arrivals) {
    for (const code of codesOf(arrival)) {
      const row = rows.get(code) ?? { groups: 0, people: 0 }
      rows.set(code, { groups: row.groups + 1, people: row.people + peopleInArrival(arrival.fields) })
    }
  }
  return [...rows]
    .map(([code, row]) => ({ code, ...row }))
    .sort((a, b) => b.groups - a.groups || b.people - a.people || compare(a.code, b.code))
}
