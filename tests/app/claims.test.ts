import { describe, expect, test } from 'vitest'
import { claimsOf, companionsOf, disputesShown } from '#app/screens/record/claims.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import { mergeChanges } from '#protocol/merge.ts'

const [OURS, THEIRS, THIRD] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'] as const
const FIRST = `${OURS}-1`

const said = (author: string, counter: number, fields: Change['fields']): Change => ({
  type: 'referral',
  record: FIRST,
  author,
  counter,
  clock: { at: counter * 1_000, tick: 0 },
  over: counter === 1 ? [] : [FIRST],
  fields
})
const made = said(OURS, 1, { state: 'made', zone: 'parks' })

describe('two answers to one question', () => {
  test('are both shown, the newest first, each with its phone and its moment', () => {
    const record = mergeChanges([made, said(OURS, 2, { zone: 'railway' }), said(THEIRS, 3, { zone: 'old_town' })])
    expect(claimsOf(record, 'zone')).toEqual([
      { value: 'old_town', authors: [THEIRS], changes: [`${THEIRS}-3`], at: 3_000 },
      { value: 'railway', authors: [OURS], changes: [`${OURS}-2`], at: 2_000 }
    ])
  })

  test('are one answer when two phones say the same against a third', () => {
    const record = mergeChanges([
      made,
      said(OURS, 2, { zone: 'railway' }),
      said(THEIRS, 3, { zone: 'old_town' }),
      said(THIRD, 4, { zone: 'railway' })
    ])
    expect(claimsOf(record, 'zone').map(({ value, authors }) => [value, authors])).toEqual([
      ['railway', [THIRD, OURS]],
      ['old_town', [THEIRS]]
    ])
  })

  test('about where a referral stands bring their hour and reason along instead of asking three times', () => {
    const declined = said(OURS, 2, { state: 'declined', reason: 'full', stepAt: '2018-07-03T14' })
    const accepted = said(THEIRS, 3, { state: 'accepted', stepAt: '2018-07-03T15' })
    const record = mergeChanges([made, declined, accepted])
    expect(record.disputed).toEqual(expect.arrayContaining(['state', 'stepAt']))
    expect(disputesShown(record)).toEqual(['state'])
    const ours = claimsOf(record, 'state').find(({ changes }) => changes.includes(nameOf(declined)))
    expect(ours && companionsOf(record, 'state', ours)).toEqual([{ name: 'stepAt', value: '2018-07-03T14' }])
  })
})
