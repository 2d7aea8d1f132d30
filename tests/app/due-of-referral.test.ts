import { describe, expect, test } from 'vitest'
import { dueOfReferral } from '#app/records/due-of-referral.ts'
import type { FieldRecord } from '#domain/records/record.ts'

const at = (time: string) => Date.parse(time)
const referral = (fields: FieldRecord['fields'] = {}): FieldRecord => ({
  type: 'referral',
  id: 'aaaaaaaaaaaa-1',
  author: 'aaaaaaaaaaaa',
  disputed: [],
  fields: { due: 'now', state: 'made', met: '2018-07-03T14', ...fields }
})
/** 14:20 on the wall in Belgrade. */
const aside = { savedAt: at('2018-07-03T12:20:00Z'), answers: {} }

describe('until when a referral waits', () => {
  test('is known to the minute on the phone that made it, and to the hour elsewhere', () => {
    const now = at('2018-07-03T13:00:00Z')
    expect(dueOfReferral(referral(), aside, now)?.by).toBe(at('2018-07-04T12:20:00Z'))
    expect(dueOfReferral(referral(), undefined, now)?.by).toBe(at('2018-07-04T12:00:00Z'))
  })

  test('is not over before the whole due hour has passed', () => {
    expect(dueOfReferral(referral(), aside, at('2018-07-04T12:59:00Z'))?.hoursOver).toBe(0)
    expect(dueOfReferral(referral(), aside, at('2018-07-04T13:00:00Z'))?.hoursOver).toBe(1)
  })

  test('is never over once the referral has ended', () => {
    const ended = dueOfReferral(referral({ state: 'done' }), aside, at('2018-08-01T12:00:00Z'))
    expect(ended).toMatchObject({ isWaiting: false, hoursOver: 0 })
  })

  test('waits for a person when another phone wrote a state this one does not know', () => {
    expect(dueOfReferral(referral({ state: 'redirected' }), aside, at('2018-07-03T13:00:00Z'))?.isWaiting).toBe(true)
  })
})
