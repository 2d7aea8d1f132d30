// A month as a lead saves it: as a whole, or parted in one way, by week, by area or by country. Whoever is given all of these
// learns no more than from each: what they share is the whole, and the whole is told in full wherever a part of it is.
import { suppressBelowSums } from '#domain/disclosure/suppress.ts'
import type { Detail } from '#domain/exports/detail.ts'
import {
  type CountedSubject,
  type Offered,
  offerOf,
  type Row,
  tableOf,
  type ToldRow,
  toldRow,
  tryToTell
} from '#domain/exports/offer.ts'
import type { Counted } from '#domain/exports/people-count.ts'
import { AREAS } from '#domain/exports/zones-geojson.ts'
import { refuse, type Result } from '#domain/result.ts'
import type { Period } from '#domain/review/period.ts'

const DETAILS = {
  period: { time: 'period', place: 'city', country: 'none' },
  week: { time: 'week', place: 'city', country: 'none' },
  zone: AREAS,
  each: { time: 'period', place: 'city', country: 'common' }
} as const satisfies Record<string, Detail>

/** Ways to part a month, the whole of it first; countries of who came alone, the rare ones together. */
export const PARTINGS = ['period', 'week', 'zone', 'each'] as const
export type Parting = (typeof PARTINGS)[number]

export const partingsOf = (subject: CountedSubject): readonly Parting[] =>
  PARTINGS.filter((parting) => parting !== 'each' || subject === 'arrivals')

export type PartedRefusal = {
  /** Other ways in which it may be told. None: too few people came. */
  readonly remedies: readonly Parting[]
}

export type AskedParted = { readonly subject: CountedSubject; readonly period: Period; readonly parting: Parting }

export const offerParted = (
  counted: readonly Counted[],
  { parting, ...asked }: AskedParted
): Result<Offered, PartedRefusal> => {
  const offer = (wanted: Parting) =>
    wanted === 'period'
      ? offerOf(counted, { ...asked, detail: DETAILS.period })
      : tryToTell(counted, { ...asked, detail: DETAILS[wanted] }, tellParts)
  const offered = offer(parting)
  if (offered.ok) return offered
  return refuse({ remedies: partingsOf(asked.subject).filter((other) => other !== parting && offer(other).ok) })
}

/** Each activity, each need and each item is a whole of its own. */
const tellParts = (rows: readonly Row[], subject: CountedSubject): Pick<Offered, 'rows' | 'sums'> => {
  if (subject === 'arrivals') return tellWhole(rows)
  const told = new Map<Row, ToldRow>()
  for (const parts of Map.groupBy(rows, ({ code }) => code).values()) {
    for (const [at, row] of tellWhole(parts).rows.entries()) {
      const part = parts[at]
      if (part) told.set(part, row)
    }
  }
  return { rows: rows.flatMap((row) => told.get(row) ?? []), sums: [] }
}

/** Where the whole is not told in full, no part of it is. */
const tellWhole = (rows: readonly Row[]): Pick<Offered, 'rows' | 'sums'> => {
  const told = suppressBelowSums(tableOf(rows, true))?.told ?? []
  const parts = rows.map((row, at) => toldRow(row, told[at] ?? []))
  // Children alone of the whole are told too: one part that is not told could be worked out from the others.
  const areAloneTold = parts.every(({ alone }) => alone !== undefined)
  return {
    rows: areAloneTold ? parts : parts.map((part) => ({ ...part, alone: undefined })),
    sums: told[rows.length] ?? []
  }
}
