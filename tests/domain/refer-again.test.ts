// Which services are offered again for the next person, and what of the referral before is taken over.
import { describe, expect, test } from 'vitest'
import { shiftHourAt } from '#domain/belgrade-time.ts'
import type { SharedFields } from '#domain/code.ts'
import type { Need } from '#domain/codes/needs.ts'
import type { ServiceCheck } from '#domain/directory/checks.ts'
import type { Service } from '#domain/directory/directory.ts'
import { AGAIN_DAYS, againFor, MOST_AGAIN, servicesAsked } from '#domain/directory/refer-again.ts'
import { createDirectory } from '#domain/directory/search.ts'
import type { FieldRecord } from '#domain/records/record.ts'
import { TELLABLE, type Tellable } from '#domain/records/referral.ts'

/** A Tuesday in Belgrade, 14:00. */
const at = Date.parse('2026-03-03T13:00:00Z')
const PHONE = 'phone-of-mina'
const DAY_MS = 86_400_000

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const service = (number: number, differently: Partial<Service> = {}): Service => ({
  kind: 'service',
  id: idOf(number),
  providerId: `00000000-0000-4000-8000-00000000001${number}`,
  placeIds: [],
  name: { en: `Service ${number}` },
  status: 'active',
  needs: ['legal_aid', 'medical'],
  languages: [],
  hours: 'unknown',
  phones: [],
  source: 'asked there',
  lastChecked: '2026-03-03',
  toVerify: false,
  ...differently
})

type Made = { readonly to?: number; readonly by?: string; readonly ago?: number; readonly arrival?: string }
let made = 0
const referral = (
  { to = 1, by = PHONE, ago = 0, arrival = 'before' }: Made,
  fields: SharedFields = {}
): FieldRecord => ({
  type: 'referral',
  id: `referral-${(made += 1)}`,
  author: by,
  disputed: [],
  fields: {
    arrival,
    provider: `00000000-0000-4000-8000-00000000001${to}`,
    service: idOf(to),
    needs: ['legal_aid'],
    due: 'soon',
    consent: 'worker',
    told: ['people', 'needs'],
    state: 'made',
    met: shiftHourAt(at - ago),
    ...fields
  }
})

type Next = {
  readonly services?: readonly Service[]
  readonly checks?: readonly ServiceCheck[]
  readonly fields?: SharedFields
  readonly needs?: readonly Need[]
  readonly tellable?: readonly Tellable[]
}
const again = (newestFirst: readonly FieldRecord[], next: Next = {}) =>
  againFor(newestFirst, {
    phone: PHONE,
    arrival: { id: 'next', fields: next.fields ?? { women: 1 } },
    needs: next.needs ?? [],
    tellable: next.tellable ?? TELLABLE,
    directory: createDirectory(next.services ?? [1, 2, 3, 4, 5].map((number) => service(number)), next.checks),
    at
  })
const numbers = (newestFirst: readonly FieldRecord[], next: Next = {}) =>
  again(newestFirst, next).map(({ row }) => Number(row.service.id.at(-1)))

describe('services offered again', () => {
  test('are those this phone referred to last, each once, the last first and never more than three', () => {
    const newestFirst = [2, 1, 2, 3, 4].map((to) => referral({ to }))
    expect(numbers(newestFirst)).toEqual([2, 1, 3])
    expect(MOST_AGAIN).toBe(3)
  })

  test('are none of another phone, and none from long ago', () => {
    expect(numbers([referral({ by: 'phone-of-omar' })])).toEqual([])
    expect(numbers([referral({ ago: (AGAIN_DAYS - 1) * DAY_MS })])).toEqual([1])
    expect(numbers([referral({ ago: (AGAIN_DAYS + 1) * DAY_MS })])).toEqual([])
  })

  test('are none that this person was already referred to, and that is not over', () => {
    expect(numbers([referral({ arrival: 'next' })])).toEqual([])
    expect(numbers([referral({ arrival: 'next' }, { state: 'closed' })])).toEqual([1])
  })

  test.each(['declined', 'withdrawn'])('are none where the last one was %s', (state) => {
    expect(numbers([referral({}, { state }), referral({})])).toEqual([])
    expect(numbers([referral({}), referral({}, { state })])).toEqual([1])
  })

  test.each<[what: string, differently: Partial<Service>]>([
    ['closed for now', { status: 'temporarily closed' }],
    ['of the past', { status: 'defunct' }],
    ['run out', { validTo: '2026-03-01' }],
    ['closed to one of them', { eligibility: { womenOnly: true } }],
    ['full', { capacity: { available: 1, updated: '2026-03-03' } }]
  ])('are none that are %s', (_what, differently) => {
    const family = { fields: { men: 1, women: 1 } }
    expect(numbers([referral({})], family)).toEqual([1])
    expect(numbers([referral({})], { ...family, services: [service(1, differently)] })).toEqual([])
  })

  test('are none that somebody found closed, or that have left the directory', () => {
    expect(numbers([referral({})], { checks: [{ service: idOf(1), found: 'closed', at }] })).toEqual([])
    expect(numbers([referral({ to: 9 })])).toEqual([])
  })

  test('say whether they are open now', () => {
    const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
    const hours = [{ byday: [...days], opensAt: '08:00', closesAt: '13:00' }]
    expect(again([referral({})], { services: [service(1, { hours })] })[0]?.row.opening.state).toBe('closed')
  })
})

describe('about violence, trafficking or the protection of a child there is no short way', () => {
  test.each<Need>(['gbv_support', 'tip_support', 'safe_shelter', 'child_protection'])('%s', (need) => {
    expect(numbers([referral({}, { needs: ['legal_aid', need] })])).toEqual([])
    expect(numbers([referral({})], { services: [service(1, { needs: ['legal_aid', need] })] })).toEqual([])
    expect(numbers([referral({})], { needs: ['legal_aid', need] })).toEqual([])
  })

  test('nor after a referral for which nobody gave consent', () => {
    expect(numbers([referral({}, { consent: 'best_interest', bestInterest: 'trafficking' })])).toEqual([])
  })

  test('nor for a child alone, nor for somebody at risk', () => {
    expect(numbers([referral({})], { fields: { boys: 1, alone: 'yes' } })).toEqual([])
    expect(numbers([referral({})], { fields: { women: 1, urgent: ['at_risk'] } })).toEqual([])
  })
})

describe('taken over', () => {
  test('are the needs of this person that the service meets, whatever it was asked for last', () => {
    expect(again([referral({})], { needs: ['medical', 'food_hot'] })[0]?.needs).toEqual(['medical'])
  })

  test('where their record says none of those, is what it was asked for last and can do', () => {
    const last = referral({}, { needs: ['legal_aid', 'shoes'] })
    expect(again([last], { needs: ['food_hot'] })[0]?.needs).toEqual(['legal_aid'])
    expect(again([referral({}, { needs: ['shoes'] })])).toEqual([])
  })

  test('is told only what this person’s record has', () => {
    const last = referral({}, { told: ['people', 'language', 'country', 'needs'] })
    expect(again([last], { tellable: ['people', 'country', 'needs', 'urgent'] })[0]?.told).toEqual([
      'people',
      'country',
      'needs'
    ])
  })

  test('is how soon, unless one of the two is in danger and the other is not', () => {
    const sick = { fields: { women: 1, urgent: ['sick_or_hurt'] } }
    expect(again([referral({})])[0]?.due).toBe('soon')
    expect(again([referral({})], sick)[0]?.due).toBeUndefined()
    expect(again([referral({}, { due: 'now' })])[0]?.due).toBeUndefined()
    expect(again([referral({}, { due: 'now' })], sick)[0]?.due).toBe('now')
  })

  test('is nothing else: not the person before, nor the yes they gave', () => {
    expect(Object.keys(again([referral({})])[0] ?? {}).toSorted()).toEqual(['due', 'needs', 'row', 'told'])
  })
})

test('a service counts as asked while its referral of these people, or of the same people met again, is open', () => {
  const same: FieldRecord = {
    type: 'sameness',
    id: 'same',
    author: PHONE,
    disputed: [],
    fields: { one: 'before', other: 'next', answer: 'same' }
  }
  expect(servicesAsked([same, referral({})], 'next')).toEqual(new Set([idOf(1)]))
  expect(servicesAsked([referral({})], 'next').size).toBe(0)
  expect(servicesAsked([referral({ arrival: 'next' }, { state: 'done' })], 'next').size).toBe(0)
})
