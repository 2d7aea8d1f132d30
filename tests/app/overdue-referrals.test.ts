import { expect, test } from 'vitest'
import { overdueFor } from '#app/screens/today/overdue-referrals.tsx'
import type { FieldRecord } from '#domain/records/record.ts'

const hour = '2026-11-28T12'
const aReferral = (id: string, fields: FieldRecord['fields'], author = 'mina'): FieldRecord => ({
  type: 'referral',
  id,
  author,
  disputed: [],
  fields: { met: '2026-11-26T10', due: 'now', state: 'made', provider: 'p', ...fields }
})

test('a referral nobody answered in time comes back to whoever made it, and to the lead', () => {
  const records = [
    aReferral('silent', {}),
    aReferral('later', { met: '2026-11-27T11' }),
    aReferral('others', { met: '2026-11-25T10' }, 'omar'),
    aReferral('in time', { due: 'weeks' }),
    aReferral('helped', { state: 'done' })
  ]
  expect(overdueFor(records, { author: 'mina', hour })).toEqual(['silent', 'later'])
  expect(overdueFor(records, { author: undefined, hour })).toEqual(['others', 'silent', 'later'])
})

test('one that was accepted comes back when no help follows, and one with a time the day after it', () => {
  const accepted = aReferral('accepted', { state: 'accepted', stepAt: '2026-11-28T08' })
  const expected = aReferral('expected', {
    state: 'appointment',
    stepAt: '2026-11-26T11',
    appointment: '2026-11-27T15'
  })
  const overdueAt = (at: string) => overdueFor([accepted, expected], { author: 'mina', hour: at })
  expect(overdueAt('2026-11-28T15')).toEqual([])
  expect(overdueAt('2026-11-28T16')).toEqual(['expected'])
  expect(overdueAt('2026-11-29T09')).toEqual(['expected', 'accepted'])
})
