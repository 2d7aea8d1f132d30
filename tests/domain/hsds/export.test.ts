// The directory as HSDS 3.0, in both of its forms, held against the standard by an independent validator.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import type { DirectoryEntry, Service } from '#domain/directory/directory.ts'
import { schedulesToHours } from '#domain/hsds/schedules.ts'
import type { HsdsDirectory } from '#domain/hsds/shape.ts'
import { TABLE_FILES } from '#domain/hsds/table-files.ts'
import { toTables, TABLE_NAMES } from '#domain/hsds/tables.ts'
import { toHsds } from '#domain/hsds/to-hsds.ts'
import { readCsv } from '#domain/hsds/csv.ts'
import { faultsIn, faultsInRow, STANDARD_PATHS } from './schemas.ts'

const TODAY = '2026-11-23'

const all = (): HsdsDirectory => toHsds([...BELGRADE, SHELTER], TODAY)
const PROVIDER = BELGRADE.find(({ kind }) => kind === 'provider')
const SHELTER: Service = {
  kind: 'service',
  id: '00000000-0000-4000-8000-0000000000e1',
  providerId: PROVIDER?.id ?? '',
  placeIds: [],
  name: { en: 'Night "shelter", with a comma', ar: 'مأوى' },
  status: 'temporarily closed',
  needs: ['accommodation', 'medical'],
  languages: ['fa-AF', 'ku-Latn', 'sr-Latn'],
  hours: [{ byday: ['FR'], opensAt: '20:00', closesAt: '08:00', note: { en: 'Ring twice' } }],
  exceptions: [
    { from: '2026-12-25', to: '2026-12-26', times: [] },
    { from: '2026-12-31', to: '2026-12-31', times: [{ opensAt: '18:00', closesAt: '24:00' }] }
  ],
  phones: [{ number: '192', note: { en: 'at night' } }],
  eligibility: { womenOnly: true, minimumAge: 16, maximumAge: 25, note: { en: 'Alone' } },
  papersNeeded: { en: 'None' },
  howToRefer: { en: 'Call\nfirst' },
  capacity: { available: 3, maximum: 20, updated: TODAY },
  source: 'asked there',
  lastChecked: TODAY,
  toVerify: false,
  at: 1_530_637_500_000
}

describe('As JSON', () => {
  test('every service, organisation and place of the directory conforms', () => {
    const { services, organizations, locations } = all()
    expect(services.length + organizations.length + locations.length).toBeGreaterThan(60)
    expect(services.flatMap((service) => faultsIn('service', service))).toEqual([])
    expect(organizations.flatMap((one) => faultsIn('organization', one))).toEqual([])
    expect(locations.flatMap((one) => faultsIn('location', one))).toEqual([])
  })

  test('the validator would have said so: a wrong id, state, time or web address is a fault', () => {
    const [service] = all().services
    const wrong = {
      ...service,
      id: '7',
      status: 'open',
      assured_date: '2019',
      schedules: [{ id: SHELTER.id, opens_at: '9' }]
    }
    expect(faultsIn('service', wrong)).toHaveLength(4)
    expect(
      faultsIn('organization', { id: SHELTER.id, name: 'x', description: 'x', website: 'no address' })
    ).toHaveLength(1)
  })

  test('nothing known is left out, and ids are the same every time', () => {
    const entries: readonly DirectoryEntry[] = BELGRADE
    const { services, organizations, locations } = toHsds(entries, TODAY)
    const ids = new Set([
      ...services.flatMap(({ id, organization, service_at_locations: joined = [] }) => [
        id,
        organization.id,
        ...joined.map(({ location }) => location.id)
      ]),
      ...[...organizations, ...locations].map(({ id }) => id)
    ])
    expect([...ids].toSorted()).toEqual(entries.map(({ id }) => id).toSorted())
    expect(all()).toEqual(all())
  })

  test('what has ended is given as defunct, and a language by its ISO code', () => {
    const { services } = all()
    const ended = BELGRADE.flatMap((entry) =>
      entry.kind === 'service' && (entry.validTo ?? '9') < '2020' ? [entry.id] : []
    )
    expect(ended.length).toBeGreaterThan(0)
    for (const id of ended) expect(services.find((service) => service.id === id)?.status).toMatch(/defunct|inactive/)
    const shelter = services.find(({ id }) => id === SHELTER.id)
    expect(shelter?.languages?.map(({ code }) => code)).toEqual(['prs', 'kmr', 'sr'])
  })

  test('hours come back as they were, whatever week and holidays: a night is cut at midnight', () => {
    const shelter = all().services.find(({ id }) => id === SHELTER.id)
    expect(schedulesToHours(shelter?.schedules ?? [], TODAY)).toEqual({
      ok: true,
      value: {
        hours: [
          { byday: ['FR'], opensAt: '20:00', closesAt: '24:00', note: { en: 'Ring twice' } },
          { byday: ['SA'], opensAt: '00:00', closesAt: '08:00', note: { en: 'Ring twice' } }
        ],
        exceptions: SHELTER.exceptions
      }
    })
    const hour = fc.integer({ min: 0, max: 23 })
    const clock = (at: number) => `${String(at).padStart(2, '0')}:00`
    const day = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
    fc.assert(
      fc.property(day, hour, fc.integer({ min: 1, max: 24 }), (byday, from, length) => {
        const until = Math.min(24, from + length)
        const hours = [{ byday: [byday], opensAt: clock(from), closesAt: clock(until) }] as Service['hours']
        const service = toHsds([...BELGRADE, { ...SHELTER, hours, exceptions: [] }], TODAY).services.find(
          ({ id }) => id === SHELTER.id
        )
        expect(schedulesToHours(service?.schedules ?? [], TODAY)).toEqual({ ok: true, value: { hours } })
      })
    )
  })
})

describe('As tables', () => {
  test('every row of every table conforms, and every id it names is in its table', () => {
    const files = toTables(all())
    const ids = new Set<string>()
    const rows = TABLE_NAMES.map((name) => ({ name, rows: readCsv(files[TABLE_FILES[name]] ?? '') ?? [] }))
    for (const table of rows) for (const row of table.rows) ids.add(row['id'] ?? '')
    for (const table of rows) {
      expect({ ...table, rows: table.rows.length > 0 }).toEqual({ name: table.name, rows: true })
      expect(table.rows.flatMap((row) => faultsInRow(table.name, row))).toEqual([])
      for (const row of table.rows) {
        for (const [column, cell] of Object.entries(row)) {
          if (column.endsWith('_id') && cell !== '') expect(ids).toContain(cell)
        }
      }
    }
  })

  test('commas, quotes and lines inside a cell stay inside it', () => {
    const rows = readCsv(toTables(all())['services.csv'] ?? '') ?? []
    const shelter = rows.find(({ id }) => id === SHELTER.id)
    expect(shelter).toMatchObject({ name: SHELTER.name.en, application_process: 'Call\nfirst', minimum_age: '16' })
  })

  test('the page of the package names each table where the standard has it, and each of its columns', () => {
    const files = toTables(all())
    const { resources } = JSON.parse(files['datapackage.json'] ?? '') as {
      resources: { name: string; path: string; schema: { fields: { name: string }[] } }[]
    }
    expect(resources.map(({ name, path }) => [name, path])).toEqual(Object.entries(STANDARD_PATHS))
    expect(Object.keys(files).toSorted()).toEqual([...Object.values(STANDARD_PATHS), 'datapackage.json'].toSorted())
    for (const { path, schema } of resources) {
      const [header = ''] = (files[path] ?? '').split('\r\n')
      expect(schema.fields.map(({ name }) => name).join(',')).toBe(header)
    }
  })
})
