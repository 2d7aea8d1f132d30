// A shift begins, ends and is forgotten; who slept outside is counted once; and the next team is told whom it has to think of.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import { ZONES } from '#domain/codes/zones.ts'
import type { FieldRecord, RecordType } from '#domain/records/record.ts'
import { clockOf, isRunning, SHIFT_STATES, startLike, takeShiftStep } from '#domain/records/shift.ts'
import { appointmentsFrom, waitingForRegistration } from '#domain/review/hand-over.ts'
import { monthPeriod } from '#domain/review/period.ts'
import { morningsIn, sleptOut } from '#domain/review/slept-out.ts'

const TODAY = '2026-11-28'
const at = (clock: string) => Date.parse(`${TODAY}T${clock}+01:00`)

const record = (type: RecordType, id: string, fields: SharedFields): FieldRecord => ({
  type,
  id,
  author: '0a1b2c3d4e5f',
  disputed: [],
  fields: { met: `${TODAY}T06`, zone: 'parks', ...fields }
})

describe('A shift', () => {
  const fields = { met: `${TODAY}T06`, zone: 'parks', state: 'on', languages: ['ps'] }

  it('goes on until somebody ends it, and what was ended by mistake goes on', () => {
    expect(isRunning(fields, at('13:00'))).toBe(true)
    expect(takeShiftStep(fields, 'over')).toEqual({ ok: true, value: 'over' })
    const over = { ...fields, state: 'over', stepAt: `${TODAY}T14` }
    expect(isRunning(over, at('14:10'))).toBe(false)
    expect(takeShiftStep(over, 'on')).toEqual({ ok: true, value: 'on' })
    expect([clockOf(over, 'met'), clockOf(over, 'stepAt'), clockOf(fields, 'stepAt')]).toEqual(['06:00', '14:00', ''])
  })

  it('takes no step it has taken already, and says which it may take', () => {
    for (const state of SHIFT_STATES) {
      expect(takeShiftStep({ ...fields, state }, state)).toEqual({
        ok: false,
        refusal: { why: 'not_a_step', legal: SHIFT_STATES.filter((other) => other !== state) }
      })
    }
  })

  it('that nobody ended is over after sixteen hours, also over the night on which the clock changes', () => {
    expect(isRunning(fields, at('21:59'))).toBe(true)
    expect(isRunning(fields, at('22:00'))).toBe(false)
    const autumn = { ...fields, met: '2026-10-24T18' }
    expect(isRunning(autumn, Date.parse('2026-10-25T08:59+01:00'))).toBe(true)
    expect(isRunning(autumn, Date.parse('2026-10-25T09:00+01:00'))).toBe(false)
  })

  it('with a state that a newer phone wrote goes on, and one without an hour does not', () => {
    expect(isRunning({ ...fields, state: 'at_lunch' }, at('13:00'))).toBe(true)
    expect(isRunning({ ...fields, met: 'morning' }, at('13:00'))).toBe(false)
  })

  it('is offered to begin as the last one did, without languages nobody knows', () => {
    expect(startLike({ ...fields, crew: 3, languages: ['ps', 'klingon'] })).toEqual({ crew: 3, languages: ['ps'] })
    expect(startLike({})).toEqual({ languages: [] })
  })
})

describe('Who slept outside', () => {
  const counted = (id: string, fields: SharedFields) =>
    record('dawn_count', id, { men: 0, women: 0, children: 0, unseen: 0, ...fields })

  it('is counted area by area, and an area where nobody was is among them', () => {
    const records = [
      counted('a', { men: 12, children: 1, unseen: 4 }),
      counted('b', { zone: 'railway' }),
      counted('c', { men: 9, met: '2026-11-27T06' }),
      counted('d', { zone: 'krnjaca', men: 5, removed: 1 })
    ]
    expect(sleptOut(records, TODAY)).toEqual({
      people: 17,
      rows: [
        { zone: 'parks', men: 12, women: 0, children: 1, unseen: 4, people: 17, counts: 1 },
        { zone: 'railway', men: 0, women: 0, children: 0, unseen: 0, people: 0, counts: 1 }
      ]
    })
  })

  it('of several mornings is each for itself, and a morning nobody counted is not among them', () => {
    const records = [
      counted('a', { men: 12 }),
      counted('b', { men: 9, met: '2026-11-26T06' }),
      counted('c', { men: 1, met: '2026-10-31T06' })
    ]
    expect(morningsIn(records, monthPeriod('2026-11')).map(({ day, people }) => [day, people])).toEqual([
      ['2026-11-26', 9],
      [TODAY, 12]
    ])
  })

  it('of two counts of one area is the higher one, never the sum, whichever came first', () => {
    const [mina, omar] = [counted('a', { men: 12 }), counted('b', { men: 10, children: 5 })]
    for (const records of [
      [mina, omar],
      [omar, mina]
    ]) {
      expect(sleptOut(records, TODAY)).toMatchObject({ people: 15, rows: [{ men: 10, children: 5, counts: 2 }] })
    }
  })

  it('adds up, whatever was counted where and in whatever order it came', () => {
    const count = fc.record({
      zone: fc.constantFrom(...ZONES, 'moon_base'),
      men: fc.nat(500),
      women: fc.nat(500),
      children: fc.nat(500),
      unseen: fc.nat(500)
    })
    fc.assert(
      fc.property(fc.array(count, { maxLength: 20 }), fc.nat(), (counts, turn) => {
        const records = counts.map((fields, place) => counted(`c${String(place).padStart(2, '0')}`, fields))
        const found = sleptOut(records, TODAY)
        expect(found.people).toBe(found.rows.reduce((sum, { people }) => sum + people, 0))
        expect(found.rows.reduce((sum, row) => sum + row.counts, 0)).toBe(records.length)
        for (const { men, women, children, unseen, people } of found.rows) {
          expect(people).toBe(men + women + children + unseen)
        }
        const from = turn % (records.length + 1)
        expect(sleptOut([...records.slice(from), ...records.slice(0, from)], TODAY)).toEqual(found)
      })
    )
  })
})

describe('The next team', () => {
  it('hears of appointments that are still to come, the soonest first', () => {
    const referral = (id: string, fields: SharedFields) => record('referral', id, { state: 'appointment', ...fields })
    const records = [
      referral('late', { appointment: `${TODAY}T09` }),
      referral('evening', { appointment: `${TODAY}T18` }),
      referral('noon', { appointment: `${TODAY}T12` }),
      referral('came', { appointment: `${TODAY}T18`, state: 'done' }),
      referral('gone', { appointment: `${TODAY}T18`, removed: 1 }),
      referral('garbled', { appointment: 'soon' })
    ]
    expect(appointmentsFrom(records, `${TODAY}T12`).map(({ id }) => id)).toEqual(['noon', 'evening'])
  })

  const asks = { wantsAsylum: 'yes' }
  const waiting = (...records: FieldRecord[]) => waitingForRegistration(records, TODAY).map(({ id }) => id)
  const man = record('arrival', 'man', { ...asks, men: 1, met: '2026-11-27T08' })

  it('hears who waits for the police: children alone, families, women, and then whoever came first', () => {
    expect(
      waiting(
        record('arrival', 'men', { ...asks, men: 4, met: '2026-11-28T05' }),
        man,
        record('arrival', 'woman', { ...asks, women: 1 }),
        record('arrival', 'family', { ...asks, men: 1, girls: 2 }),
        record('arrival', 'boy', { ...asks, boys: 1, alone: 'yes' }),
        record('arrival', 'cousins', { ...asks, men: 1, boys: 1, urgent: ['child_alone'], met: '2026-11-28T07' }),
        record('arrival', 'passing', { men: 1, wantsAsylum: 'no' }),
        record('arrival', 'along', { men: 1, needs: ['reg_accompany'], met: '2026-11-28T07' })
      )
    ).toEqual(['boy', 'cousins', 'family', 'woman', 'man', 'men', 'along'])
  })

  it('no more of those who have the certificate, were gone along with, or whose case is closed', () => {
    const kase = (fields: SharedFields) => record('case', 'case', { arrival: 'man', state: 'open', ...fields })
    expect(waiting(man, kase({}))).toEqual(['man'])
    expect(waiting(man, kase({ need_reg_accompany: 'unavailable' }))).toEqual(['man'])
    expect(waiting(man, kase({ since_certificate: `${TODAY}T05` }))).toEqual([])
    expect(waiting(man, kase({ since_lodged: `${TODAY}T05` }))).toEqual([])
    expect(waiting(man, kase({ since_reported: `${TODAY}T05` }))).toEqual([])
    for (const later of ['granted', 'refused', 'refused_border', 'appealed', 'appeal_refused', 'court'])
      expect(waiting(man, kase({ [`since_${later}`]: `${TODAY}T00` }))).toEqual([])
    expect(waiting(man, kase({ since_held: `${TODAY}T00` }))).toEqual(['man'])
    expect(waiting(man, kase({ since_certificate: 'taken_back' }))).toEqual(['man'])
    expect(waiting(man, kase({ need_reg_accompany: 'given' }))).toEqual([])
    expect(waiting(man, kase({ state: 'closed' }))).toEqual([])
    expect(waiting(man, kase({ state: 'closed', removed: 1 }))).toEqual(['man'])
  })

  it('how far it came with those whom somebody went along with, and of people turned away until they are registered', () => {
    const kase = (fields: SharedFields = {}) => record('case', 'case', { arrival: 'passing', state: 'open', ...fields })
    const going = (id: string, fields: SharedFields) =>
      record('accompaniment', id, { case: 'case', to: 'reg_accompany', stepAt: `${TODAY}T08`, ...fields })
    const list = (...records: FieldRecord[]) =>
      waitingForRegistration([record('arrival', 'passing', { men: 1 }), ...records], TODAY)
    expect(list(kase(), going('first', { state: 'set_out' }))).toEqual([{ id: 'passing', going: 'first' }])
    const turnedAway = going('first', { state: 'refused', reason: 'interpreter' })
    expect(list(kase({ need_reg_accompany: 'given' }), turnedAway)).toEqual([{ id: 'passing', going: 'first' }])
    const again = going('again', { state: 'waiting', stepAt: `${TODAY}T10` })
    expect(list(kase(), again, turnedAway)).toEqual([{ id: 'passing', going: 'again' }])
    for (const state of ['certificate', 'transport', 'arrived']) {
      expect(list(kase(), going('again', { state }), turnedAway)).toEqual([])
    }
    expect(list(kase(), going('first', { state: 'ended' }))).toEqual([])
    expect(list(kase({ need_reg_accompany: 'open' }), going('first', { state: 'ended' }))).toHaveLength(1)
    expect(list(kase(), going('doctor', { to: 'medical', state: 'waiting' }))).toEqual([])
    expect(list(kase({ state: 'closed' }), turnedAway)).toEqual([])
  })

  it('of people who were logged twice it hears once, and one case stands for both', () => {
    const again = record('arrival', 'same man', { ...asks, men: 1 })
    const joined = record('sameness', 'joined', { one: 'man', other: 'same man', answer: 'same' })
    expect(waiting(man, again)).toEqual(['man', 'same man'])
    expect(waiting(man, again, joined)).toEqual(['man'])
    const kase = record('case', 'case', { arrival: 'same man', state: 'open', since_certificate: `${TODAY}T05` })
    expect(waiting(man, again, joined, kase)).toEqual([])
  })

  it('of people without a case it hears for a week', () => {
    const before = record('arrival', 'before', { ...asks, men: 1, met: '2026-11-20T23' })
    expect(waiting(before)).toEqual([])
    expect(waiting(before, record('case', 'case', { arrival: 'before', state: 'open' }))).toEqual(['before'])
  })
})
