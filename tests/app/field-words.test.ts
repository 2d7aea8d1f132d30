// Two answers stand against each other under the name of what was asked: no field is shown by the name it has in a record.
import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import { labelKeyOf, valueKeyOf } from '#app/records/field-keys.ts'
import { ITEM_CODES } from '#domain/codes/items.ts'
import { AccompanimentFields } from '#domain/records/accompaniment.ts'
import { CardGivenFields } from '#domain/records/card-given.ts'
import { CaseFields } from '#domain/records/case.ts'
import { HandoutFields } from '#domain/records/handout.ts'
import { InterpretationFields } from '#domain/records/interpretation.ts'
import type { RecordType } from '#domain/records/record.ts'
import { ReferralFields } from '#domain/records/referral.ts'
import { MOVEMENTS, StockFields } from '#domain/records/stock.ts'
import { TallyFields } from '#domain/records/tally.ts'
import { messages } from '#locales/en/index.ts'

const words = createInstance()
await words.init({ lng: 'en', resources: { en: messages }, ns: Object.keys(messages), defaultNS: 'record' })
const say = (key: string) => (words.exists(key) ? words.t(key) : undefined)

const KINDS = {
  tally: TallyFields,
  interpretation: InterpretationFields,
  referral: ReferralFields,
  case: CaseFields,
  handout: HandoutFields,
  stock: StockFields,
  card_given: CardGivenFields,
  accompaniment: AccompanimentFields
} as const satisfies Partial<Record<RecordType, { shape: object }>>

/** Says what kind of hand-out it is and is never answered anew. */
const NEVER_CHANGED = ['end']

describe.each(Object.entries(KINDS) as [keyof typeof KINDS, { shape: object }][])('of a %s', (type, { shape }) => {
  test.each(Object.keys(shape).filter((name) => !NEVER_CHANGED.includes(name)))('%s has a name', (name) => {
    expect(say(labelKeyOf(type, name))).toBeDefined()
  })
})

test('how many portions is not asked as how many people', () => {
  expect(say(labelKeyOf('stock', 'count'))).toBe('How many?')
  expect(say(labelKeyOf('card_given', 'until'))).toBe('Valid until')
})

test('items and what came and went have their words', () => {
  for (const item of ITEM_CODES) expect(say(valueKeyOf('handout', 'item', item) ?? '')).toBeDefined()
  for (const movement of MOVEMENTS) expect(say(valueKeyOf('stock', 'movement', movement) ?? '')).toBeDefined()
  expect(valueKeyOf('card_given', 'until', '2026-12-01')).toBeUndefined()
})
