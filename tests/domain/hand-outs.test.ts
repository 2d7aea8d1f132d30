// Hand-outs add up however they are cut, the shelf is what was counted and moved since, and a hint is never more than a hint.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import { ITEM_CODES, type ItemCode, sizesOf } from '#domain/codes/items.ts'
import { MOVEMENTS } from '#domain/records/stock.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { givenBefore, isFor, type Receiver } from '#domain/review/given-before.ts'
import { handedOutIn } from '#domain/review/handed-out.ts'
import { daysIn, dayPeriod } from '#domain/review/period.ts'
import { stockOf } from '#domain/review/stock.ts'

const TODAY = '2026-11-28'
const WEEK = { from: '2026-11-22', to: TODAY }

type Noted = FieldRecord & { at: number }
let made = 0
const noted = (type: 'handout' | 'stock', fields: SharedFields, at: number = (made += 1)): Noted => ({
  type,
  id: `record-${String((made += 1)).padStart(6, '0')}`,
  author: 'aaaaaaaaaaaa',
  fields: { count: 1, met: `${TODAY}T19`, zone: 'parks', ...fields },
  disputed: [],
  at
})
const gave = (item: ItemCode, count = 1, more: SharedFields = {}) =>
  noted('handout', { item, count, end: 'given', ...more })
const moved = (item: ItemCode, movement: string, count: number) => noted('stock', { item, movement, count })
const shelf = (...records: Noted[]) => stockOf(records, { today: TODAY, saidAt: ({ at }) => at })

const handouts = fc.array(
  fc
    .record({
      item: fc.constantFrom(...ITEM_CODES),
      count: fc.integer({ min: 0, max: 9 }),
      end: fc.constantFrom('given', 'missing'),
      met: fc.integer({ min: 20, max: 29 }).map((day) => `2026-11-${day}T19`),
      size: fc.nat(),
      removed: fc.constantFrom(0, 0, 0, 1)
    })
    .map(({ size, ...fields }) => {
      const sizes = ['', ...sizesOf(fields.item)]
      const chosen = fields.end === 'missing' ? sizes[size % sizes.length] : ''
      return noted('handout', { ...fields, ...(chosen && { size: chosen }) })
    }),
  { maxLength: 40 }
)

describe('What was handed out', () => {
  it('adds up: rows to totals, days to the week, and totals to every tap that was not taken back', () => {
    fc.assert(
      fc.property(handouts, fc.nat(), (records, turn) => {
        const week = handedOutIn(records, WEEK)
        const sum = (rows: readonly { count: number }[]) => rows.reduce((all, { count }) => all + count, 0)
        const counted = (end: string) =>
          records
            .filter(({ fields }) => fields['removed'] === 0 && fields['end'] === end)
            .filter(({ fields }) => String(fields['met']) >= WEEK.from && String(fields['met']) <= `${WEEK.to}T99`)
            .reduce((all, { fields }) => all + Number(fields['count']), 0)
        expect([week.givenTotal, week.missingTotal]).toEqual([counted('given'), counted('missing')])
        expect([sum(week.given), sum(week.missing)]).toEqual([week.givenTotal, week.missingTotal])
        const days = daysIn(WEEK).map((day) => handedOutIn(records, dayPeriod(day)))
        expect(days.reduce((all, { givenTotal }) => all + givenTotal, 0)).toBe(week.givenTotal)
        for (const { item, count } of week.given) {
          expect(
            days.flatMap(({ given }) => given.filter((row) => row.item === item)).reduce((a, b) => a + b.count, 0)
          ).toBe(count)
        }
        const turned = [...records.slice(turn % (records.length + 1)), ...records.slice(0, turn % (records.length + 1))]
        expect(handedOutIn(turned, WEEK)).toEqual(week)
      })
    )
  })

  it('names what was asked for and not there by size, the most first', () => {
    const { missing, missingTotal, givenTotal } = handedOutIn(
      [
        noted('handout', { item: 'shoes', end: 'missing', size: '43' }),
        noted('handout', { item: 'shoes', end: 'missing', size: '43' }),
        noted('handout', { item: 'shoes', end: 'missing', size: '41' }),
        noted('handout', { item: 'blanket', end: 'missing' })
      ],
      WEEK
    )
    expect([missingTotal, givenTotal]).toEqual([4, 0])
    expect(missing[0]).toEqual({ item: 'shoes', size: '43', count: 2 })
    expect(missing).toContainEqual({ item: 'blanket', size: undefined, count: 1 })
  })
})

describe('The shelf', () => {
  it('is what arrived, less what went, and nothing is booked that nobody keeps a book of', () => {
    const [row, ...others] = shelf(
      moved('blanket', 'arrived', 80),
      gave('blanket', 5),
      moved('blanket', 'to_team', 10),
      moved('blanket', 'from_team', 2),
      gave('soup', 7)
    )
    expect(row).toMatchObject({ item: 'blanket', left: 67 })
    expect(others).toEqual([])
  })

  it('is what was counted there, whatever the book said before; what is noted late but was earlier changes nothing', () => {
    const early = gave('blanket', 50)
    expect(shelf(moved('blanket', 'arrived', 80), moved('blanket', 'counted', 30), early)).toMatchObject([{ left: 30 }])
    expect(shelf(moved('blanket', 'counted', 30), gave('blanket', 4))).toMatchObject([{ left: 26 }])
  })

  it('lets more be given than the book has, and says that the book is wrong until somebody counts', () => {
    const more = [moved('meal_hot', 'arrived', 3), gave('meal_hot', 5)]
    expect(shelf(...more)).toMatchObject([{ left: -2, isWrong: true, isLow: true }])
    expect(shelf(...more, moved('meal_hot', 'counted', 40))).toMatchObject([{ left: 40, isWrong: false, isLow: false }])
  })

  it('is low when it will not last two days as they were', () => {
    const with80 = moved('meal_hot', 'arrived', 80)
    expect(shelf(with80, gave('meal_hot', 26))).toMatchObject([{ left: 54, isLow: false }])
    expect(shelf(with80, gave('meal_hot', 60))).toMatchObject([{ left: 20, isLow: true }])
    const lastMonth = gave('meal_hot', 60, { met: '2026-10-28T19' })
    expect(shelf(with80, lastMonth)).toMatchObject([{ left: 20, isLow: false }])
  })

  it('is the same whatever order its records came in', () => {
    const move = fc.record({
      movement: fc.constantFrom(...MOVEMENTS, 'given'),
      count: fc.integer({ min: 0, max: 50 }),
      at: fc.integer({ min: 0, max: 5 })
    })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const records = moves.map(({ movement, count, at }) =>
          movement === 'given'
            ? noted('handout', { item: 'mat', end: 'given', count }, at)
            : noted('stock', { item: 'mat', movement, count }, at)
        )
        expect(shelf(...records.toReversed())).toEqual(shelf(...records))
      })
    )
  })
})

describe('A hint', () => {
  const seenBy = (receiver: Receiver, records: readonly Noted[]) =>
    givenBefore(records, isFor(records, receiver), TODAY)
  const theirs = (...records: Noted[]) => seenBy({ arrival: 'their-arrival' }, records)
  const gaveThem = (item: ItemCode, met: string) => gave(item, 1, { met, arrival: 'their-arrival' })

  it('says the last time of what is not usually given again so soon', () => {
    expect(
      theirs(
        gaveThem('shoes', '2026-11-20T10'),
        gaveThem('shoes', '2026-11-26T10'),
        gaveThem('food_pack', `${TODAY}T08`)
      )
    ).toEqual([
      { item: 'food_pack', day: TODAY, author: 'aaaaaaaaaaaa' },
      { item: 'shoes', day: '2026-11-26', author: 'aaaaaaaaaaaa' }
    ])
  })

  it('keeps still about meals, about what is long ago, about others, and about what was not there', () => {
    expect(
      theirs(
        gaveThem('meal_hot', `${TODAY}T08`),
        gaveThem('food_pack', '2026-11-27T20'),
        gaveThem('hygiene_man', '2026-10-29T10'),
        gave('shoes'),
        noted('handout', { item: 'boots', end: 'missing', arrival: 'their-arrival' })
      )
    ).toEqual([])
  })

  it('follows a card to the people who were given it, and from them to what they got without it', () => {
    const card = 'c'.repeat(32)
    const records = [
      gaveThem('shoes', '2026-11-26T10'),
      gave('blanket', 1, { met: '2026-11-27T10', card }),
      { ...noted('handout', { card, arrival: 'their-arrival', until: '2026-12-20' }), type: 'card_given' as const }
    ]
    const both = [
      { item: 'blanket', day: '2026-11-27', author: 'aaaaaaaaaaaa' },
      { item: 'shoes', day: '2026-11-26', author: 'aaaaaaaaaaaa' }
    ]
    expect(seenBy({ cards: ['e'.repeat(32), card] }, records)).toEqual(both)
    expect(seenBy({ arrival: 'their-arrival' }, records)).toEqual(both)
    expect(seenBy({ cards: ['d'.repeat(32)] }, records)).toEqual([])
    expect(seenBy({}, records)).toEqual([])
  })

  it('follows a card to people who were joined, and to the card that their other record carries', () => {
    const [card, other] = ['c'.repeat(32), 'd'.repeat(32)]
    const given = (hash: string, arrival: string) => ({
      ...noted('handout', { card: hash, arrival, until: '2026-12-20' }),
      type: 'card_given' as const
    })
    const said = (answer: string) => ({
      ...noted('handout', { one: 'other-arrival', other: 'their-arrival', answer }),
      type: 'sameness' as const
    })
    const records = [
      gaveThem('shoes', '2026-11-26T10'),
      gave('blanket', 1, { met: '2026-11-27T10', card: other }),
      given(card, 'their-arrival'),
      given(other, 'other-arrival')
    ]
    const items = (receiver: Receiver, answer: string) =>
      seenBy(receiver, [...records, said(answer)]).map(({ item }) => item)
    for (const receiver of [{ cards: [card] }, { cards: [other] }, { arrival: 'other-arrival' }]) {
      expect(items(receiver, 'same')).toEqual(['blanket', 'shoes'])
      expect(items(receiver, 'apart')).toHaveLength(1)
    }
  })

  it('reminds for ever of what is given once', () => {
    expect(theirs(gaveThem('bus_ticket', '2025-11-28T08'))).toHaveLength(1)
  })
})
