// A month that changed after it had settled is known as such, whatever changed it.
import { expect, test } from 'vitest'
import { cameLate } from '#app/screens/export/came-late.ts'
import type { StoredChange } from '#device/stored-change.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const IN_TIME = Date.parse('2018-08-07T21:00Z')
const LATE = Date.parse('2018-08-08T08:00Z')

type Kept = {
  readonly type?: string
  readonly met?: string
  readonly isRemoved?: boolean
  readonly history: readonly Partial<StoredChange>[]
}

const deskOf = ({ type = 'arrival', met = '2018-07-31T23', isRemoved = false, history }: Kept) => {
  const record = { id: 'one', type, fields: { met } } as unknown as MergedRecord
  return {
    records: () => (isRemoved ? [] : [record]),
    removedRecords: (of: string) => (isRemoved && of === type ? [record] : []),
    historyOf: () => history as readonly StoredChange[]
  }
}

const heard = (heardAt: number) => ({ heardAt })
const savedHere = (savedAt: number) => ({ aside: { savedAt, answers: {} } })

test.each([
  ['what was heard of in time', [heard(IN_TIME)], false],
  ['an arrival that came later', [heard(LATE)], true],
  ['a correction that came later', [heard(IN_TIME), heard(LATE)], true],
  ['what was noted on this phone in time', [savedHere(IN_TIME)], false],
  ['what was noted on this phone later', [savedHere(LATE)], true]
])('%s', (_, history, isLate) => {
  expect(cameLate(deskOf({ history }), '2018-07', 'file')).toBe(isLate)
})

test('a record taken out later, and of hand-outs and referrals as of arrivals', () => {
  for (const type of ['arrival', 'handout', 'referral']) {
    expect(cameLate(deskOf({ type, isRemoved: true, history: [heard(IN_TIME), heard(LATE)] }), '2018-07', 'file')).toBe(
      true
    )
  }
})

test('in a report, which tells more than a file, also a tally that came later', () => {
  const late = deskOf({ type: 'tally', history: [heard(LATE)] })
  expect(cameLate(late, '2018-07', 'report')).toBe(true)
  expect(cameLate(late, '2018-07', 'file')).toBe(false)
  expect(cameLate(deskOf({ type: 'shift', history: [heard(LATE)] }), '2018-07', 'report')).toBe(false)
})

test('another month, or what stands in no file, changes nothing', () => {
  expect(cameLate(deskOf({ met: '2018-08-01T00', history: [heard(LATE)] }), '2018-07', 'file')).toBe(false)
  expect(cameLate(deskOf({ type: 'shift', history: [heard(LATE)] }), '2018-07', 'file')).toBe(false)
})

test('what was said later of an arrival: that it is one of two', () => {
  const [arrival, said] = ['arrival', 'sameness'].map((type) => ({
    id: type,
    type,
    fields: type === 'arrival' ? { met: '2018-07-31T23' } : { met: '2018-08-09T10', one: 'arrival', other: 'before' }
  })) as unknown as [MergedRecord, MergedRecord]
  const desk = (records: MergedRecord[]) => ({
    records: () => records,
    removedRecords: () => [],
    historyOf: (id: string): readonly StoredChange[] =>
      [heard(id === 'sameness' ? LATE : IN_TIME)] as readonly Partial<StoredChange>[] as readonly StoredChange[]
  })
  expect(cameLate(desk([arrival, said]), '2018-07', 'file')).toBe(true)
  expect(cameLate(desk([arrival]), '2018-07', 'file')).toBe(false)
})
