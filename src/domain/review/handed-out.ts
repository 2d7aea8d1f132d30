// What a team handed out in a period, and what was asked for and not there, by size. Every total is the sum of its own rows.
import { ITEM_CODES, type ItemCode, sizesOf } from '#domain/codes/items.ts'
import { countField } from '#domain/records/arrival.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { isIn, type Period } from '#domain/review/period.ts'
import { isGiven } from '#domain/review/stock.ts'

export type HandedOutRow = { readonly item: ItemCode; readonly count: number }
export type ShortageRow = HandedOutRow & { readonly size: string | undefined }

export type HandedOutTotals = {
  readonly given: readonly HandedOutRow[]
  readonly givenTotal: number
  readonly missing: readonly ShortageRow[]
  readonly missingTotal: number
}

/** The most first; equals in the order of the list, and sizes in theirs. */
export const handedOutIn = (records: readonly FieldRecord[], period: Period): HandedOutTotals => {
  const handouts = datedRecords(records.filter(({ type }) => type === 'handout')).filter(({ met }) => isIn(period, met))
  const ofItem = (all: readonly FieldRecord[], item: ItemCode) => all.filter(({ fields }) => fields['item'] === item)
  const [there, notThere] = [handouts.filter(isGiven), handouts.filter((record) => !isGiven(record))]
  const given = ITEM_CODES.map((item) => ({ item, count: sumOf(ofItem(there, item)) }))
    .filter(isAny)
    .sort(mostFirst)
  const missing = ITEM_CODES.flatMap((item) => {
    const asked = ofItem(notThere, item)
    return [undefined, ...sizesOf(item)].map((size) => ({
      item,
      size,
      count: sumOf(asked.filter(({ fields }) => fields['size'] === size))
    }))
  })
    .filter(isAny)
    .sort(mostFirst)
  return { given, givenTotal: totalOf(given), missing, missingTotal: totalOf(missing) }
}

const sumOf = (records: readonly FieldRecord[]): number =>
  records.reduce((sum, { fields }) => sum + countField(fields, 'count'), 0)

const totalOf = (rows: readonly HandedOutRow[]): number => rows.reduce((sum, { count }) => sum + count, 0)

const isAny = ({ count }: HandedOutRow): boolean => count > 0

const mostFirst = (a: HandedOutRow, b: HandedOutRow): number => b.count - a.count
