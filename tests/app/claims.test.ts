import { describe, expect, test } from 'vitest'
import {
  bothKept,
  claimsOf,
  disputesShown,
  keepWords,
  mayKeep,
  saidBehind,
  settlementOf
} from '#app/screens/record/claims.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { isStepDisputed } from '#domain/records/referral.ts'
import { type Change, nameOf } from '#protocol/change.ts'
import type { Role } from '#protocol/ids.ts'
import { answersSeen, mergeChanges } from '#protocol/merge.ts'

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
    expect(ours && saidBehind(record, 'state', ours)).toEqual([{ name: 'reason', value: 'full' }])
    expect(ours && settlementOf(record, 'state', ours)).toEqual({ state: 'declined', stepAt: '2018-07-03T14' })
  })

  test('are not two where both took the same step, each at their own hour: nobody is asked, and the next step sees both', () => {
    const hers = said(OURS, 2, { state: 'accepted', stepAt: '2018-07-03T14' })
    const his = said(THEIRS, 3, { state: 'accepted', stepAt: '2018-07-03T15' })
    const record = mergeChanges([made, hers, his])
    expect(record.disputed).toEqual([])
    expect(isStepDisputed(record)).toBe(false)
    expect(record.fields).toMatchObject({ state: 'accepted', stepAt: '2018-07-03T15' })
    expect(record.standing['stepAt']?.map(({ value }) => value)).toEqual(['2018-07-03T15', '2018-07-03T14'])
    expect(answersSeen(record, { state: 'done', stepAt: '2018-07-03T16' }).sort()).toEqual([hers, his].map(nameOf))
  })

  test('are two where both took the same step for another reason', () => {
    const hers = said(OURS, 2, { state: 'declined', reason: 'full', stepAt: '2018-07-03T14' })
    const his = said(THEIRS, 3, { state: 'declined', reason: 'language', stepAt: '2018-07-03T15' })
    const record = mergeChanges([made, hers, his])
    expect([record.disputed, disputesShown(record)]).toEqual([['reason'], ['reason']])
  })

  test('read the hour and reason of the step that is read', () => {
    const declined = said(OURS, 2, { state: 'declined', reason: 'full', stepAt: '2018-07-03T14' })
    const accepted = said(THEIRS, 3, { state: 'accepted', stepAt: '2018-07-03T15' })
    expect(mergeChanges([made, declined, accepted]).fields).toEqual({
      state: 'declined',
      reason: 'full',
      stepAt: '2018-07-03T14',
      zone: 'parks'
    })
  })
})

describe('what a person may choose', () => {
  const arrival = (author: string, counter: number, fields: Change['fields']): Change => ({
    ...said(author, counter, fields),
    type: 'arrival'
  })
  const first = arrival(OURS, 1, { boys: 1, urgent: [], zone: 'parks' })
  const record = mergeChanges([
    first,
    arrival(OURS, 2, { boys: 2, urgent: ['at_risk'] }),
    arrival(THEIRS, 3, { boys: 1, urgent: ['sick_or_hurt'] })
  ])

  test('is both, where answers can stand together', () => {
    expect(bothKept(record, 'urgent', NEW_ARRIVAL)).toEqual(['sick_or_hurt', 'at_risk'])
  })

  test('is one of them, where they cannot', () => {
    expect(bothKept(record, 'boys', NEW_ARRIVAL)).toBeUndefined()
  })

  test('is never both when the form would not take it', () => {
    const strange = mergeChanges([
      first,
      arrival(OURS, 2, { urgent: ['later_flag'] }),
      arrival(THEIRS, 3, { urgent: [] })
    ])
    expect(bothKept(strange, 'urgent', NEW_ARRIVAL)).toBeUndefined()
  })

  test('is called mine and theirs on the phones that disagree, and just this one elsewhere', () => {
    const claims = claimsOf(record, 'boys')
    const words = (device: string) => claims.map((claim) => keepWords(claims, claim, device))
    expect(words(THEIRS)).toEqual(['keepMine', 'keepTheirs'])
    expect(words(OURS)).toEqual(['keepTheirs', 'keepMine'])
    expect(words(THIRD)).toEqual(['keep', 'keep'])
  })

  test('is not, on a worker’s phone, that a child is not alone: that is the lead’s to say', () => {
    const ofCase = (author: string, counter: number, value: string): Change => ({
      ...said(author, counter, { alert_child_alone: value }),
      type: 'case'
    })
    const kase = mergeChanges([ofCase(OURS, 1, 'open'), ofCase(OURS, 2, 'csw_informed'), ofCase(THEIRS, 3, 'not_so')])
    const kept = (role: Role) =>
      claimsOf(kase, 'alert_child_alone').map((claim) =>
        mayKeep(kase, settlementOf(kase, 'alert_child_alone', claim), role)
      )
    expect(kase.disputed).toEqual(['alert_child_alone'])
    expect(kept('worker')).toEqual([false, true])
    expect(kept('lead')).toEqual([true, true])
    expect(mayKeep(kase, { alert_doctor_now: 'not_so' }, 'worker')).toBe(true)
  })

  test('is nothing on a partner’s phone where the person took consent back: the team says what stands', () => {
    const ofReferral = (author: string, counter: number, state: string): Change => ({
      ...said(author, counter, { state }),
      type: 'referral'
    })
    const kept = (theirs: string) => {
      const referral = mergeChanges([
        ofReferral(OURS, 1, 'made'),
        ofReferral(OURS, 2, theirs),
        ofReferral(THEIRS, 3, 'accepted')
      ])
      expect(referral.disputed).toEqual(['state'])
      const claims = claimsOf(referral, 'state')
      return claims.map((claim) => mayKeep(referral, settlementOf(referral, 'state', claim), 'partner'))
    }
    expect(kept('withdrawn')).toEqual([false, false])
    expect(kept('declined')).toEqual([true, true])
  })

  test('is called just this one where three differ and it is not mine', () => {
    const three = mergeChanges([
      first,
      ...[OURS, THEIRS, THIRD].map((author, at) => arrival(author, at + 2, { boys: at + 2 }))
    ])
    const claims = claimsOf(three, 'boys')
    expect(claims.map((claim) => keepWords(claims, claim, OURS))).toEqual(['keep', 'keep', 'keepMine'])
  })
})

test('a record that was removed and used says what was done with it', () => {
  const removed = { ...said(OURS, 2, { removed: 1 }), over: [FIRST] }
  const record = mergeChanges([made, removed, said(THEIRS, 3, { state: 'accepted', stepAt: '2018-07-03T15' })])
  expect(record.disputed).toEqual(['removed'])
  const [used, gone] = claimsOf(record, 'removed')
  expect([used?.value, used?.authors, gone?.value, gone?.authors]).toEqual([0, [THEIRS], 1, [OURS]])
  expect(used && saidBehind(record, 'removed', used)).toEqual([{ name: 'state', value: 'accepted' }])
  expect(gone && saidBehind(record, 'removed', gone)).toEqual([])
})
