// A month that changed after it had settled is known as such, whatever changed it.
import { describe, expect, test } from 'vitest'
import { SAVED_FILES } from '#app/exports/make-file.ts'
import { cameLate, type Leaving } from '#app/screens/export/came-late.ts'
import type { StoredChange } from '#device/stored-change.ts'
import type { SharedFields } from '#domain/code.ts'
import type { RecordType } from '#domain/records/record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const IN_TIME = Date.parse('2018-08-07T21:00Z')
const LATE = Date.parse('2018-08-08T08:00Z')

type Kept = {
  readonly id?: string
  readonly type?: RecordType
  readonly fields?: SharedFields
  readonly isRemoved?: boolean
  readonly history: readonly Partial<StoredChange>[]
}

const deskOf = (...kept: readonly Kept[]) => {
  const records = kept.map(({ id = 'one', type = 'arrival', fields = {}, isRemoved, history }) => ({
    id,
    type,
    fields: { met: '2018-07-31T23', ...fields },
    disputed: [],
    isRemoved: isRemoved === true,
    history
  }))
  const listed = (removed: boolean) => records.filter(({ isRemoved }) => isRemoved === removed)
  return {
    records: () => listed(false) as unknown as readonly MergedRecord[],
    removedRecords: (of: string) =>
      listed(true).filter(({ type }) => of === type) as unknown as readonly MergedRecord[],
    historyOf: (id: string) => records.find((record) => record.id === id)?.history as readonly StoredChange[]
  }
}

const saying = (fields: SharedFields) => ({ change: { fields } as StoredChange['change'] })
const heard = (heardAt: number, fields: SharedFields = { met: '2018-07-31T23', men: 1 }) => ({
  heardAt,
  ...saying(fields)
})
const savedHere = (savedAt: number) => ({ aside: { savedAt, answers: {} }, ...saying({ men: 1 }) })

test.each([
  ['what was heard of in time', [heard(IN_TIME)], false],
  ['an arrival that came later', [heard(LATE)], true],
  ['a correction that came later', [heard(IN_TIME), heard(LATE)], true],
  ['what was noted on this phone in time', [savedHere(IN_TIME)], false],
  ['what was noted on this phone later', [savedHere(LATE)], true]
])('%s', (_, history, isLate) => {
  expect(cameLate(deskOf({ history }), '2018-07', 'arrivals')).toBe(isLate)
})

describe('each file says of what it is made of alone that it came later', () => {
  const FILES_OF: readonly [string, Kept, readonly Leaving[]][] = [
    ['a country', { history: [heard(LATE, { country: 'AF' })] }, ['arrivals', 'core', 'zones', 'report']],
    ['a need', { history: [heard(LATE, { needs: ['shoes'] })] }, ['needs', 'report']],
    ['what was given', { history: [heard(LATE, { given: ['food'] })] }, ['w3', 'w4', 'w5', 'report']],
    ['what stands in none', { history: [heard(LATE, { wantsAsylum: 'yes' })] }, []],
    [
      'a hand-out',
      { type: 'handout', history: [heard(LATE, { item: 'soup' })] },
      ['items', 'w3', 'w4', 'w5', 'report']
    ],
    ['a step of a referral', { type: 'referral', history: [heard(LATE, { state: 'done' })] }, ['referrals', 'report']],
    ['what a referral is for', { type: 'referral', history: [heard(LATE, { needs: ['shoes'] })] }, ['forms']],
    ['a tally', { type: 'tally', history: [heard(LATE, { count: 3 })] }, ['report']],
    ['a need of a case', { type: 'case', history: [heard(LATE, { need_medical: 'met' })] }, ['report']],
    ['who has a case', { type: 'case', history: [heard(LATE, { owner: 'phone-2' })] }, []],
    ['a shift', { type: 'shift', history: [heard(LATE)] }, []]
  ]

  test.each(FILES_OF)('%s', (_, kept, leaving) => {
    const late = [...SAVED_FILES, 'report' as const].filter((each) => cameLate(deskOf(kept), '2018-07', each))
    expect(late.toSorted()).toEqual(leaving.toSorted())
  })
})

test('a record taken out later, and of hand-outs and referrals as of arrivals', () => {
  for (const [type, leaving] of [
    ['arrival', 'arrivals'],
    ['handout', 'items'],
    ['referral', 'referrals']
  ] as const) {
    const history = [heard(IN_TIME), heard(LATE, { removed: 1 })]
    expect(cameLate(deskOf({ type, isRemoved: true, history }), '2018-07', leaving)).toBe(true)
  }
})

test('another month changes nothing', () => {
  const desk = deskOf({ fields: { met: '2018-08-01T00' }, history: [heard(LATE)] })
  expect(cameLate(desk, '2018-07', 'arrivals')).toBe(false)
})

test('what was said later of an arrival: that it is one of two', () => {
  const arrival: Kept = { id: 'arrival', history: [heard(IN_TIME)] }
  const fields = { met: '2018-08-09T10', one: 'arrival', other: 'before', answer: 'same' }
  const said: Kept = { id: 'sameness', type: 'sameness', fields, history: [heard(LATE, fields)] }
  expect(cameLate(deskOf(arrival, said), '2018-07', 'arrivals')).toBe(true)
  expect(cameLate(deskOf(arrival, said), '2018-07', 'items')).toBe(false)
  expect(cameLate(deskOf(arrival), '2018-07', 'arrivals')).toBe(false)
})

test('what was read later of a referral, in the file of how far they came alone', () => {
  const referral: Kept = { id: 'referral', type: 'referral', history: [heard(IN_TIME)] }
  const fields = { met: '2018-08-09T10', referral: 'referral' }
  const desk = deskOf(referral, { id: 'opening', type: 'opening', fields, history: [heard(LATE, fields)] })
  expect(
    (['referrals', 'forms', 'arrivals', 'report'] as const).filter((each) => cameLate(desk, '2018-07', each))
  ).toEqual(['referrals'])
})

describe('a step with the police in the month, of people met before it', () => {
  const met = { met: '2018-06-20T10', arrival: 'people' }
  const kase = (history: Kept['history'], fields: SharedFields = {}): Kept => ({
    id: 'case',
    type: 'case',
    fields: { ...met, ...fields },
    history
  })
  const going = (history: Kept['history'], stepAt: string): Kept => ({
    id: 'going',
    type: 'accompaniment',
    fields: { met: '2018-06-20T10', case: 'case', stepAt },
    history
  })
  const isLate = (...kept: readonly Kept[]) => cameLate(deskOf(...kept), '2018-07', 'report')

  test('a certificate of the month that came later', () => {
    const certificate = { since_certificate: '2018-07-12T10' }
    expect(isLate(kase([heard(LATE, certificate)], certificate))).toBe(true)
    expect(isLate(kase([heard(IN_TIME, certificate)], certificate))).toBe(false)
    const ofAugust = { since_certificate: '2018-08-12T10' }
    expect(isLate(kase([heard(IN_TIME, met), heard(LATE, ofAugust)], ofAugust))).toBe(false)
  })

  test('a certificate that is said later to be of another month', () => {
    const history = [
      heard(IN_TIME, { since_certificate: '2018-07-12T10' }),
      heard(LATE, { since_certificate: '2018-08-02T10' })
    ]
    expect(isLate(kase(history, { since_certificate: '2018-08-02T10' }))).toBe(true)
  })

  test('somebody who went along in the month and has come further since, or whose certificate is known since', () => {
    const waiting = heard(IN_TIME, { state: 'waiting', stepAt: '2018-07-30T10' })
    const certified = heard(LATE, { state: 'certificate', stepAt: '2018-08-20T10' })
    expect(isLate(kase([heard(IN_TIME, met)]), going([waiting, certified], '2018-08-20T10'))).toBe(true)
    expect(isLate(kase([heard(IN_TIME, met)]), going([waiting], '2018-07-30T10'))).toBe(false)
    const since = { since_certificate: '2018-08-20T10' }
    expect(isLate(kase([heard(IN_TIME, met), heard(LATE, since)], since), going([waiting], '2018-07-30T10'))).toBe(true)
  })
})
