// What a lead types about a service becomes an entry, or is refused where it stands; what the form does not show is kept.
import { expect, test } from 'vitest'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import type { Service } from '#domain/directory/directory.ts'
import { flawsOf } from '#domain/directory/entry-flaws.ts'
import { openingAt } from '#domain/directory/opening.ts'
import { entryToTyped, type TypedEntry, typedToEntry } from '#domain/directory/typed-entry.ts'

const TODAY = '2026-11-23'
const ID = '00000000-0000-4000-8000-0000000000e1'
const PROVIDER = '00000000-0000-4000-8000-0000000000e2'

const typed = (differently: Partial<TypedEntry> = {}): TypedEntry => ({
  ...entryToTyped(undefined),
  name: { en: 'Night shelter', sr: 'Prenoćište' },
  providerId: PROVIDER,
  needs: ['accommodation'],
  source: 'asked there',
  isChecked: true,
  ...differently
})
const asService = (differently: Partial<TypedEntry>, before?: Service) =>
  typedToEntry(typed(differently), { kind: 'service', id: ID, today: TODAY, before })
const made = (differently: Partial<TypedEntry>, before?: Service): Service => {
  const entry = asService(differently, before)
  if (!entry.ok || entry.value.kind !== 'service') throw new Error(JSON.stringify(entry))
  return entry.value
}
const week = (monday: string, differently: Partial<TypedEntry['hours']> = {}) => ({
  hours: { MO: monday, TU: '', WE: '', TH: '', FR: '', SA: '', SU: '', ...differently }
})

test('Every entry of the Belgrade directory passes through the form unchanged, and none has a flaw', () => {
  for (const entry of BELGRADE) {
    const { id, kind } = entry
    expect(typedToEntry(entryToTyped(entry), { kind, id, today: TODAY, before: entry })).toEqual({
      ok: true,
      // That nobody of the team has looked there is said of what a worker may report.
      value: kind === 'service' ? { ...entry, typedAt: 0 } : entry
    })
    expect(flawsOf(entry)).toEqual([])
  }
})

test('Hours are typed a day a line, and equal days become one row', () => {
  const { hours } = made(week('9-12 13:00-17', { TU: '09:00-12:00, 13:00-17:00', SU: '20:00-24:00' }))
  expect(hours).toEqual([
    { byday: ['MO', 'TU'], opensAt: '09:00', closesAt: '12:00' },
    { byday: ['MO', 'TU'], opensAt: '13:00', closesAt: '17:00' },
    { byday: ['SU'], opensAt: '20:00', closesAt: '24:00' }
  ])
  expect(made(week('')).hours).toBe('unknown')
})

test.each([
  ['17:00-09:00', 'order'],
  ['09:00-09:00', 'order'],
  ['09:00-12:00 11:00-13:00', 'overlap'],
  ['nine to five', 'times'],
  ['25:00-26:00', 'times'],
  ['09:60-10:00', 'times']
])('Hours like %s are refused on their day: %s', (text, why) => {
  expect(asService(week(text))).toEqual({ ok: false, refusal: [{ field: 'hours.MO', why }] })
})

test('A holiday is closed, and a day with other hours has those alone', () => {
  const { hours, exceptions } = made({
    ...week('09:00-17:00', { TU: '09:00-17:00' }),
    exceptions: '2026-11-23\n2026-11-24 10:00-12:00\n2026-12-24 2027-01-08'
  })
  const at = (iso: string) => openingAt(hours, Date.parse(iso), exceptions)
  expect(at('2026-11-23T10:00+01:00')).toEqual({ state: 'closed', opensAt: { day: '2026-11-24', time: '10:00' } })
  expect(at('2026-11-24T11:00+01:00')).toEqual({ state: 'open', closesAt: '12:00' })
  expect(at('2026-12-28T11:00+01:00')).toEqual({ state: 'closed', opensAt: { day: '2027-01-11', time: '09:00' } })
})

test.each([
  ['2026-02-30', 'dates'],
  ['Christmas', 'dates'],
  ['2026-12-31 2026-12-25', 'order'],
  ['2026-12-25 10-9', 'order'],
  ['2026-12-20 2026-12-26\n2026-12-25 10:00-12:00', 'overlap']
])('Days like %j are refused: %s', (exceptions, why) => {
  expect(asService({ exceptions })).toEqual({ ok: false, refusal: [{ field: 'exceptions', why }] })
})

test('All that is wrong is said at once, each where it stands', () => {
  const wrong = asService({
    name: { en: ' ', sr: '' },
    providerId: '',
    needs: [],
    minimumAge: 'old',
    available: '3',
    maximum: '2',
    phones: 'ask Mina'
  })
  const fields = wrong.ok ? [] : wrong.refusal.map(({ field, why }) => `${field} ${why}`)
  expect(fields).toEqual(
    expect.arrayContaining(['name missing', 'provider choose', 'needs choose', 'minimumAge number'])
  )
  const later = asService({ minimumAge: '18', maximumAge: '12', available: '3', maximum: '2', phones: 'ask Mina' })
  expect(later).toEqual({
    ok: false,
    refusal: [
      { field: 'maximumAge', why: 'order' },
      { field: 'maximum', why: 'order' },
      { field: 'phones', why: 'phone' }
    ]
  })
})

test.each([
  ['another street', { address: 'Savska 1' }],
  ['another city', { city: 'Subotica' }],
  ['another area', { zone: 'elsewhere' }]
] as const)(
  'A place that moves to %s is not shown where it was; one that is called differently is',
  (_where, moved) => {
    const before = BELGRADE.find(
      (entry) => entry.kind === 'place' && entry.point !== undefined && entry.zone !== 'elsewhere'
    )
    if (before?.kind !== 'place') throw new Error('No place with a point')
    const edit = (differently: Partial<TypedEntry>) =>
      typedToEntry({ ...entryToTyped(before), ...differently }, { kind: 'place', id: before.id, today: TODAY, before })
    const elsewhere = edit(moved)
    expect(elsewhere).toMatchObject({ ok: true, value: moved })
    expect(elsewhere.ok && 'point' in elsewhere.value).toBe(false)
    expect(edit({ name: { en: 'The house', sr: '' } })).toMatchObject({ ok: true, value: { point: before.point } })
  }
)

test('English written anew drops what other languages said of the old; a number keeps its note; a check clears the doubt', () => {
  const before: Service = {
    ...made({ phones: '192' }),
    name: { en: 'Night shelter', ar: 'مأوى ليلي' },
    phones: [{ number: '192', note: { en: 'at night' } }],
    caution: { en: 'Call first' },
    lastChecked: '2019',
    toVerify: true
  }
  const again = entryToTyped(before)
  const context = { kind: 'service', id: ID, today: TODAY, before } as const
  const renamed = typedToEntry({ ...again, name: { en: 'Day shelter', sr: '' } }, context)
  expect(renamed).toMatchObject({
    ok: true,
    value: {
      name: { en: 'Day shelter' },
      phones: before.phones,
      caution: before.caution,
      lastChecked: '2019',
      toVerify: true
    }
  })
  expect(renamed.ok && 'ar' in renamed.value.name).toBe(false)
  const checked = typedToEntry({ ...again, isChecked: true }, context)
  expect(checked).toMatchObject({ ok: true, value: { name: before.name, lastChecked: TODAY, toVerify: false } })
  expect(checked.ok && 'caution' in checked.value).toBe(false)
})
