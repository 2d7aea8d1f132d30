// Items handed out, counted as finely as records tell them: how often, and how many pieces. What one group took of an item on one day,
// in one area, was handed out once, however many taps it was: where few took something, they may be known again by it. Nobody notes
// for how many people a piece was, so no people are counted.
import { dayOf } from '#domain/belgrade-time.ts'
import { findItem } from '#domain/codes/items.ts'
import { zoneOf } from '#domain/codes/zones.ts'
import { createCells, type PeopleCount } from '#domain/exports/people-count.ts'
import { countField } from '#domain/records/arrival.ts'
import { findCode } from '#domain/review/dated-record.ts'
import { isIn, type Period } from '#domain/review/period.ts'
import { isGiven } from '#domain/review/stock.ts'

/** Takes hand-outs, and leaves out what was asked for and not there. */
export const createItemsCount = (period: Period): PeopleCount => {
  const { add, counted } = createCells()
  const known = new Set<string>()
  return {
    add: (record) => {
      const { met, fields } = record
      const [item, pieces] = [findItem(fields['item']), countField(fields, 'count')]
      if (!isIn(period, met) || !isGiven(record) || item === undefined || pieces === 0) return
      const [day, zone] = [dayOf(met), zoneOf(fields)]
      const receiver = findCode(fields, 'card') ?? findCode(fields, 'arrival')
      const key = `${day} ${zone} ${item} ${receiver}`
      const isMore = receiver !== undefined && known.has(key)
      if (receiver !== undefined) known.add(key)
      add({ day, zone, code: item, people: [isMore ? 0 : 1], alone: 0, pieces })
    },
    counted
  }
}
