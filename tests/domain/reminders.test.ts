// When a phone reminds: early enough to do something, of what is its own, and never of what has passed.
import { describe, expect, it } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import { dueSoon } from '#domain/review/due-soon.ts'
import { remindersOf, remindersOfDanger } from '#domain/review/reminders.ts'
import { urgentBoard } from '#domain/review/urgent-board.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'

const MINE = '0a1b2c3d4e5f'
const at = (time: string) => Date.parse(`${time}+01:00`)
const record = (type: RecordType, id: string, fields: SharedFields): FieldRecord => ({
  type,
  id,
  author: MINE,
  disputed: [],
  fields: { met: '2026-11-24T10', zone: 'parks', ...fields }
})
const kase = (fields: SharedFields = {}) => record('case', 'case', { state: 'open', owner: MINE, ...fields })
const reminders = (records: readonly FieldRecord[], now: number, device?: string) =>
  remindersOf(dueSoon(records, { now, exactEventsOf: () => ({ certificate: at('2026-11-24T10:20') }) }), {
    now,
    ...(device !== undefined && { device })
  }).map((moment) => new Date(moment).toISOString())

describe('A lead’s phone reminds of who is in danger', () => {
  const raised = at('2026-11-24T12:00')
  const boy = record('arrival', 'boy', { boys: 1, alone: 'yes', met: '2026-11-24T12' })
  const minutesAfter = (now: number, ...records: FieldRecord[]) =>
    remindersOfDanger(urgentBoard(records, { now, saidAt: () => raised }), now).map(
      (moment) => (moment - raised) / 60_000
    )

  it('15, 30 and 60 minutes after it should have been done, whoever has it, and no more once it is', () => {
    const taken = record('case', 'case', { arrival: 'boy', state: 'open', owner: MINE, alert_child_alone: 'open' })
    for (const there of [[boy], [boy, taken]]) expect(minutesAfter(raised, ...there)).toEqual([15, 30, 60])
    expect(minutesAfter(raised + 15 * 60_000, boy, taken)).toEqual([30, 60])
    expect(minutesAfter(raised + 60 * 60_000, boy, taken)).toEqual([])
    const done = { ...taken, fields: { ...taken.fields, alert_child_alone: 'csw_informed' } }
    expect(minutesAfter(raised, boy, done)).toEqual([])
  })

  it('once for two who should have been helped at one moment, and later where there was longer time', () => {
    const other = { ...boy, id: 'other' }
    const atRisk = record('arrival', 'woman', { women: 1, urgent: ['at_risk'], met: '2026-11-24T12' })
    expect(minutesAfter(raised, boy, other)).toEqual([15, 30, 60])
    expect(minutesAfter(raised, atRisk)).toEqual([15, 30, 60].map((minutes) => 24 * 60 + minutes))
  })
})

describe('A phone reminds', () => {
  const certified = kase({ since_certificate: '2026-11-24T10' })

  it('a day and three hours before the 72 hours are over, and not of what has passed', () => {
    const [aDay, threeHours] = ['2026-11-26T09:20:00.000Z', '2026-11-27T06:20:00.000Z']
    expect(reminders([certified], at('2026-11-24T12:00'), MINE)).toEqual([aDay, threeHours])
    expect(reminders([certified], at('2026-11-26T10:20'), MINE)).toEqual([threeHours])
    expect(reminders([certified], at('2026-11-27T09:00'), MINE)).toEqual([])
  })

  it('of an appeal until it is made', () => {
    const refused = { since_refused_border: '2026-11-20T00' }
    expect(reminders([kase(refused)], at('2026-11-24T12:00'), MINE)).not.toEqual([])
    const appealed = kase({ ...refused, since_appealed: '2026-11-23T00' })
    expect(reminders([appealed], at('2026-11-24T12:00'), MINE)).toEqual([])
  })

  it('when somebody is to be met again, once for two of one hour', () => {
    const due = { case: 'case', what: 'go_along', due: '2026-11-24T15', state: 'open' }
    const records = [kase(), record('follow_up', 'one', due), record('follow_up', 'two', due)]
    expect(reminders(records, at('2026-11-24T12:00'), MINE)).toEqual(['2026-11-24T14:00:00.000Z'])
    const done = record('follow_up', 'one', { ...due, state: 'done' })
    expect(reminders([kase(), done], at('2026-11-24T12:00'), MINE)).toEqual([])
  })

  it('a day and three hours before a partner expects people, whoever referred them and the lead', () => {
    const expected = record('referral', 'referral', { state: 'appointment', appointment: '2026-11-26T10' })
    const [aDay, threeHours] = ['2026-11-25T09:00:00.000Z', '2026-11-26T06:00:00.000Z']
    expect(reminders([expected], at('2026-11-24T12:00'), MINE)).toEqual([aDay, threeHours])
    expect(reminders([expected], at('2026-11-24T12:00'))).toEqual([aDay, threeHours])
    expect(reminders([expected], at('2026-11-24T12:00'), 'ffffffffffff')).toEqual([])
    const helped = { ...expected, fields: { ...expected.fields, state: 'done' } }
    expect(reminders([helped], at('2026-11-24T12:00'), MINE)).toEqual([])
  })

  it('of what it has taken and of what nobody has; a lead is reminded of all, nobody of a closed case', () => {
    const now = at('2026-11-24T12:00')
    const of = (fields: SharedFields, device?: string) =>
      reminders([{ ...certified, fields: { ...certified.fields, ...fields } }], now, device).length
    expect(of({ owner: 'nobody' }, MINE)).toBe(2)
    expect(of({ owner: 'ffffffffffff' }, MINE)).toBe(0)
    expect(of({ owner: 'ffffffffffff' })).toBe(2)
    expect(of({ state: 'closed' })).toBe(0)
  })
})
