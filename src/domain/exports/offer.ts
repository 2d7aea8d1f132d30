// What may be handed out of a period, told so finely; or why not, and how it may be told instead.
import { meanRisk, peopleInSmallCells, RISK_LIMIT } from '#domain/disclosure/risk.ts'
import { SMALLEST_CELL, suppress, type ToldTable } from '#domain/disclosure/suppress.ts'
import { type CountTable, sumOf } from '#domain/disclosure/table.ts'
import {
  CITY,
  coarserThan,
  COMMON_COUNTRY_PEOPLE,
  type Detail,
  isCoarser,
  OTHER,
  spanOf
} from '#domain/exports/detail.ts'
import { added, type Counted, type Subject } from '#domain/exports/people-count.ts'
import { PEOPLE } from '#domain/records/arrival.ts'
import type { Period } from '#domain/review/period.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

/** One row as it leaves. What is undefined is not told; 0 is nobody. */
export type ToldRow = Period & {
  readonly zone: string
  readonly code: string
  readonly people: readonly (number | undefined)[]
  readonly total: number | undefined
  readonly alone: number | undefined
  /** Of an item handed out: how often, and how many pieces. There are no people in its row, for nobody counts whom pieces were for. */
  readonly items?: { readonly times: number | undefined; readonly pieces: number | undefined }
}

export type Offered = {
  readonly detail: Detail
  readonly rows: readonly ToldRow[]
  /** Of each kind of people and of all; empty where a person may stand in several rows. */
  readonly sums: readonly (number | undefined)[]
  readonly risk: number
  /** People counted, or times an item was handed out, and those of them who stand in a number that is not told. */
  readonly people: number
  readonly notTold: number
}

/** People would be known again, or so much has to be left out that the rest says nothing. */
export type OfferRefusal = {
  /** 0 to 1. */
  readonly risk: number
  /** How it may be told, each as fine as can be. None: only a longer period helps. */
  readonly remedies: readonly Detail[]
}

/** People, or items handed out. */
export type CountedSubject = Subject | 'items'

export type Asked = { readonly subject: CountedSubject; readonly period: Period; readonly detail: Detail }

/** As one table, which is told of these days alone: beside a second one of them, the difference would show single people. */
export const offerOf = (counted: readonly Counted[], asked: Asked): Result<Offered, OfferRefusal> => {
  const tried = tryToTell(counted, asked, tellTable)
  if (tried.ok) return tried
  const fitting = coarserThan(asked.detail)
    .filter(({ country }) => asked.subject === 'arrivals' || country === asked.detail.country)
    .filter((detail) => tryToTell(counted, { ...asked, detail }, tellTable).ok)
  const remedies = fitting.filter((detail) => !fitting.some((finer) => isCoarser(detail, finer)))
  return refuse({ ...tried.refusal, remedies })
}

/** Of all people, or referrals, at least so many have to be told. */
export const TOLD_AT_LEAST = 0.5

type Told = Pick<Offered, 'rows' | 'sums'>

/** `tell`: what of the rows is told, in their order. */
export const tryToTell = (
  counted: readonly Counted[],
  { subject, period, detail }: Asked,
  tell: (rows: readonly Row[], subject: CountedSubject) => Told
): Result<Offered, Pick<OfferRefusal, 'risk'>> => {
  const rows = rowsAt(counted, { subject, period, detail })
  const table = tableOf(rows, subject === 'arrivals')
  const people = sumOf(rows.map((row) => sumOf(row.people)))
  const risk = meanRisk(table)
  if (risk >= RISK_LIMIT || people - peopleInSmallCells(table) < people * TOLD_AT_LEAST) return refuse({ risk })
  const told = tell(rows, subject)
  const notTold = people - sumOf(told.rows.map(countTold))
  if (people - notTold < people * TOLD_AT_LEAST) return refuse({ risk })
  return accept({ detail, ...told, risk, people, notTold })
}

const countTold = ({ people, items }: ToldRow): number =>
  items === undefined ? sumOf(people.map((count) => count ?? 0)) : (items.times ?? 0)

const tellTable = (rows: readonly Row[], subject: CountedSubject): Told => {
  const { told } = suppress(tableOf(rows, subject === 'arrivals'))
  return { rows: rows.map((row, index) => toldRow(row, told[index] ?? [])), sums: told[rows.length] ?? [] }
}

export const tableOf = (rows: readonly Row[], hasColumnSums: boolean): CountTable => ({
  rows: rows.map(({ people }) => people),
  hasColumnSums
})

export type Row = Period & Pick<Counted, 'zone' | 'code' | 'people' | 'alone' | 'pieces'>

const rowsAt = (counted: readonly Counted[], { subject, period, detail }: Asked): Row[] => {
  const codeOf = subject === 'arrivals' ? countryTeller(counted, detail) : ({ code }: Counted) => code
  const rows = new Map<string, Row>()
  for (const cell of counted) {
    const [span, zone, code] = [
      spanOf(cell.day, detail, period),
      detail.place === 'city' ? CITY : cell.zone,
      codeOf(cell)
    ]
    const key = `${span.from} ${zone} ${code}`
    const before = rows.get(key)
    const { people, alone, pieces } = cell
    const first = { ...span, zone, code, people, alone, ...(pieces !== undefined && { pieces }) }
    rows.set(key, before ? added(before, cell) : first)
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

const countryTeller = (counted: readonly Counted[], { country }: Detail): ((cell: Counted) => string) => {
  if (country === 'none') return () => ''
  if (country === 'each') return ({ code }) => code
  const people = new Map<string, number>()
  for (const cell of counted) people.set(cell.code, (people.get(cell.code) ?? 0) + sumOf(cell.people))
  return ({ code }) => ((people.get(code) ?? 0) < COMMON_COUNTRY_PEOPLE ? OTHER : code)
}

const BOYS = PEOPLE.indexOf('boys')
const GIRLS = PEOPLE.indexOf('girls')

/**
 * Children alone are some of the boys and girls, so they say something of both: they are told where both are told anyway, and
 * where those with an adult, who are the rest of both, may be told as well. They are not added up, so none can be worked out
 * from the others.
 */
export const toldRow = (row: Row, told: ToldTable[number]): ToldRow => {
  const { from, to, zone, code, alone, pieces } = row
  if (pieces !== undefined) return { from, to, zone, code, ...toldItems(pieces, told) }
  const people = PEOPLE.map((_, kind) => told[kind])
  const [boys, girls] = [people[BOYS], people[GIRLS]]
  const isAloneTold =
    boys !== undefined && girls !== undefined && [alone, boys + girls - alone].every((count) => !isSmall(count))
  return { from, to, zone, code, people, total: told[PEOPLE.length], alone: isAloneTold ? alone : undefined }
}

/** Pieces are told where it is told how often: how many were taken at once would show a small number of times. */
const toldItems = (pieces: number, [times]: ToldTable[number]) => ({
  people: [],
  total: undefined,
  alone: undefined,
  items: { times, pieces: times === undefined ? undefined : pieces }
})

const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_CELL
