// What is left on the team's shelf, by the book: the last count, and all that came and went since. More may be given than the
// book has, for the shelf is right and the book is wrong; the row then says so.
import { type Day, dayOf, dayPlus } from '#domain/belgrade-time.ts'
import { ITEM_CODES, type ItemCode } from '#domain/codes/items.ts'
import { countField } from '#domain/records/arrival.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { compare, type DatedRecord, datedRecords } from '#domain/review/dated-record.ts'

export type StockRow = {
  readonly item: ItemCode
  /** Below 0: more was given than the book has. */
  readonly left: number
  /** It will not last two days as they were this week. */
  readonly isLow: boolean
  readonly isWrong: boolean
}

/** What is left has to last so many days: new stock is not there before. */
const DAYS_TO_LAST = 2
const DAYS_LOOKED_AT = 7

type Asked<Kind> = {
  readonly today: Day
  /** When a field was answered, milliseconds since 1970 UTC: a count holds against what was noted before it. */
  readonly saidAt: (record: Kind, field: string) => number
}

/** Only items that somebody keeps a book of, in the order of the list. */
export const stockOf = <Kind extends FieldRecord>(
  records: readonly Kind[],
  { today, saidAt }: Asked<Kind>
): StockRow[] => {
  const moves = datedRecords(records.filter(isOfShelf)) as (Kind & DatedRecord)[]
  return ITEM_CODES.flatMap((item): StockRow[] => {
    const own = moves
      .filter(({ fields }) => fields['item'] === item)
      .map((record) => ({ record, at: saidAt(record, 'met') }))
      .sort((a, b) => a.at - b.at || compare(a.record.id, b.record.id))
      .map(({ record }) => record)
    if (!own.some(({ type }) => type === 'stock')) return []
    const left = own.reduce(bookAfter, 0)
    return [{ item, left, isLow: left <= 0 || left < DAYS_TO_LAST * givenPerDay(own, today), isWrong: left < 0 }]
  })
}

export const isGiven = ({ type, fields }: FieldRecord): boolean => type === 'handout' && fields['end'] === 'given'

const isOfShelf = (record: FieldRecord): boolean => record.type === 'stock' || isGiven(record)

const bookAfter = (left: number, { type, fields }: FieldRecord): number => {
  const count = countField(fields, 'count')
  if (type === 'handout') return left - count
  switch (fields['movement']) {
    case 'counted':
      return count
    case 'to_team':
      return left - count
    case 'arrived':
    case 'from_team':
      return left + count
    // A newer phone may know other ways.
    default:
      return left
  }
}

/** On the days of this week on which any was given. */
const givenPerDay = (records: readonly DatedRecord[], today: Day): number => {
  const from = dayPlus(today, 1 - DAYS_LOOKED_AT)
  const given = records.filter((record) => isGiven(record) && dayOf(record.met) >= from && dayOf(record.met) <= today)
  const days = new Set(given.map(({ met }) => dayOf(met)))
  return given.reduce((sum, { fields }) => sum + countField(fields, 'count'), 0) / Math.max(1, days.size)
}
