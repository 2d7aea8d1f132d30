// A file of HSDS taken in: what would change is said first, nothing is overwritten unsaid, and one bad row keeps all of it out.
import { describe, expect, test } from 'vitest'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFile, toJsonFile, toTablesFile } from '#device/library/hsds-files.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import { type ServiceCheck, withChecks } from '#domain/directory/checks.ts'
import type { DirectoryEntry, Service } from '#domain/directory/directory.ts'
import { readCsv } from '#domain/hsds/csv.ts'
import { type ImportPlan, planImport } from '#domain/hsds/import-plan.ts'
import { toCsv } from '#domain/exports/sheet.ts'
import type { HsdsDirectory } from '#domain/hsds/shape.ts'
import { toHsds } from '#domain/hsds/to-hsds.ts'

const TODAY = '2026-11-23'
const NEW = '00000000-0000-4000-8000-0000000000e1'
const OTHER = '00000000-0000-4000-8000-0000000000e2'

type Json = Record<string, unknown>

const planOf = (bytes: Uint8Array, entries: readonly DirectoryEntry[] = BELGRADE): ImportPlan => {
  const read = readFile(bytes)
  if (!read.ok) throw new Error('The file is unreadable')
  return planImport(read.value, entries, TODAY)
}
const ofServices = (...services: readonly Json[]) => strToU8(JSON.stringify({ contents: services }))
const minimal = (differently: Json = {}): Json => ({
  id: NEW,
  name: 'Night shelter',
  status: 'active',
  organization: { id: OTHER, name: 'Helpers', description: 'They help' },
  ...differently
})
const refusalsOf = (plan: ImportPlan) =>
  plan.rows.flatMap((row) =>
    row.outcome === 'refused' ? [`${row.kind} ${row.row}`, ...row.flaws.map(({ field, why }) => `${field} ${why}`)] : []
  )
const countOf = (plan: ImportPlan, outcome: string) => plan.rows.filter((row) => row.outcome === outcome).length

const service = BELGRADE.find(
  (entry): entry is Service => entry.kind === 'service' && entry.hours !== 'unknown' && entry.status === 'active'
)
if (service === undefined) throw new Error('No service with hours')
const asHsds = () => toHsds(BELGRADE, TODAY).services.find(({ id }) => id === service.id) as unknown as Json

describe('Our own file', () => {
  test.each([
    ['JSON', strToU8(toJsonFile(BELGRADE, TODAY))],
    ['tables', toTablesFile(BELGRADE, TODAY)]
  ])('as %s, taken in again, changes nothing', (_form, bytes) => {
    const plan = planOf(bytes)
    expect(refusalsOf(plan)).toEqual([])
    expect(plan.rows.flatMap((row) => (row.outcome === 'changed' ? [row.name, ...row.changes] : []))).toEqual([])
    expect(countOf(plan, 'same')).toBe(BELGRADE.length)
    expect(plan.entries).toEqual([])
  })

  test.each([
    ['JSON', strToU8(toJsonFile(BELGRADE, TODAY))],
    ['tables', toTablesFile(BELGRADE, TODAY)]
  ])('as %s makes a whole directory on an empty phone', (_form, bytes) => {
    const plan = planOf(bytes, [])
    expect(refusalsOf(plan)).toEqual([])
    expect(plan.entries.map(({ id }) => id).toSorted()).toEqual(BELGRADE.map(({ id }) => id).toSorted())
    const whole = plan.entries.find(({ id }) => id === service.id)
    expect(whole).toMatchObject({ needs: service.needs, phones: service.phones.map(({ number }) => ({ number })) })
  })
})

describe('Our own file after people went and looked', () => {
  const [right, closed] = BELGRADE.filter(
    (entry): entry is Service => entry.kind === 'service' && entry.status === 'active'
  )
  const at = Date.parse('2026-11-22T12:00Z')
  const checks: ServiceCheck[] = [
    { service: right?.id ?? '', found: 'as_written', at },
    { service: closed?.id ?? '', found: 'closed', at }
  ]

  test('says when it was last true, and what was found closed', () => {
    const { services } = JSON.parse(toJsonFile(BELGRADE, TODAY, checks)) as HsdsDirectory
    const find = (id: string | undefined) => services.find((one) => one.id === id)
    const last_modified = '2026-11-22T12:00:00.000Z'
    expect(find(right?.id)).toMatchObject({ assured_date: '2026-11-22', last_modified })
    expect(find(closed?.id)).toMatchObject({ alert: 'Reported to be closed on 2026-11-22.', last_modified })
    expect(services.filter(({ alert }) => alert !== undefined)).toHaveLength(1)
    const tables = unzipSync(toTablesFile(BELGRADE, TODAY, checks))
    const rows = readCsv(strFromU8(tables['services.csv'] ?? new Uint8Array())) ?? []
    expect(rows.find(({ id }) => id === closed?.id)?.['alert']).toBe('Reported to be closed on 2026-11-22.')
  })

  test.each([
    ['JSON', strToU8(toJsonFile(BELGRADE, TODAY, checks))],
    ['tables', toTablesFile(BELGRADE, TODAY, checks)]
  ])('as %s, taken in again where the same is known, changes nothing', (_form, bytes) => {
    const plan = planOf(bytes, withChecks(BELGRADE, checks).entries)
    expect(countOf(plan, 'same')).toBe(BELGRADE.length)
  })
})

describe("Another's file", () => {
  test('brings what is new, with the little the standard asks for', () => {
    const plan = planOf(ofServices(minimal()))
    expect(plan.entries).toMatchObject([
      { kind: 'provider', id: OTHER, name: { en: 'Helpers' }, description: { en: 'They help' } },
      {
        kind: 'service',
        id: NEW,
        providerId: OTHER,
        hours: 'unknown',
        toVerify: true,
        lastChecked: '2026',
        needs: ['other']
      }
    ])
  })

  test('says what would change from what to what, and leaves alone what it does not speak of', () => {
    const changed = { ...asHsds(), name: 'Another name', phones: [{ id: NEW, number: '112' }] }
    const plan = planOf(ofServices(changed))
    const [row] = plan.rows.filter(({ outcome }) => outcome === 'changed')
    expect(row).toMatchObject({
      kind: 'service',
      changes: expect.arrayContaining([
        expect.objectContaining({ field: 'name', after: expect.stringContaining('Another name') as string }),
        expect.objectContaining({ field: 'phones', after: '112' })
      ]) as object[]
    })
    const [entry] = plan.entries
    expect(entry).toMatchObject({ source: service.source, needs: service.needs, hours: service.hours })
    const {
      phones: _phones,
      schedules: _schedules,
      languages: _languages,
      attributes: _attributes,
      ...little
    } = asHsds()
    expect(planOf(ofServices(little)).entries).toEqual([])
  })

  test('with an older check leaves the newer one that is known here; a newer one is taken over', () => {
    const known: Service = { ...service, lastChecked: '2026-11-16', toVerify: false }
    const entries = BELGRADE.map((entry) => (entry.id === service.id ? known : entry))
    const told = (differently: Json) => {
      const [row] = planOf(ofServices({ ...asHsds(), ...differently }), entries).rows.filter(
        (one) => one.kind === 'service'
      )
      if (row === undefined || row.outcome === 'refused') throw new Error('It was refused')
      return [row.outcome, row.entry]
    }
    expect(told({ assured_date: '2026-09-01', x_to_verify: true })).toEqual(['same', known])
    expect(told({ assured_date: null, x_to_verify: false })).toEqual(['same', known])
    expect(told({ assured_date: '2026-11-20', x_to_verify: true })).toMatchObject([
      'changed',
      { lastChecked: '2026-11-20', toVerify: true }
    ])
    const inexact = entries.map((entry) => (entry === known ? { ...known, lastChecked: '2026' } : entry))
    const [changed] = planOf(ofServices({ ...asHsds(), assured_date: '2026-02-01' }), inexact).entries
    expect(changed).toMatchObject({ lastChecked: '2026-02-01' })
    // Nobody can have looked on a day that is still to come.
    const ahead = entries.map((entry) => (entry === known ? { ...known, lastChecked: '2062-11-20' } : entry))
    expect(planOf(ofServices({ ...asHsds(), assured_date: '2026-02-01' }), ahead).entries).toMatchObject([
      { lastChecked: '2026-02-01' }
    ])
  })

  test('with another address and no coordinates leaves none of where the place was', () => {
    const place = BELGRADE.find((entry) => entry.kind === 'place' && entry.point && entry.address)
    const [location] = toHsds(BELGRADE, TODAY).services.flatMap(({ service_at_locations: joined = [] }) =>
      joined.flatMap((one) => (one.location.id === place?.id ? [one.location] : []))
    )
    if (place?.kind !== 'place' || location === undefined) throw new Error('No place with an address and a point')
    const { latitude, longitude, x_precision_metres: _precision, ...nowhere } = location
    const taken = (differently: object) => {
      const at = [{ id: NEW, location: differently }]
      return planOf(ofServices({ ...asHsds(), service_at_locations: at })).entries.find(({ kind }) => kind === 'place')
    }
    const moved = { ...nowhere, addresses: location.addresses?.map((one) => ({ ...one, address_1: 'Savska 1' })) }
    expect(taken(moved)).toMatchObject({ address: 'Savska 1' })
    expect(taken(moved)).not.toHaveProperty('point')
    expect(taken({ ...nowhere, x_zone: place.zone === 'elsewhere' ? 'parks' : 'elsewhere' })).not.toHaveProperty(
      'point'
    )
    expect(taken({ ...nowhere, name: 'House' })).toMatchObject({ point: place.point })
    expect(taken({ ...moved, latitude, longitude })).toMatchObject({ address: 'Savska 1', point: place.point })
    expect(taken({ ...moved, latitude: 45, longitude: 20 })).toMatchObject({ point: { latitude: 45, longitude: 20 } })
  })

  test('says a note that is lost beside hours, a number or whom it is for', () => {
    const noted: Service = {
      ...service,
      hours: [{ byday: ['MO'], opensAt: '09:00', closesAt: '17:00', note: { en: 'Ring twice' } }],
      phones: [{ number: '011 123 456', note: { en: 'Ask for the duty doctor' } }],
      eligibility: { minimumAge: 18, note: { en: 'With a card' } }
    }
    const entries = BELGRADE.map((entry) => (entry.id === service.id ? noted : entry))
    const given = toHsds(entries, TODAY).services.find(({ id }) => id === service.id)
    const lost = {
      ...given,
      schedules: given?.schedules?.map(({ description: _d, notes: _n, ...rest }) => rest),
      phones: given?.phones?.map(({ description: _note, ...rest }) => rest),
      eligibility_description: 'Everybody'
    }
    const [row] = planOf(ofServices(lost), entries).rows.filter(({ outcome }) => outcome === 'changed')
    expect(row).toMatchObject({
      changes: expect.arrayContaining([
        { field: 'hours', before: 'MO 09:00-17:00, MO (Ring twice)', after: 'MO 09:00-17:00' },
        { field: 'phones', before: '011 123 456 (Ask for the duty doctor)', after: '011 123 456' },
        { field: 'who', before: '18 With a card', after: '18 Everybody' }
      ]) as object[]
    })
  })

  test.each([
    [
      'hours that end as they begin',
      { schedules: [{ id: NEW, freq: 'WEEKLY', byday: 'MO', opens_at: '17:00+01:00', closes_at: '17:00+01:00' }] },
      'hours order'
    ],
    [
      'hours of another wall',
      { schedules: [{ id: NEW, freq: 'WEEKLY', byday: 'MO', opens_at: '09:00-05:00', closes_at: '10:00-05:00' }] },
      'hours times'
    ],
    [
      'every second week',
      { schedules: [{ id: NEW, freq: 'WEEKLY', interval: 2, byday: 'MO', opens_at: '09:00Z', closes_at: '10:00Z' }] },
      'hours times'
    ],
    ['no name', { name: undefined }, 'name missing'],
    ['an id that is none', { id: '7' }, 'id value'],
    ['a state there is not', { status: 'open' }, 'status value'],
    ['ages the wrong way round', { minimum_age: 18, maximum_age: 12 }, 'maximumAge order'],
    ['a number nobody can dial', { phones: [{ id: NEW, number: 'ask Mina' }] }, 'phones phone'],
    ['a check that is still to come', { assured_date: '2062-11-20' }, 'lastChecked dates'],
    [
      'places that are free on a day still to come',
      { capacities: [{ id: NEW, available: 5, updated: '2026-11-24', unit: { id: NEW, name: 'bed' } }] },
      'available dates'
    ],
    ['an organisation that is not there', { organization: undefined }, 'provider unknown']
  ])('with %s is refused in its row, and nothing of the file is taken in', (_what, differently, why) => {
    const good = minimal({ id: '00000000-0000-4000-8000-0000000000e3' })
    const plan = planOf(ofServices(good, minimal(differently)))
    expect(refusalsOf(plan)).toEqual(['service 2', why])
    expect(plan.entries).toEqual([])
    expect(plan.others.map(({ name }) => name.en)).toEqual(['Helpers', 'Night shelter'])
  })

  test('whose organisation is refused has its services refused too; what was there before stays to be named', () => {
    const broken = { id: OTHER, name: 'Helpers', description: '', website: 'none' }
    const other = { id: '00000000-0000-4000-8000-0000000000e9', name: 'Others', description: '' }
    const file = ofServices(
      minimal({ organization: broken }),
      minimal({ id: '00000000-0000-4000-8000-0000000000e3', name: 'Kitchen', organization: other })
    )
    const plan = planOf(file)
    expect(refusalsOf(plan)).toEqual(['provider 1', 'website website', 'service 1', 'provider unknown'])
    expect(plan.entries).toEqual([])
    expect(plan.others.map(({ name }) => name.en)).toEqual(['Others', 'Kitchen'])
    const known = planOf(ofServices(minimal()), []).entries.filter(({ kind }) => kind === 'provider')
    expect(refusalsOf(planOf(file, known))).toEqual(['provider 1', 'website website'])
    expect(planOf(file, known).others.map(({ name }) => name.en)).toEqual(['Others', 'Night shelter', 'Kitchen'])
  })

  test('with a language nobody knows here is taken in without it, and that is said', () => {
    const languages = ['de', 'ar', 'xx'].map((code) => ({ id: NEW, code }))
    const plan = planOf(ofServices(minimal({ languages })))
    expect(refusalsOf(plan)).toEqual([])
    expect(plan.entries.at(-1)).toMatchObject({ languages: ['ar'] })
    expect(plan.rows.at(-1)).toMatchObject({
      notes: ['de', 'xx'].map((given) => ({ field: 'languages', why: 'unknown', given }))
    })
    expect(planOf(ofServices(minimal({ languages })), plan.entries).rows.map(({ outcome }) => outcome)).toEqual([
      'same',
      'same'
    ])
  })

  test('with what to dial after a number keeps it beside the number', () => {
    const numbers = [
      { number: '+381 11 123-456 ext. 12' },
      { number: '011/123 457, Ext 7', description: 'at night' },
      { number: '011 123 458', extension: 9 },
      { number: '011 123 459' }
    ].map((phone) => ({ id: NEW, ...phone }))
    expect(serviceOf({ phones: numbers })?.phones).toEqual([
      { number: '+381 11 123-456', note: { en: 'ext. 12' } },
      { number: '011/123 457', note: { en: 'at night, ext. 7' } },
      { number: '011 123 458', note: { en: 'ext. 9' } },
      { number: '011 123 459' }
    ])
  })

  test('with a place of which nobody says the city makes up none', () => {
    const location = { id: OTHER.replace('e2', 'b1'), location_type: 'physical', name: 'House' }
    const plan = planOf(ofServices(minimal({ service_at_locations: [{ id: NEW, location }] })))
    expect(plan.entries.find(({ kind }) => kind === 'place')).toMatchObject({ name: { en: 'House' }, city: '' })
  })

  const weekly = (differently: Json = {}): Json => ({
    id: NEW,
    freq: 'WEEKLY',
    byday: 'MO,TU',
    opens_at: '09:00+01:00',
    closes_at: '17:00+01:00',
    ...differently
  })
  const serviceOf = (differently: Json) => {
    const plan = planOf(ofServices(minimal(differently)))
    expect(refusalsOf(plan)).toEqual([])
    return plan.entries.find((entry): entry is Service => entry.kind === 'service')
  }
  const OFFICE = [{ byday: ['MO', 'TU'], opensAt: '09:00', closesAt: '17:00' }]

  test.each([
    ['for a year is open in its week', [weekly({ dtstart: '2026-01-01', until: '2026-12-31' })], OFFICE],
    ['from today on is', [weekly({ valid_from: TODAY })], OFFICE],
    ['that ended some years ago is not', [weekly({ valid_from: '2020-01-01', valid_to: '2020-12-31' })], 'unknown'],
    ['whose last day has passed is not', [weekly({ until: '2026-11-22' })], 'unknown'],
    ['that has not begun is not', [weekly({ dtstart: '2026-11-24' })], 'unknown'],
    [
      'of another year that has ended stands in the way of no other',
      [weekly(), weekly({ opens_at: '08:00', valid_to: '2025-12-31' })],
      OFFICE
    ],
    [
      'that ends on the next day is cut at midnight',
      [weekly({ byday: 'SU', opens_at: '20:00+01:00', closes_at: '06:00+01:00' })],
      [
        { byday: ['MO'], opensAt: '00:00', closesAt: '06:00' },
        { byday: ['SU'], opensAt: '20:00', closesAt: '24:00' }
      ]
    ],
    [
      'by the clock in Greenwich is read by ours: in winter',
      [weekly({ opens_at: '09:00Z', closes_at: '16:30:00Z' })],
      [{ byday: ['MO', 'TU'], opensAt: '10:00', closesAt: '17:30' }]
    ],
    [
      'by the clock in Greenwich is read by ours: in summer',
      [weekly({ dtstart: '2026-07-01', opens_at: '22:30Z', closes_at: '23:30Z' })],
      [{ byday: ['TU', 'WE'], opensAt: '00:30', closesAt: '01:30' }]
    ],
    [
      'without a day is of the one on which it began',
      [weekly({ byday: undefined, dtstart: '2026-11-18' })],
      [{ byday: ['WE'], opensAt: '09:00', closesAt: '17:00' }]
    ]
  ])('a timetable %s', (_what, schedules, hours) => {
    const read = serviceOf({ schedules })
    expect(read?.hours).toEqual(hours)
    expect(read?.exceptions).toBeUndefined()
  })

  test('days of a holiday remain days of a holiday', () => {
    const holiday = { id: NEW, dtstart: '2026-12-25', until: '2026-12-26' }
    expect(serviceOf({ schedules: [weekly(), holiday] })).toMatchObject({
      hours: OFFICE,
      exceptions: [{ from: '2026-12-25', to: '2026-12-26', times: [] }]
    })
  })

  test('keeps hours and numbers that stand with a place, and with the service there', () => {
    const at = (place: string, there: Json, house: Json = {}) => ({
      id: `00000000-0000-4000-8000-0000000000a${place}`,
      location: {
        id: `00000000-0000-4000-8000-0000000000b${place}`,
        location_type: 'physical',
        name: 'House',
        ...house
      },
      ...there
    })
    const [one, two] = [
      { id: NEW, number: '011 111' },
      { id: OTHER, number: '011 222' }
    ]
    const evening = weekly({ id: OTHER, byday: 'TU', opens_at: '16:00', closes_at: '20:00' })
    expect(serviceOf({ service_at_locations: [at('1', { schedules: [weekly()] }, { phones: [one] })] })).toMatchObject({
      hours: OFFICE,
      phones: [{ number: '011 111' }]
    })
    expect(
      serviceOf({
        phones: [two],
        service_at_locations: [
          at('1', { schedules: [weekly()], phones: [one, two] }),
          at('2', { schedules: [evening] }, { schedules: [weekly({ opens_at: '01:00' })] })
        ]
      })
    ).toMatchObject({
      hours: [
        { byday: ['MO'], opensAt: '09:00', closesAt: '17:00' },
        { byday: ['TU'], opensAt: '09:00', closesAt: '20:00' }
      ],
      phones: [{ number: '011 222' }, { number: '011 111' }]
    })
    expect(serviceOf({ service_at_locations: [at('1', {}, { schedules: [weekly()] })] })?.hours).toEqual(OFFICE)
  })

  test('as tables keeps them too', () => {
    const HERE = '00000000-0000-4000-8000-0000000000a1'
    const HOUSE = '00000000-0000-4000-8000-0000000000b1'
    const plan = planOf(
      zipSync({
        'organization.csv': strToU8(`id,name,description\n${OTHER},Helpers,They help\n`),
        'service.csv': strToU8(`id,name,status,organization_id\n${NEW},Shelter,active,${OTHER}\n`),
        'location.csv': strToU8(`id,location_type,name\n${HOUSE},physical,House\n`),
        'service_at_location.csv': strToU8(`id,service_id,location_id\n${HERE},${NEW},${HOUSE}\n`),
        'schedule.csv': strToU8(
          `id,service_at_location_id,freq,byday,opens_at,closes_at\n${HERE},${HERE},WEEKLY,"MO,TU",09:00Z,16:00Z\n`
        ),
        'phone.csv': strToU8(`id,location_id,number\n${HERE},${HOUSE},011 111\n`)
      }),
      []
    )
    expect(plan.entries.at(-1)).toMatchObject({
      hours: [{ byday: ['MO', 'TU'], opensAt: '10:00', closesAt: '17:00' }],
      phones: [{ number: '011 111' }]
    })
  })

  const rowsOf = {
    organizations: `id,name,description\n${OTHER},Helpers,They help\n`,
    services: `id,name,status,organization_id\n${NEW},Shelter,active,${OTHER}\n`,
    phones: `id,service_id,number\n${OTHER},${NEW},011 111\n`,
    addresses: `id,location_id,address_1,city,state_province,postal_code,country,address_type\n`,
    languages: `id,service_id,code\n${OTHER},${NEW},ar\n`
  }
  const page = (resources: object[]) => strToU8(JSON.stringify({ profile: 'tabular-data-package', resources }))
  const filesNamed = (name: (table: string) => string) =>
    Object.fromEntries(Object.entries(rowsOf).map(([table, text]) => [name(table), strToU8(text)]))

  test.each([
    ['as the standard names them', filesNamed((table) => `${table}.csv`)],
    ['by the names of its objects', filesNamed((table) => `${table.replace(/(?<=ss)es$|s$/, '')}.csv`)],
    [
      'in a folder, with a page of the package that names them otherwise',
      {
        'directory/datapackage.json': page([
          { name: 'organization', path: 'tables/who.csv' },
          { name: 'service', path: 'tables/what.csv' },
          { name: 'phone', path: 'tables/call.csv' },
          { name: 'language', path: 'tables/speak.csv' },
          { name: 'program', path: 'tables/services.csv' }
        ]),
        'directory/tables/who.csv': strToU8(rowsOf.organizations),
        'directory/tables/what.csv': strToU8(rowsOf.services),
        'directory/tables/call.csv': strToU8(rowsOf.phones),
        'directory/tables/speak.csv': strToU8(rowsOf.languages),
        'directory/tables/services.csv': strToU8('id,name\n')
      }
    ],
    [
      'as the standard names them, with a page nobody can read',
      { ...filesNamed((table) => `${table}.csv`), 'datapackage.json': strToU8('{') }
    ]
  ])('as tables is read whose files are called %s', (_how, files) => {
    const plan = planOf(zipSync(files), [])
    expect(refusalsOf(plan)).toEqual([])
    expect(plan.entries).toMatchObject([
      { kind: 'provider', name: { en: 'Helpers' } },
      { kind: 'service', name: { en: 'Shelter' }, phones: [{ number: '011 111' }], languages: ['ar'] }
    ])
  })

  test('with the same id twice, or one organisation told in two ways, is refused', () => {
    expect(refusalsOf(planOf(ofServices(minimal(), minimal({ name: 'Day shelter' }))))).toEqual([
      'service 2',
      'id twice'
    ])
    const two = minimal({
      id: '00000000-0000-4000-8000-0000000000e3',
      organization: { id: OTHER, name: 'Others', description: '' }
    })
    expect(refusalsOf(planOf(ofServices(minimal(), two)))).toEqual(['provider 2', 'id twice'])
    const stolen = minimal({ id: BELGRADE.find(({ kind }) => kind === 'place')?.id })
    expect(refusalsOf(planOf(ofServices(stolen)))).toEqual(['service 1', 'id twice'])
  })

  test('in another encoding, torn, empty or of something else is unreadable', () => {
    const [latin, utf16] = [Uint8Array.of(0x7b, 0x22, 0xe9, 0x22), Uint8Array.of(0xff, 0xfe, 0x7b, 0x00)]
    const zip = toTablesFile(BELGRADE, TODAY)
    for (const bytes of [
      latin,
      utf16,
      zip.subarray(0, zip.length / 2),
      strToU8(''),
      strToU8('{"people":[]}'),
      strToU8('[')
    ])
      expect(readFile(bytes)).toEqual({ ok: false, refusal: 'unreadable' })
  })

  test('larger than a phone holds is too much, and not unreadable, packed or not', () => {
    const large = new Uint8Array(40_000_001).fill(0x20)
    expect(readFile(large)).toEqual({ ok: false, refusal: 'tooMany' })
    expect(readFile(zipSync({ 'service.csv': large }))).toEqual({ ok: false, refusal: 'tooMany' })
  })

  test('as tables that lack a column or a whole table says so row by row, and nothing is taken in', () => {
    const whole = unzipSync(toTablesFile(BELGRADE, TODAY))
    const services = BELGRADE.filter(({ kind }) => kind === 'service').length
    const rows = readCsv(strFromU8(whole['services.csv'] ?? new Uint8Array())) ?? []
    const columns = Object.keys(rows[0] ?? {})
    const without = (column: string) => {
      const left = columns.filter((name) => name !== column)
      return strToU8(toCsv([left, ...rows.map((row) => left.map((name) => row[name]))]))
    }
    const refusals = (files: Record<string, Uint8Array>) => {
      const plan = planOf(zipSync(files), [])
      expect(plan.entries).toEqual([])
      return new Set(refusalsOf(plan).filter((text) => !/ \d+$/.test(text)))
    }
    for (const [column, why] of [
      ['name', 'name missing'],
      ['status', 'status missing'],
      ['organization_id', 'provider unknown']
    ] as const) {
      expect([column, refusals({ ...whole, 'services.csv': without(column) })]).toEqual([column, new Set([why])])
    }
    const { 'organizations.csv': _nobody, ...nobodys } = whole
    expect(refusals(nobodys)).toEqual(new Set(['provider unknown']))
    expect(refusalsOf(planOf(zipSync(nobodys), []))).toHaveLength(services * 2)
    for (const torn of [{ ...whole, 'services.csv': without('id') }, { 'organization.csv': strToU8('id,name') }]) {
      expect(readFile(zipSync(torn))).toEqual({ ok: false, refusal: 'unreadable' })
    }
    const latin = { ...whole, 'services.csv': Uint8Array.of(0x69, 0x64, 0x0a, 0xe9) }
    expect(readFile(zipSync(latin))).toEqual({ ok: false, refusal: 'unreadable' })
  })

  test('as tables takes quotation marks as others write them, and loses no row after one that nothing ends', () => {
    const named = (...names: string[]) =>
      zipSync({
        'organization.csv': strToU8(`id,name,description\n${OTHER},Helpers,They help\n`),
        'service.csv': strToU8(
          ['id,name,status,organization_id']
            .concat(names.map((name, at) => `00000000-0000-4000-8000-0000000000d${at},${name},active,${OTHER}`))
            .join('\n')
        )
      })
    const odd = planOf(named('Shelter 5" door', '"Day ""shelter"", open"'), [])
    expect(odd.entries.map(({ name }) => name.en)).toEqual(['Helpers', 'Shelter 5" door', 'Day "shelter", open'])
    for (const endless of [named('"Night shelter', 'Day shelter'), named('"Night" shelter', 'Day shelter')]) {
      expect(readFile(endless)).toEqual({ ok: false, refusal: 'unreadable' })
    }
  })

  test('of 100,000 rows is told row by row, and its one bad row keeps it out', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) =>
      minimal({
        id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        ...(index === 7_777 && { name: '' })
      })
    )
    const plan = planOf(ofServices(...rows))
    expect(plan.rows).toHaveLength(100_001)
    expect(refusalsOf(plan)).toEqual(['service 7778', 'name missing'])
    expect(plan.entries).toEqual([])
  })
})
