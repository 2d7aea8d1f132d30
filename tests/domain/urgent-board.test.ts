// Who is in danger and who has them: nobody is missing, nobody is there twice.
import { describe, expect, it } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import { dueSoon } from '#domain/review/due-soon.ts'
import { urgentBoard } from '#domain/review/urgent-board.ts'

const NOW = Date.parse('2026-11-28T19:00+01:00')
const MINA = '0a1b2c3d4e5f'

const record = (type: RecordType, id: string, fields: SharedFields): FieldRecord => ({
  type,
  id,
  author: MINA,
  disputed: [],
  fields: { met: '2026-11-28T18', zone: 'parks', ...fields }
})
const BOY = record('arrival', 'boy', { boys: 1, alone: 'yes' })
const caseOf = (fields: SharedFields, disputed: readonly string[] = []): FieldRecord => ({
  ...record('case', 'case', { arrival: 'boy', state: 'open', alert_child_alone: 'open', owner: MINA, ...fields }),
  disputed
})

const board = (...records: FieldRecord[]) => urgentBoard(records, { now: NOW, saidAt: () => NOW - 20 * 60_000 })
const columns = (...records: FieldRecord[]) => board(...records).map((card) => `${card.record.id} ${card.column}`)

describe('On the board', () => {
  it('an urgent arrival is new until somebody takes it, and then only its case is there', () => {
    expect(columns(BOY)).toEqual(['boy new'])
    expect(columns(BOY, caseOf({}))).toEqual(['case owned'])
    expect(columns(BOY, caseOf({ owner: 'nobody' }))).toEqual(['case new'])
  })

  it('a man who needs shoes is not', () => {
    expect(columns(record('arrival', 'man', { men: 1, needs: ['shoes'] }))).toEqual([])
  })

  it('a referral under way is waited for, but not by what must be done at once', () => {
    const referral = record('referral', 'referral', { arrival: 'boy', state: 'made' })
    for (const state of ['made', 'declined', 'did_not_come', 'done', 'closed'])
      expect(columns(BOY, { ...referral, fields: { ...referral.fields, state } })).toEqual(['boy new'])
    expect(columns(BOY, caseOf({}), referral)).toEqual(['case owned'])
    expect(columns(BOY, caseOf({ alert_child_alone: 'csw_informed' }), referral)).toEqual(['case waiting'])
    expect(columns(BOY, caseOf({ state: 'waiting', alert_child_alone: 'csw_informed' }))).toEqual(['case waiting'])
    expect(columns(BOY, caseOf({ state: 'waiting', owner: 'nobody' }))).toEqual(['case new'])
  })

  it('what was closed today stays until midnight', () => {
    const closed = { state: 'closed', alert_child_alone: 'csw_informed' }
    expect(columns(BOY, caseOf({ ...closed, stepAt: '2026-11-28T09' }))).toEqual(['case closed'])
    expect(columns(BOY, caseOf({ ...closed, stepAt: '2026-11-27T23' }))).toEqual([])
  })

  it('danger that is seen in a closed case, or while another phone closes it, is to be done and is told again', () => {
    const closed = { state: 'closed', stepAt: '2026-11-20T09', outcome: 'helped' }
    expect(columns(BOY, caseOf({ ...closed, alert_child_alone: 'csw_informed', alert_doctor_now: 'open' }))).toEqual([
      'case owned'
    ])
    const [card] = board(BOY, caseOf({ ...closed, owner: 'nobody' }))
    expect(card).toMatchObject({ column: 'new', waited: 15 })
    expect(card?.toldAgainAt).not.toEqual([])
  })

  it('whoever waits too long stands first, and who was taken twice says so', () => {
    const [first] = board(record('arrival', 'sick', { men: 1, urgent: ['at_risk'] }), BOY)
    expect(first).toMatchObject({ record: { id: 'boy' }, waited: 15, alerts: ['child_alone'] })
    expect(board(BOY, caseOf({}, ['owner']))[0]?.isTakenTwice).toBe(true)
    expect(board(BOY, caseOf({}))[0]?.isTakenTwice).toBe(false)
  })

  it('whoever takes somebody, or takes back that it was done, gets no more time; noted anew days later it is new', () => {
    const ago = (minutes: number) => NOW - minutes * 60_000
    const waited = (said: Readonly<Record<string, number>>, ...records: FieldRecord[]) =>
      urgentBoard(records, { now: NOW, saidAt: ({ id }, field) => ago(said[`${id} ${field}`] ?? said[id] ?? 0) })[0]
    const met = waited({ boy: 50 }, BOY)
    expect(met?.waited).toBe(30)
    expect(waited({ boy: 50, case: 1 }, BOY, caseOf({}))).toMatchObject({ waited: 30, toldAgainAt: met?.toldAgainAt })
    expect(waited({ boy: 50, case: 40, 'case alert_child_alone': 1 }, BOY, caseOf({}))?.waited).toBe(30)
    expect(waited({ boy: 600, case: 1 }, BOY, caseOf({}))?.waited).toBe(60)
    expect(waited({ boy: 9_000, case: 8_990, 'case alert_child_alone': 20 }, BOY, caseOf({}))?.waited).toBe(15)
    // What was learned later counts from then, however long they were known and whatever else is said after it.
    expect(waited({ boy: 600, 'boy alone': 20, 'boy urgent': 5 }, BOY)?.waited).toBe(15)
    expect(
      waited({ boy: 600, 'boy alone': 20, case: 590, 'case alert_child_alone': 20 }, BOY, caseOf({}))?.waited
    ).toBe(15)
  })

  it('people who were joined are once: as the case of one of them, or as the first that says they are in danger', () => {
    const met = '2026-11-28T17'
    const [man, again] = [
      record('arrival', 'man', { men: 1, met }),
      record('arrival', 'again', { boys: 1, alone: 'yes' })
    ]
    const same = (one: string, other: string) => record('sameness', `${one}-${other}`, { one, other, answer: 'same' })
    expect(columns(BOY, again)).toEqual(['boy new', 'again new'])
    expect(columns(man, again, BOY, same('boy', 'again'), same('man', 'again'))).toEqual(['again new'])
    expect(columns(again, BOY, caseOf({}), same('again', 'boy'))).toEqual(['case owned'])
    const sick = record('arrival', 'sick', { men: 1, urgent: ['sick_or_hurt'] })
    expect(board(BOY, sick, same('boy', 'sick')).map(({ alerts }) => alerts)).toEqual([['child_alone', 'doctor_now']])
    const referral = record('referral', 'referral', { arrival: 'again', state: 'made' })
    expect(columns(BOY, again, same('boy', 'again'), referral)).toEqual(['again new'])
  })

  it('a case that was closed while somebody noted a danger is open', () => {
    expect(columns(BOY, caseOf({ state: 'closed', stepAt: '2026-11-20T09' }))).toEqual(['case owned'])
  })

  it('a removed case gives its arrival back', () => {
    expect(columns(BOY, caseOf({ removed: 1 }))).toEqual(['boy new'])
  })
})

describe('What runs out next', () => {
  const due = (...records: FieldRecord[]) =>
    dueSoon(records, { now: NOW, exactEventsOf: () => ({}) }).map(({ what, isPast }) => [
      Object.values(what)[0],
      isPast
    ])

  it('is the 72 hours of the certificate, then what somebody comes back for', () => {
    const plan = record('follow_up', 'plan', { case: 'case', what: 'see_again', due: '2026-11-29T20', state: 'open' })
    expect(due(caseOf({ since_certificate: '2026-11-26T14' }), plan)).toEqual([
      ['report_to_centre', false],
      ['see_again', false]
    ])
    expect(due(caseOf({ since_certificate: '2026-11-25T14' }), plan)[0]).toEqual(['report_to_centre', true])
    const reported = caseOf({ since_certificate: '2026-11-25T14', since_reported: '2026-11-26T18' })
    expect(due(reported, plan)).toEqual([['see_again', false]])
    const refused = { since_refused_accelerated: '2026-11-22T00' }
    expect(due(caseOf(refused))).toEqual([['appeal_accelerated', false]])
    for (const end of ['granted', 'appealed'])
      expect(due(caseOf({ ...refused, [`since_${end}`]: '2026-11-25T00' }))).toEqual([])
  })

  it('is nothing of a closed case, of what was done, or of what the authority has time for', () => {
    const closed = { state: 'closed', alert_child_alone: 'csw_informed', since_certificate: '2026-11-26T14' }
    const done = record('follow_up', 'plan', { case: 'case', what: 'bring', due: '2026-11-29T10', state: 'done' })
    expect(due(caseOf(closed), done)).toEqual([])
    const informed = (hour: string) => caseOf({ alert_child_alone: 'csw_informed', since_csw_informed: hour })
    expect(due(informed('2026-11-28T18'))).toEqual([])
    expect(due(informed('2026-11-27T18'))).toEqual([['temp_accommodation_child', true]])
  })
})
