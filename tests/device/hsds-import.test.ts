// A file of HSDS taken in: what would change is said first, nothing is overwritten unsaid, and one bad row keeps all of it out.
import { describe, expect, test } from 'vitest'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFile, toJsonFile, toTablesFile } from '#device/library/hsds-files.ts'
import { BELGRADE } from '#domain/directory/belgrade/belgrade.ts'
import type { DirectoryEntry, Service } from '#domain/directory/directory.ts'
import { readCsv } from '#domain/hsds/csv.ts'
import { type ImportPlan, planImport } from '#domain/hsds/import-plan.ts'
import { toCsv } from '#domain/exports/sheet.ts'
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

  test.each([
    [
      'hours that end before they begin',
      { schedules: [{ id: NEW, freq: 'WEEKLY', byday: 'MO', opens_at: '17:00+01:00', closes_at: '09:00+01:00' }] },
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
    ['a language nobody knows', { languages: [{ id: NEW, code: 'xx' }] }, 'languages unknown'],
    ['an organisation that is not there', { organization: undefined }, 'provider unknown']
  ])('with %s is refused in its row, and nothing of the file is taken in', (_what, differently, why) => {
    const good = minimal({ id: '00000000-0000-4000-8000-0000000000e3' })
    const plan = planOf(ofServices(good, minimal(differently)))
    expect(refusalsOf(plan)).toEqual(['service 2', why])
    expect(plan.entries).toEqual([])
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

  test('as tables that lack a column or a whole table says so row by row, and nothing is taken in', () => {
    const whole = unzipSync(toTablesFile(BELGRADE, TODAY))
    const services = BELGRADE.filter(({ kind }) => kind === 'service').length
    const rows = readCsv(strFromU8(whole['service.csv'] ?? new Uint8Array())) ?? []
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
      expect([column, refusals({ ...whole, 'service.csv': without(column) })]).toEqual([column, new Set([why])])
    }
    const { 'organization.csv': _nobody, ...nobodys } = whole
    expect(refusals(nobodys)).toEqual(new Set(['provider unknown']))
    expect(refusalsOf(planOf(zipSync(nobodys), []))).toHaveLength(services * 2)
    for (const torn of [{ ...whole, 'service.csv': without('id') }, { 'organization.csv': strToU8('id,name') }]) {
      expect(readFile(zipSync(torn))).toEqual({ ok: false, refusal: 'unreadable' })
    }
    const latin = { ...whole, 'service.csv': Uint8Array.of(0x69, 0x64, 0x0a, 0xe9) }
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
