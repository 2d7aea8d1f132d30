// What the team finds of a service: when it counts as checked, what stands against it, who is called first, what is put aside.
import { expect, test } from 'vitest'
import type { ServiceCheck } from '#domain/directory/checks.ts'
import type { Provider, Service } from '#domain/directory/directory.ts'
import { createDirectory, partByAge } from '#domain/directory/search.ts'
import { toCall } from '#domain/directory/to-call.ts'
import { entryToTyped, typedToEntry } from '#domain/directory/typed-entry.ts'
import { planImport } from '#domain/hsds/import-plan.ts'
import { toHsds } from '#domain/hsds/to-hsds.ts'
import type { Finding } from '#domain/records/service-check.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-23T12:00+01:00')
const daysAgo = (days: number) => new Date(NOW - days * DAY).toISOString().slice(0, 10)

const provider: Provider = {
  kind: 'provider',
  id: '00000000-0000-4000-8000-000000000001',
  name: { en: 'Clinic' },
  phones: [],
  source: 'a leaflet',
  lastChecked: daysAgo(0),
  toVerify: false
}
const aService = (name: string, lastChecked: string, more: Partial<Service> = {}): Service => ({
  kind: 'service',
  id: `00000000-0000-4000-8000-0000000000${name}`,
  providerId: provider.id,
  placeIds: [],
  name: { en: name },
  status: 'active',
  needs: ['medical'],
  languages: [],
  hours: 'unknown',
  phones: [],
  source: 'a leaflet',
  lastChecked,
  toVerify: true,
  ...more
})
const found = (service: Service, what: Finding, days: number): ServiceCheck => ({
  service: service.id,
  found: what,
  at: NOW - days * DAY
})
const rowOf = (service: Service, ...checks: ServiceCheck[]) => {
  const directory = createDirectory([provider, service], checks)
  const there = directory.findService(service.id)
  if (there === undefined) throw new Error('The service is gone')
  return directory.rowOf(there, NOW)
}

test('One tap makes an old entry fresh, 14 days later it asks to be checked, after 60 it is old', () => {
  const service = aService('10', '2019-03')
  expect(rowOf(service)).toMatchObject({ freshness: 'old', service: { toVerify: true } })
  expect(rowOf(service, found(service, 'as_written', 0))).toMatchObject({
    freshness: 'fresh',
    service: { lastChecked: daysAgo(0), toVerify: false }
  })
  expect(rowOf(service, found(service, 'as_written', 14)).freshness).toBe('fresh')
  expect(rowOf(service, found(service, 'as_written', 15)).freshness).toBe('check_first')
  expect(rowOf(service, found(service, 'as_written', 61)).freshness).toBe('old')
})

test('A check older than the entry takes nothing from it', () => {
  const service = aService('10', daysAgo(2))
  expect(rowOf(service, found(service, 'as_written', 9)).service.lastChecked).toBe(daysAgo(2))
})

test('A check wins over a day that was still to come when the entry was written', () => {
  const service = { ...aService('10', '2062-11-20'), at: NOW - 4 * DAY }
  expect(rowOf(service)).toMatchObject({ freshness: 'old' })
  expect(rowOf(service, found(service, 'as_written', 9))).toMatchObject({
    freshness: 'fresh',
    service: { lastChecked: daysAgo(9), toVerify: false }
  })
})

test('"Closed" stands until somebody finds it as written or writes the entry as checked, in whatever order they arrive', () => {
  const service = aService('10', daysAgo(20))
  const closed = found(service, 'closed', 3)
  const right = found(service, 'as_written', 1)
  expect(rowOf(service, closed).report).toEqual({ found: 'closed', day: daysAgo(3) })
  expect(rowOf(service, closed).service.lastChecked).toBe(daysAgo(20))
  expect(rowOf(service, closed, right).report).toBeUndefined()
  expect(rowOf(service, right, closed).report).toBeUndefined()
  expect(rowOf(service, found(service, 'as_written', 4), closed).report).toBeDefined()
  expect(rowOf({ ...service, at: NOW - 2 * DAY }, closed).report).toBeUndefined()
  expect(rowOf({ ...service, at: NOW - 4 * DAY }, closed).report).toBeDefined()
})

test('"Closed" stands when a file is taken in after it, and is answered by whoever then writes the entry as checked', () => {
  const service = { ...aService('10', daysAgo(20)), at: NOW - 9 * DAY }
  const closed = found(service, 'closed', 3)
  const fromElsewhere = (entry: Service, description: string): Service => {
    const services = toHsds([provider, entry], daysAgo(0)).services.map((one) => ({ ...one, description }))
    const plan = planImport({ services, organizations: [], locations: [] }, [provider, entry], daysAgo(0))
    const [taken] = plan.entries
    if (taken?.kind !== 'service') throw new Error(JSON.stringify(plan.rows))
    return taken
  }
  const taken = { ...fromElsewhere(service, 'Told anew'), at: NOW - 2 * DAY }
  expect(rowOf(taken, closed).report).toEqual({ found: 'closed', day: daysAgo(3) })
  const again = { ...fromElsewhere(taken, 'And again'), at: NOW - DAY }
  expect(rowOf(again, closed).report).toBeDefined()
  const context = { kind: 'service', id: service.id, today: daysAgo(0), before: again } as const
  const typed = typedToEntry({ ...entryToTyped(again), isChecked: true }, context)
  if (!typed.ok || typed.value.kind !== 'service') throw new Error('It cannot be written')
  const written = { ...typed.value, at: NOW - DAY / 2 }
  expect(rowOf(written, closed).report).toBeUndefined()
  expect(rowOf({ ...fromElsewhere(written, 'Once more'), at: NOW }, closed).report).toBeUndefined()
})

test.each([
  ['what the team begins with', {}],
  ['what the team wrote before', { at: NOW - 9 * DAY }]
])('"Closed" stands when a lead changes %s and does not say that it was checked', (_what, more) => {
  const service = aService('10', daysAgo(20), more)
  const closed = found(service, 'closed', 3)
  const edited = (before: Service, isChecked: boolean, at: number): Service => {
    const context = { kind: 'service', id: service.id, today: daysAgo(0), before } as const
    const typed = typedToEntry({ ...entryToTyped(before), phones: '192', isChecked }, context)
    if (!typed.ok || typed.value.kind !== 'service') throw new Error('It cannot be written')
    return { ...typed.value, at }
  }
  const once = edited(service, false, NOW - 2 * DAY)
  expect(once.phones).toEqual([{ number: '192' }])
  expect(rowOf(once, closed).report).toEqual({ found: 'closed', day: daysAgo(3) })
  expect(rowOf(edited(once, false, NOW - DAY), closed).report).toBeDefined()
  const checked = edited(once, true, NOW - DAY)
  expect(rowOf(checked, closed).report).toBeUndefined()
  // Answered is answered, whoever edits it later.
  expect(rowOf(edited(checked, false, NOW), closed).report).toBeUndefined()
  expect(rowOf(edited(checked, false, NOW), found(service, 'wrong', 0.5)).report).toBeDefined()
})

test('This week is called: what was reported, then what is longest unchecked; nobody whose entry is of this week', () => {
  const [fresh, soon, old, reported] = [
    aService('10', daysAgo(7)),
    aService('11', daysAgo(8)),
    aService('12', daysAgo(40)),
    aService('13', daysAgo(1))
  ]
  const past = aService('14', '2016', { status: 'defunct' })
  const directory = createDirectory([provider, fresh, soon, old, reported, past], [found(reported, 'wrong', 0)])
  expect(toCall(directory, NOW).map(({ service }) => service.name.en)).toEqual(['13', '12', '11'])
})

test('What is old stands apart while there is anything newer, and is all there is where nothing is', () => {
  const [fresh, old] = [aService('10', daysAgo(1)), aService('11', daysAgo(61))]
  const rows = (...services: Service[]) => createDirectory([provider, ...services]).servicesFor({ at: NOW })
  const names = (part: ReturnType<typeof rows> | readonly ReturnType<typeof rows>[number][]) =>
    part.map(({ service }) => service.name.en)
  const both = partByAge(rows(fresh, old))
  expect([names(both.shown), names(both.old)]).toEqual([['10'], ['11']])
  const onlyOld = partByAge(rows(old))
  expect([names(onlyOld.shown), names(onlyOld.old)]).toEqual([['11'], []])
})
