// What one team tells another of help it gave: as little as makes a hint, and for no longer than a card lasts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayPlus } from '#domain/belgrade-time.ts'
import { ITEM_CODES } from '#domain/codes/items.ts'
import {
  givenElsewhere,
  LEDGER_GROUPS,
  type LedgerEntry,
  ledgerEntryOf,
  type LedgerLine,
  withLines
} from '#domain/ledger.ts'

const TODAY = '2026-11-29'
const CARD = 'a'.repeat(32)
const gave = { item: 'shoes', count: 2, end: 'given', card: CARD, met: `${TODAY}T19`, zone: 'parks' }

describe('An entry', () => {
  it('says the card, such things and the day, and nothing else of the hand-out', () => {
    const arrival = 'aaaaaaaaaaaa-1'
    expect(ledgerEntryOf({ ...gave, arrival })).toEqual({ card: CARD, group: 'shoes', day: TODAY })
  })

  it('is of no hand-out without a card, of none that was missing, and of none of an unknown item', () => {
    const { card: _card, ...without } = gave
    for (const other of [
      without,
      { ...gave, end: 'missing' },
      { ...gave, item: 'gold' },
      { ...gave, card: 'K7QM4TXG' }
    ]) {
      expect(ledgerEntryOf(other)).toBeUndefined()
    }
  })

  it('says nothing of women, babies, illness or a journey, and nothing of what is given every day', () => {
    const groupOf = (item: string) => ledgerEntryOf({ ...gave, item })?.group
    expect(new Set(ITEM_CODES.map(groupOf))).toEqual(new Set([undefined, ...LEDGER_GROUPS]))
    for (const item of ['pads', 'hygiene_woman', 'hygiene_man', 'hygiene_baby', 'soap'])
      expect(groupOf(item)).toBe('hygiene')
    for (const item of ['scabies_cream', 'diapers', 'baby_food', 'bus_ticket', 'meal_hot', 'water_05']) {
      expect(groupOf(item)).toBeUndefined()
    }
  })
})

const entries = fc.record({
  card: fc.constantFrom(CARD, 'b'.repeat(32)),
  group: fc.constantFrom(...LEDGER_GROUPS),
  day: fc.integer({ min: -40, max: 0 }).map((days) => dayPlus(TODAY, days))
})
const lines = fc.array(
  fc.tuple(entries, fc.boolean()).map(([entry, gone]): LedgerLine => ({ ...entry, gone })),
  { maxLength: 30 }
)
const say = (all: readonly LedgerEntry[]) => all.map((entry) => JSON.stringify(entry)).toSorted()

describe('What is known', () => {
  it('is the same in one piece and in several, has nothing twice, and nothing older than a card', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (all, cut) => {
        const at = all.length === 0 ? 0 : cut % all.length
        const known = withLines([], all, TODAY)
        expect(say(withLines(withLines([], all.slice(0, at), TODAY), all.slice(at), TODAY))).toEqual(say(known))
        expect(new Set(say(known)).size).toBe(known.length)
        for (const { day } of known) expect(day >= '2026-10-30').toBe(true)
      })
    )
  })

  it('forgets what was taken back, until it is said again', () => {
    const entry: LedgerEntry = { card: CARD, group: 'shoes', day: TODAY }
    const [said, gone] = [
      { ...entry, gone: false },
      { ...entry, gone: true }
    ]
    expect(withLines([entry], [gone], TODAY)).toEqual([])
    expect(withLines([entry], [gone, said], TODAY)).toEqual([entry])
  })
})

describe('A hint', () => {
  it('is the last day of each group for this card alone, and is over after thirty days', () => {
    const known: LedgerEntry[] = [
      { card: CARD, group: 'hygiene', day: '2026-11-20' },
      { card: CARD, group: 'shoes', day: '2026-11-01' },
      { card: CARD, group: 'shoes', day: '2026-11-27' },
      { card: 'b'.repeat(32), group: 'bedding', day: TODAY }
    ]
    expect(givenElsewhere(known, new Set([undefined, CARD]), TODAY)).toEqual([
      { group: 'shoes', day: '2026-11-27' },
      { group: 'hygiene', day: '2026-11-20' }
    ])
    expect(givenElsewhere(known, new Set([CARD]), '2026-12-21')).toEqual([{ group: 'shoes', day: '2026-11-27' }])
    expect(givenElsewhere(known, new Set(), TODAY)).toEqual([])
  })
})
