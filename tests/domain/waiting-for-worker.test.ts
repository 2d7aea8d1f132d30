// What an organisation answers comes back to whoever referred: what it asks, that it cannot help, and when it expects people.
import { expect, test } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import { waitingForWorker } from '#domain/review/waiting-for-worker.ts'

const NOW = '2026-11-28T12'
const aRecord = (type: RecordType, id: string, fields: SharedFields): FieldRecord => ({
  type,
  id,
  author: 'mina',
  disputed: [],
  fields
})
const aReferral = (id: string, fields: SharedFields = {}) =>
  aRecord('referral', id, {
    arrival: 'boy',
    needs: ['medical'],
    met: '2026-11-28T10',
    state: 'made',
    due: 'soon',
    ...fields
  })
const aQuestion = (referral: string, fields: SharedFields = {}) =>
  aRecord('question', `question of ${referral}`, { referral, ask: 'come_today', met: '2026-11-28T11', ...fields })
const waiting = (records: readonly FieldRecord[], now = NOW) =>
  waitingForWorker(records, now).map(({ referral, why }) => [referral.id, why])

test('a question without a reply waits while the referral is open', () => {
  expect(waiting([aReferral('asked'), aQuestion('asked'), aReferral('silent')])).toEqual([['asked', 'question']])
  expect(waiting([aReferral('asked'), aQuestion('asked', { reply: 'no' })])).toEqual([])
  expect(waiting([aReferral('asked'), aQuestion('asked', { removed: 1 })])).toEqual([])
  expect(waiting([aReferral('asked', { state: 'withdrawn' }), aQuestion('asked')])).toEqual([])
})

test('one that was refused waits until somebody else is asked for all that it was made for', () => {
  const refused = aReferral('refused', { needs: ['medical', 'shoes'], state: 'declined', stepAt: '2026-11-28T11' })
  const later = (id: string, fields: SharedFields) => aReferral(id, { met: '2026-11-28T12', ...fields })
  const waits = [['refused', 'declined']]
  expect(waiting([refused])).toEqual(waits)
  expect(waiting([refused, later('doctor', {})])).toEqual(waits)
  expect(waiting([refused, later('doctor', {}), later('shoes', { needs: ['shoes'] })])).toEqual([])
  const whole = { needs: ['shoes', 'medical'] }
  expect(waiting([refused, later('others', { ...whole, arrival: 'woman' })])).toEqual(waits)
  expect(waiting([refused, later('taken back', { ...whole, state: 'withdrawn' })])).toEqual(waits)
  expect(waiting([refused, aReferral('earlier', { ...whole, met: '2026-11-27T10', state: 'done' })])).toEqual(waits)
})

test('a later referral of the same people counts, whichever record of them it was made from', () => {
  const refused = aReferral('refused', { state: 'declined', stepAt: '2026-11-28T11' })
  const other = aReferral('other', { arrival: 'boy again', met: '2026-11-28T12' })
  const same = aRecord('sameness', 'same', { one: 'boy', other: 'boy again', answer: 'same' })
  expect(waiting([refused, other])).toEqual([['refused', 'declined']])
  expect(waiting([refused, other, same])).toEqual([])
})

test('one that was refused waits no longer once the case says what came of it, or for two weeks', () => {
  const refused = aReferral('refused', { state: 'declined', stepAt: '2026-11-28T11' })
  const kase = (fields: SharedFields) => aRecord('case', 'case', { arrival: 'boy', state: 'open', ...fields })
  expect(waiting([refused, kase({ need_medical: 'referred' })])).toEqual([['refused', 'declined']])
  expect(waiting([refused, kase({ need_medical: 'elsewhere' })])).toEqual([])
  expect(waiting([refused, kase({ state: 'closed', outcome: 'helped' })])).toEqual([])
  expect(waiting([refused], '2026-12-12T23')).toEqual([['refused', 'declined']])
  expect(waiting([refused], '2026-12-13T00')).toEqual([])
})

test('a time waits until the person knows of it, anew when it is moved, and not once it is over', () => {
  const expected = (fields: SharedFields = {}) =>
    aReferral('expected', { state: 'appointment', appointment: '2026-11-30T09', ...fields })
  expect(waiting([expected()])).toEqual([['expected', 'appointment']])
  expect(waiting([expected({ timeTold: '2026-11-30T09' })])).toEqual([])
  expect(waiting([expected({ timeTold: '2026-11-29T15' })])).toEqual([['expected', 'appointment']])
  expect(waiting([expected()], '2026-11-30T10')).toEqual([])
  expect(waiting([expected({ state: 'started' })])).toEqual([])
})

test('each referral once: what is asked, then whom nobody helps, then the soonest time', () => {
  const at = (id: string, appointment: string) => aReferral(id, { state: 'appointment', appointment })
  const records = [
    at('later', '2026-11-30T09'),
    at('sooner', '2026-11-29T09'),
    at('asked', '2026-11-29T08'),
    aQuestion('asked'),
    aReferral('refused', { arrival: 'woman', state: 'declined' })
  ]
  expect(waiting(records)).toEqual([
    ['asked', 'question'],
    ['refused', 'declined'],
    ['sooner', 'appointment'],
    ['later', 'appointment']
  ])
})
