import { describe, expect, it } from 'vitest'
import type { SharedFields } from '#domain/code.ts'
import { NEW_ARRIVAL } from '#domain/form/new-arrival.ts'
import { misfitOf } from '#domain/records/validity.ts'

const older = { ...NEW_ARRIVAL, questions: NEW_ARRIVAL.questions.slice(0, 4) }
const newer = { ...NEW_ARRIVAL, version: 2 }
const misfit = (type: string, fields: SharedFields) => misfitOf(type, fields, [newer, older])

describe('An arrival', () => {
  const arrival = { form: 'new_arrival', formVersion: 2, met: '2018-07-03T19', zone: 'parks', men: 1, language: 'ps' }

  it('fits with the answers of the form version it names', () => {
    expect(misfit('arrival', arrival)).toBeUndefined()
    expect(misfit('arrival', { ...arrival, formVersion: 1 })).toBe('unknown_field')
    expect(misfit('arrival', { ...arrival, formVersion: 3 })).toBe('unknown_form')
    expect(misfit('arrival', { ...arrival, form: 'nobody' })).toBe('unknown_form')
  })

  it('has an hour, a zone and a removal of their lists, whatever the form', () => {
    for (const wrong of [{ met: 'yesterday' }, { zone: 'Ahmad' }, { removed: 2 }, { formVersion: 0 }] as const) {
      expect(misfit('arrival', { ...arrival, ...wrong })).toBe('bad_value')
      expect(misfit('arrival', wrong)).toBe('bad_value')
    }
  })

  it('can be edited, taken out and put back without naming its form', () => {
    for (const edit of [{ women: 2 }, { language: 'fa' }, { removed: 1 }, { removed: 0 }]) {
      expect(misfit('arrival', edit)).toBeUndefined()
    }
    expect(misfit('arrival', { nickname: 'x' })).toBe('unknown_field')
  })
})

it('A case and what hangs on it have codes, hours and phones, and not a word besides', () => {
  expect(misfit('case', { need_medical: 'given', alert_child_alone: 'csw_informed' })).toBeUndefined()
  expect(misfit('case', { since_certificate: '2026-11-26T14', owner: '0a1b2c3d4e5f' })).toBeUndefined()
  expect(misfit('case', { state: 'closed', outcome: 'helped', stepAt: '2026-11-26T14' })).toBeUndefined()
  expect(misfit('case', { owner: 'nobody', removed: 1 })).toBeUndefined()
  for (const event of ['granted', 'appealed', 'court', 'challenged', 'released'])
    expect(misfit('case', { [`since_${event}`]: '2026-11-26T00' })).toBeUndefined()
  for (const wrong of [
    { need_medical: 'Ahmad' },
    { need_house: 'given' },
    { alert_child_alone: 'doctor_came' },
    { since_certificate: '2026-11-26T14:20' },
    { owner: 'Mina' },
    { state: 'lost' },
    { note: 'x' }
  ]) {
    expect(misfit('case', wrong)).toBe('bad_value')
  }
  expect(misfit('contact', { case: '0a1b2c3d4e5f-1', given: ['clothes'], zone: 'parks' })).toBeUndefined()
  expect(misfit('contact', { place: '44.81' })).toBe('bad_value')
  expect(misfit('follow_up', { what: 'see_again', due: '2026-11-26T14', state: 'open' })).toBeUndefined()
  expect(misfit('follow_up', { what: 'call Ahmad' })).toBe('bad_value')
})

it('A count and a referral have fields of their own and no others', () => {
  expect(misfit('tally', { class: 'centre', count: 1, removed: 0 })).toBeUndefined()
  expect(misfit('tally', { class: 'nobody' })).toBe('bad_value')
  expect(misfit('referral', { state: 'declined', reason: 'full', stepAt: '2018-07-03T19' })).toBeUndefined()
  expect(misfit('referral', { state: 'lost' })).toBe('bad_value')
  expect(misfit('referral', { men: 1 })).toBe('bad_value')
})

it('A hand-out and a change of the stock have items and sizes of their lists, and counts of whole things', () => {
  const shoes = { item: 'shoes', count: 1, end: 'missing', size: '43', met: '2026-11-28T19', zone: 'parks' }
  expect(misfit('handout', shoes)).toBeUndefined()
  expect(misfit('handout', { ...shoes, arrival: '0a1b2c3d4e5f-1' })).toBeUndefined()
  for (const wrong of [
    { item: 'gold' },
    { size: '43 and wet' },
    { count: -1 },
    { count: 0.5 },
    { end: 'sold' },
    { name: 'x' }
  ]) {
    expect(misfit('handout', { ...shoes, ...wrong })).toBe('bad_value')
  }
  expect(misfit('stock', { item: 'blanket', movement: 'counted', count: 0 })).toBeUndefined()
  expect(misfit('stock', { item: 'blanket', movement: 'stolen', count: 3 })).toBe('bad_value')
  expect(misfit('stock', { item: 'blanket', movement: 'arrived', count: 10_000 })).toBe('bad_value')
})

it('An accompaniment has codes and hours, and no word of what the police write down', () => {
  const along = { case: '0a1b2c3d4e5f-1', to: 'reg_accompany', owner: '0a1b2c3d4e5f', state: 'set_out' }
  expect(misfit('accompaniment', { ...along, met: '2026-11-28T19', zone: 'parks' })).toBeUndefined()
  expect(misfit('accompaniment', { state: 'refused', reason: 'guardian', stepAt: '2026-11-28T20' })).toBeUndefined()
  expect(misfit('accompaniment', { state: 'intention', place: 'new_belgrade' })).toBeUndefined()
  for (const wrong of [
    { to: 'gbv_support' },
    { state: 'lost' },
    { owner: 'Mina' },
    { reason: 'full' },
    { place: 'third bench by the fountain' },
    { stepAt: '2026-11-28T20:14' },
    { name: 'Parwana' },
    { birth: '2001-02-03' }
  ]) {
    expect(misfit('accompaniment', wrong)).toBe('bad_value')
  }
  expect(misfit('case', { since_certificate: 'taken_back' })).toBeUndefined()
  expect(misfit('case', { since_certificate: 'never' })).toBe('bad_value')
})

it('A card that was given has the hash of its code and never the code', () => {
  const given = {
    card: 'ab'.repeat(16),
    arrival: '0a1b2c3d4e5f-1',
    until: '2026-12-28',
    met: '2026-11-28T19',
    zone: 'parks'
  }
  expect(misfit('card_given', given)).toBeUndefined()
  expect(misfit('card_given', { ...given, card: 'K7QM4TXG' })).toBe('bad_value')
  expect(misfit('card_given', { ...given, until: 'soon' })).toBe('bad_value')
  expect(misfit('handout', { item: 'shoes', card: 'K7QM4TXG' })).toBe('bad_value')
})

it('A shift and a dawn count have whole people, areas and languages of the lists, and no name', () => {
  const shift = { met: '2026-11-28T06', zone: 'parks', crew: 2, languages: ['ps'], state: 'on' }
  expect(misfit('shift', shift)).toBeUndefined()
  expect(misfit('shift', { state: 'over', stepAt: '2026-11-28T14' })).toBeUndefined()
  for (const wrong of [{ crew: 0 }, { crew: 21 }, { languages: ['klingon'] }, { state: 'lunch' }, { lead: 'Mina' }]) {
    expect(misfit('shift', { ...shift, ...wrong })).toBe('bad_value')
  }
  const count = { met: '2026-11-28T06', zone: 'parks', men: 12, women: 0, children: 1, unseen: 4 }
  expect(misfit('dawn_count', count)).toBeUndefined()
  for (const wrong of [{ men: -1 }, { men: 0.5 }, { unseen: 10_000 }, { zone: 'bench 3' }, { girls: 1 }]) {
    expect(misfit('dawn_count', { ...count, ...wrong })).toBe('bad_value')
  }
})

it('A check of a service names one service and what was found, and no sentence', () => {
  const check = { service: '00000000-0000-4000-8000-00000000000a', found: 'closed', met: '2026-11-28T06' }
  expect(misfit('service_check', check)).toBeUndefined()
  for (const wrong of [{ found: 'burnt_down' }, { service: 'clinic' }, { met: 'today' }, { note: 'x' }]) {
    expect(misfit('service_check', { ...check, ...wrong })).toBe('bad_value')
  }
})

it('A kind of record that nobody knows is said to be that', () => {
  expect(misfit('dance', {})).toBe('unknown_type')
})
