// People counted as finely as records tell them: by day, zone, and either country, what they need or what they were given. Takes
// one arrival at a time, so that as many as there are fit through; what it holds grows with days and zones alone.
import { type Day, dayOf } from '#domain/belgrade-time.ts'
import { QUICK_SERVICES } from '#domain/codes/field-codes.ts'
import { TOLD_NEEDS } from '#domain/codes/needs.ts'
import { ZONES } from '#domain/codes/zones.ts'
import { childrenAlone, countField, PEOPLE } from '#domain/records/arrival.ts'
import { codesIn, type DatedRecord, findCode } from '#domain/review/dated-record.ts'
import { isIn, type Period } from '#domain/review/period.ts'
import { NOT_SAID_COUNTRY } from '#domain/review/newly-arrived.ts'

/**
 * `arrivals`: who came, each person once. `activities`: who was given what, `needs`: who was missing what; there a person stands
 * in each row of what they got or need.
 */
export const SUBJECTS = ['arrivals', 'activities', 'needs'] as const
export type Subject = (typeof SUBJECTS)[number]

export type Counted = {
  readonly day: Day
  readonly zone: string
  /** A country, what was given, what is needed, or an item. */
  readonly code: string
  /** In the order of `PEOPLE`; of an item one number, how often it was handed out. */
  readonly people: readonly number[]
  readonly alone: number
  /** Of an item alone. */
  readonly pieces?: number
}

export type PeopleCount = {
  readonly add: (arrival: DatedRecord) => void
  /** In order of day, zone and code, whatever the order they were added in. */
  readonly counted: () => Counted[]
}

export const createPeopleCount = (subject: Subject, period: Period): PeopleCount => {
  const { add, counted } = createCells()
  return {
    add: ({ met, fields }) => {
      if (!isIn(period, met)) return
      const [day, zone] = [dayOf(met), ZONES.find((known) => known === fields['zone']) ?? 'elsewhere']
      const people = PEOPLE.map((kind) => countField(fields, kind))
      const children = countField(fields, 'boys') + countField(fields, 'girls')
      const alone = Math.min(childrenAlone(fields), children)
      for (const code of CODES[subject](fields)) add({ day, zone, code, people, alone })
    },
    counted
  }
}

/** What is counted of one day, zone and code, added up. */
export const createCells = () => {
  const cells = new Map<string, Counted>()
  return {
    add: (cell: Counted): void => {
      const key = `${cell.day} ${cell.zone} ${cell.code}`
      const before = cells.get(key)
      cells.set(key, before ? added(before, cell) : cell)
    },
    counted: (): Counted[] => [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
  }
}

type Numbers = Pick<Counted, 'people' | 'alone' | 'pieces'>

export const added = <Row extends Numbers>(row: Row, { people, alone, pieces }: Numbers): Row => ({
  ...row,
  people: row.people.map((count, kind) => count + (people[kind] ?? 0)),
  alone: row.alone + alone,
  ...(row.pieces !== undefined && { pieces: row.pieces + (pieces ?? 0) })
})

type Fields = DatedRecord['fields']

const codesAmong = (known: readonly string[], name: string) => (fields: Fields) => {
  const said = codesIn(fields, name)
  return known.filter((code) => said.includes(code))
}

const CODES: Readonly<Record<Subject, (fields: Fields) => readonly string[]>> = {
  arrivals: (fields) => [findCode(fields, 'country') ?? NOT_SAID_COUNTRY],
  activities: codesAmong(QUICK_SERVICES, 'given'),
  needs: codesAmong(TOLD_NEEDS, 'needs')
}
