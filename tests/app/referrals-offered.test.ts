// Referrals as they leave a lead's phone: the same figures as in the review of those days.
import { expect, test } from 'vitest'
import { referralsOffered } from '#app/screens/export/referrals-offered.ts'
import { reviewOf } from '#domain/review/review.ts'
import { monthPeriod } from '#domain/review/period.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const JULY = monthPeriod('2018-07')

const aReferral = (id: string, state: string, met = '2018-07-12T10'): MergedRecord =>
  ({
    id,
    type: 'referral',
    author: 'mina',
    disputed: [],
    fields: { met, arrival: 'somebody', provider: 'atina', needs: ['medical'], due: 'now', consent: 'worker', state }
  }) as unknown as MergedRecord

const held = (records: readonly MergedRecord[]) => ({
  records,
  historyOf: () => [],
  findRecord: (id: string) => (id === 'somebody' ? ({ fields: { men: 2 } } as unknown as MergedRecord) : undefined),
  agencyOf: (id: string) => (id === 'atina' ? 'Atina' : undefined)
})

const inJuly = [
  ...Array.from({ length: 40 }, (_, at) => aReferral(`waiting ${at}`, 'made')),
  ...Array.from({ length: 60 }, (_, at) => aReferral(`accepted ${at}`, 'accepted')),
  ...Array.from({ length: 80 }, (_, at) => aReferral(`done ${at}`, 'done'))
]
const records = [...inJuly, aReferral('later', 'made', '2018-08-01T09')]

test('each referral of the period stands once, at the furthest step, as the review counts them', () => {
  const offer = referralsOffered(held(records), 'referrals', JULY)
  const { funnel } = reviewOf(records, JULY, { now: '2018-08-10T12' })
  const told = new Map(offer.ok ? offer.value.rows.map(({ code, total }) => [code, total]) : [])
  expect(told).toEqual(
    new Map([
      ['made', 40],
      ['opened', 0],
      ['accepted', 60],
      ['done', 80]
    ])
  )
  expect(funnel.map(({ referrals }) => referrals)).toEqual([180, 140, 140, 80])
})

test('and as rows of NRC there are as many', () => {
  const offer = referralsOffered(held(records), 'forms', JULY)
  expect(offer.ok && offer.value.rows.map(({ code, total }) => [code, total])).toEqual([
    ['["Emergency","health","No","Yes","Atina"]', 180]
  ])
})

test('too few are not told at all', () => {
  for (const file of ['referrals', 'forms'] as const) {
    expect(referralsOffered(held(inJuly.slice(0, 9)), file, JULY)).toMatchObject({ ok: false })
  }
})
