// Who newly arrived: how many, who they are, where from, where and when they were met.
import type { Day } from '#domain/belgrade-time.ts'
import { NOT_KNOWN } from '#domain/form/choices.ts'
import { childrenAlone, countField, PEOPLE, peopleInArrival } from '#domain/records/arrival.ts'
import { compare, type DatedRecord, findCode } from '#domain/review/dated-record.ts'
import { daysIn, type Period } from '#domain/review/period.ts'
import { splitBy, type SplitRow, toSplit } from '#domain/review/tables.ts'

export type PersonKind = (typeof PEOPLE)[number]

export type NewlyArrived = {
  readonly groups: number
  readonly people: number
  /** Men, boys, women, girls, always all four. */
  readonly byKind: readonly SplitRow<PersonKind>[]
  /** Boys and girls: `alone` and `accompanied` add up to `total`. */
  readonly children: { readonly total: number; readonly alone: number; readonly accompanied: number }
  /** Each split adds up to `people`; what nobody answered stands under the last named code. */
  readonly byCountry: readonly SplitRow[]
  readonly byLanguage: readonly SplitRow[]
  readonly byRoute: readonly SplitRow[]
  readonly byZone: readonly SplitRow[]
  readonly bySleeping: readonly SplitRow[]
  readonly byArrived: readonly SplitRow[]
  readonly byWantsAsylum: readonly SplitRow[]
  /** All 24 hours of the clock, 0 first. */
  readonly byHour: readonly { readonly hour: number; readonly groups: number; readonly people: number }[]
  /** Every day of the period. */
  readonly byDay: readonly { readonly day: Day; readonly groups: number; readonly people: number }[]
  readonly babies: number
  readonly pregnant: number
  readonly older: number
  readonly disabled: number
}

/** Country nobody said, and the word the other lists have for it. */
export const NOT_SAID_COUNTRY = 'XXX'
export const NOT_SAID = 'unsaid'

export const newlyArrived = (arrivals: readonly DatedRecord[], period: Period): NewlyArrived => {
  const sum = (name: string) => total(arrivals.map(({ fields }) => countField(fields, name)))
  const split = (name: string, notSaid: string) => splitBy(arrivals, ({ fields }) => findCode(fields, name) ?? notSaid)
  return {
    groups: arrivals.length,
    people: total(arrivals.map(({ fields }) => peopleInArrival(fields))),
    byKind: toSplit(PEOPLE.map((kind) => [kind, sum(kind)] as const)),
    children: childrenIn(arrivals),
    byCountry: split('country', NOT_SAID_COUNTRY),
    byLanguage: split('language', NOT_KNOWN),
    byRoute: split('route', NOT_SAID),
    byZone: split('zone', NOT_SAID),
    bySleeping: split('sleeping', NOT_SAID),
    byArrived: split('arrived', NOT_SAID),
    byWantsAsylum: split('wantsAsylum', NOT_SAID),
    byHour: hoursOf(arrivals),
    byDay: daysOf(arrivals, period),
    babies: sum('babies'),
    pregnant: sum('pregnant'),
    older: sum('older'),
    disabled: sum('disabled')
  }
}

/** A count of children alone above the children counted is read as all of them. */
const childrenIn = (arrivals: readonly DatedRecord[]) => {
  let all = 0
  let alone = 0
  for (const { fields } of arrivals) {
    const children = countField(fields, 'boys') + countField(fields, 'girls')
    all += children
    alone += Math.min(childrenAlone(fields), children)
  }
  return { total: all, alone, accompanied: all - alone }
}

const hoursOf = (arrivals: readonly DatedRecord[]) => {
  const counted = countedBy(arrivals, ({ met }) => met.slice(11))
  return Array.from({ length: 24 }, (_, hour) => ({ hour, ...(counted.get(String(hour).padStart(2, '0')) ?? NOBODY) }))
}

const daysOf = (arrivals: readonly DatedRecord[], period: Period) => {
  const counted = countedBy(arrivals, ({ met }) => met.slice(0, 10))
  const days = new Set([...daysIn(period), ...counted.keys()])
  return [...days].sort(compare).map((day) => ({ day, ...(counted.get(day) ?? NOBODY) }))
}

const NOBODY = { groups: 0, people: 0 }

const countedBy = (arrivals: readonly DatedRecord[], keyOf: (arrival: DatedRecord) => string) => {
  const counted = new Map<string, { groups: number; people: number }>()
  for (const arrival of arrivals) {
    const { groups, people } = counted.get(keyOf(arrival)) ?? NOBODY
    counted.set(keyOf(arrival), { groups: groups + 1, people: people + peopleInArrival(arrival.fields) })
  }
  return counted
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
