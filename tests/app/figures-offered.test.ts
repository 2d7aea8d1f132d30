// Figures as they leave a lead's phone: the same as in the review of the month, or left out.
import { describe, expect, test } from 'vitest'
import { countFor, figuresOffered, partingsFor } from '#app/screens/export/figures-offered.ts'
import type { SavedFile } from '#app/exports/make-file.ts'
import { ITEMS } from '#domain/codes/items.ts'
import { cellsOf } from '#domain/exports/sheet.ts'
import { columnsOf } from '#domain/exports/columns.ts'
import type { Parting } from '#domain/exports/offer-parted.ts'
import { createItemsCount } from '#domain/exports/items-count.ts'
import { PUBLISHED_MONTHS } from '#domain/months/published-months.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { datedRecords } from '#domain/review/dated-record.ts'
import { handedOutIn } from '#domain/review/handed-out.ts'
import { monthPeriod } from '#domain/review/period.ts'
import { arrivalsOf, handoutsOf } from '#tests/domain/disclosure/months.ts'

const JULY = monthPeriod('2018-07')
const [july] = PUBLISHED_MONTHS.filter(({ month }) => month === '2018-07')
if (july === undefined) throw new Error('No July')
const arrivals = arrivalsOf(july, 1)
const handouts = handoutsOf(july, 1)
const records = [...arrivals, ...handouts]

const offer = (from: readonly FieldRecord[], file: SavedFile, parting: Parting) =>
  figuresOffered(countFor(from, file, JULY), { file, period: JULY, parting })

const told = (...given: Parameters<typeof offer>) => {
  const offered = offer(...given)
  if (!offered.ok) throw new Error(`Refused: ${JSON.stringify(offered.refusal)}`)
  return offered.value
}

let made = 0
const gave = (fields: FieldRecord['fields']): FieldRecord => ({
  type: 'handout',
  id: `given-${(made += 1)}`,
  author: 'phone-3',
  fields: { item: 'blanket', count: 1, end: 'given', met: '2018-07-12T19', zone: 'parks', ...fields },
  disputed: []
})

describe('Items handed out', () => {
  const { given } = handedOutIn(records, JULY)
  const reviewed = new Map<string, number>(given.map(({ item, count }) => [item, count]))

  test('are, of each item that is told, as many pieces as the review counts, however the month is parted', () => {
    expect(partingsFor('items')).toEqual(['period', 'week', 'zone'])
    for (const parting of partingsFor('items')) {
      const rowsByItem = Map.groupBy(told(records, 'items', parting).rows, ({ code }) => code)
      expect(new Set(rowsByItem.keys())).toEqual(new Set(reviewed.keys()))
      const whole = [...rowsByItem].filter(([, rows]) => rows.every(({ items }) => items?.pieces !== undefined))
      expect(whole.length).toBeGreaterThan(2)
      for (const [code, rows] of whole) {
        expect(rows.reduce((sum, { items }) => sum + (items?.pieces ?? 0), 0)).toBe(reviewed.get(code))
      }
    }
  })

  test('say how often and how much, in the unit of the item, and neither of what was handed out fewer than five times', () => {
    const few = [
      ...handouts.filter(({ fields }) => fields['item'] !== 'tent'),
      ...[1, 2, 3].map(() => gave({ item: 'tent', count: 9 }))
    ]
    const { rows, leftOut } = told(few, 'items', 'period')
    expect(rows.find(({ code }) => code === 'tent')?.items).toEqual({ times: undefined, pieces: undefined })
    expect(leftOut).toEqual([
      { isOfItems: true, number: expect.any(Number) as number, all: expect.any(Number) as number }
    ])
    for (const { people, items } of rows) {
      expect(people).toEqual([])
      expect(items?.times === undefined || items.times >= 5).toBe(true)
    }
  })

  test('count what one group took in one area on one day as once, and what was not there not at all', () => {
    const count = createItemsCount(JULY)
    const family = { arrival: 'family' }
    const all = [
      ...[1, 2, 3, 4].map(() => gave({ ...family, count: 2 })),
      gave({ ...family, met: '2018-07-13T19' }),
      gave({ ...family, zone: 'elsewhere' }),
      gave({ arrival: 'family', card: 'theirs' }),
      gave({ card: 'theirs' }),
      ...[1, 2, 3].map(() => gave({})),
      gave({ end: 'missing' }),
      gave({ count: 0 }),
      gave({ met: '2018-08-01T09' })
    ]
    for (const record of datedRecords(all)) count.add(record)
    const counted = count.counted()
    expect(counted.map(({ day, people, pieces }) => [day, people[0], pieces])).toEqual([
      ['2018-07-12', 1, 1],
      ['2018-07-12', 5, 13],
      ['2018-07-13', 1, 1]
    ])
  })

  test('too few are not told at all', () => {
    expect(offer(handouts.slice(0, 9), 'items', 'week')).toEqual({ ok: false, refusal: { remedies: [] } })
  })
})

describe('Who does what where, when and for whom', () => {
  const names = { organisation: '', city: '', nrc: String, answer: String, due: String, country: String } as const
  const same = (code: string) => code
  const words = {
    names: { ...names, sector: same, activity: same, need: same, item: same, unit: same, step: same, zone: same },
    heading: String
  }
  const w5 = (from: readonly FieldRecord[], parting: Parting) => {
    const ids = columnsOf('w5').map(({ id }) => id)
    return told(from, 'w5', parting).rows.map((row) =>
      Object.fromEntries(cellsOf(row, 'w5', words).map((value, at) => [ids[at], value]))
    )
  }

  test('says of items how much in which unit and sector, and never how many people', () => {
    const rows = w5(records, 'week')
    const items = rows.filter(({ unit }) => unit !== undefined)
    expect(items.length).toBeGreaterThan(10)
    for (const row of items) {
      const item = Object.entries(ITEMS).find(([code]) => code === row['activityCode'])?.[1]
      expect([row['unit'], row['sectorCode']]).toEqual([item?.unit, item?.sector])
      expect([row['people'], row['men'], row['alone']]).toEqual([undefined, undefined, undefined])
    }
    const [whole] = [told(records, 'items', 'week').rows.map(({ code, items: of }) => [code, of?.pieces])]
    expect(items.map((row) => [row['activityCode'], row['quantity']])).toEqual(whole)
    const others = rows.filter(({ unit }) => unit === undefined)
    expect(others).toEqual(w5(arrivals, 'week'))
    expect(others.some(({ people }) => people !== undefined)).toBe(true)
  })

  test('tells items of the whole month where they are too few for each week', () => {
    // 60 blankets and 60 soups: enough for a month, too few for six weeks.
    const few = ['blanket', 'soup'].flatMap((item) =>
      Array.from({ length: 60 }, (_, at) => gave({ item, met: `2018-07-${String((at % 31) + 1).padStart(2, '0')}T19` }))
    )
    const items = told([...arrivals, ...few], 'w5', 'week').rows.filter((row) => row.items !== undefined)
    expect(items.map(({ from, to, code, items: of }) => [from, to, code, of?.pieces])).toEqual([
      [JULY.from, JULY.to, 'blanket', 60],
      [JULY.from, JULY.to, 'soup', 60]
    ])
  })

  test('leaves out, and says so, the one of which there is too little, and is refused where there is too little of both', () => {
    const few = handouts.slice(0, 9)
    const { rows, leftOut } = told([...arrivals, ...few], 'w5', 'week')
    expect(rows.filter((row) => row.items !== undefined)).toEqual([])
    const times = countFor(few, 'items', JULY)
      .get('items')
      ?.reduce((sum, { people: [of = 0] }) => sum + of, 0)
    expect(times).toBeGreaterThan(0)
    expect(leftOut).toContainEqual({ isOfItems: true, number: times, all: times })
    const onlyItems = told([...arrivals.slice(0, 3), ...handouts], 'w5', 'period')
    expect(onlyItems.rows.every((row) => row.items !== undefined)).toBe(true)
    expect(onlyItems.leftOut.some(({ isOfItems, number, all }) => !isOfItems && number === all)).toBe(true)
    expect(offer([...arrivals.slice(0, 3), ...few], 'w5', 'period')).toMatchObject({ ok: false })
  })
})
