// "Is my work safe?" is answered from where each record stands, and never better than it is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupByStanding, workStateOf } from '#app/screens/phone/own-work.ts'
import { REASON_OF } from '#app/screens/phone/reasons.ts'
import type { Standing } from '#device/letterbox/letterbox-view.ts'

const NOTHING = { needsYou: 0, waiting: 0, withTeam: 0 }

describe('the headline', () => {
  it('says that everything is with the team only when nothing at all waits', () => {
    fc.assert(
      fc.property(
        fc.record({ needsYou: fc.nat(2), waiting: fc.nat(2), withTeam: fc.nat(2) }),
        fc.nat(2),
        (summary, changes) => {
          const { is } = workStateOf({ summary, waitingChanges: changes, lastContact: 1 })
          expect(is === 'all_sent').toBe(summary.needsYou + summary.waiting + changes === 0)
        }
      )
    )
  })

  it('puts what needs a person before what goes by itself', () => {
    const summary = { needsYou: 2, waiting: 5, withTeam: 1 }
    expect(workStateOf({ summary, waitingChanges: 5, lastContact: 1 })).toEqual({ is: 'needs_you', count: 2 })
  })

  it('counts the records that wait', () => {
    const summary = { needsYou: 0, waiting: 3, withTeam: 1 }
    expect(workStateOf({ summary, waitingChanges: 4 })).toEqual({ is: 'waiting', count: 3 })
  })

  it('does not forget a record that was taken away while its taking away still waits', () => {
    expect(workStateOf({ summary: NOTHING, waitingChanges: 1, lastContact: 1 })).toEqual({ is: 'changes_wait' })
  })

  it('claims nothing on a phone that has saved nothing and heard nothing', () => {
    expect(workStateOf({ summary: NOTHING, waitingChanges: 0 })).toEqual({ is: 'nothing_yet' })
  })
})

describe('the list', () => {
  const why = fc.constantFrom(...(Object.keys(REASON_OF) as (keyof typeof REASON_OF)[]))
  const standing: fc.Arbitrary<Standing> = fc.oneof(
    fc.constantFrom<Standing>({ state: 'here' }, { state: 'sending' }, { state: 'team' }, { state: 'team', at: 1 }),
    why.map((reason) => ({ state: 'needs_you' as const, why: reason }))
  )
  const own = fc
    .array(fc.tuple(standing, fc.boolean()))
    .map((all) => all.map(([one, hasTwoAnswers], record) => ({ record, standing: one, hasTwoAnswers })))

  it('shows every record once, and each group in the order of the day', () => {
    fc.assert(
      fc.property(own, (records) => {
        const { needsYou, here, sending, team } = groupByStanding(records)
        const groups = [...needsYou.map((group) => group.records), here, sending, team]
        expect(groups.flat().sort((a, b) => a - b)).toEqual(records.map(({ record }) => record))
        for (const group of groups) expect(group).toEqual([...group].sort((a, b) => a - b))
      })
    )
  })

  it('says one reason once, however many wire reasons ask for the same', () => {
    const records = [
      { record: 'first', standing: { state: 'needs_you', why: 'twin' }, hasTwoAnswers: true },
      { record: 'second', standing: { state: 'needs_you', why: 'unknown_form' }, hasTwoAnswers: false },
      { record: 'third', standing: { state: 'needs_you', why: 'unknown_field' }, hasTwoAnswers: false }
    ] as const
    expect(groupByStanding(records).needsYou).toEqual([
      { reason: 'twin', records: ['first'] },
      { reason: 'newer', records: ['second', 'third'] }
    ])
  })

  it('asks which of two answers holds, whether or not the record is with the team', () => {
    const records = [
      { record: 'first', standing: { state: 'team' }, hasTwoAnswers: true },
      { record: 'second', standing: { state: 'here' }, hasTwoAnswers: true },
      { record: 'third', standing: { state: 'team' }, hasTwoAnswers: false }
    ] as const
    const { needsYou, here, team } = groupByStanding(records)
    expect(needsYou).toEqual([{ reason: 'twoAnswers', records: ['first', 'second'] }])
    expect([here, team]).toEqual([[], ['third']])
  })
})
