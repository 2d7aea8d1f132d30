// What taking in a file would do, row by row, before anything is done: what is new, what changes from what to what, what cannot
// be taken in and why. One row that cannot keeps all of them out, unless whoever takes them in leaves it out.
import * as z from 'zod/mini'
import type { Day } from '#domain/belgrade-time.ts'
import { DirectoryEntry, type Place, type Provider, type Service, type Words } from '#domain/directory/directory.ts'
import { type Flaw, flawsOf } from '#domain/directory/entry-flaws.ts'
import { exceptionsToTyped, hoursToTyped, WEEKDAYS } from '#domain/directory/typed-hours.ts'
import { type FieldNote, hsdsToService, locationToPlace, organizationToProvider } from '#domain/hsds/from-hsds.ts'
import type { HsdsObjects } from '#domain/hsds/read-file.ts'
import { HsdsLocation, HsdsOrganization, HsdsService } from '#domain/hsds/shape.ts'
import { accept, type Result } from '#domain/result.ts'

export type FieldChange = { readonly field: string; readonly before: string; readonly after: string }

type Taken = { readonly entry: DirectoryEntry; readonly notes: readonly FieldNote[] }

export type ImportRow = {
  readonly kind: DirectoryEntry['kind']
  /** As the file calls it; empty where it does not. */
  readonly name: string
  /** From 1, among the rows of its kind. */
  readonly row: number
} & (
  | (Taken & { readonly outcome: 'new' | 'same' })
  | (Taken & {
      readonly outcome: 'changed'
      readonly changes: readonly FieldChange[]
      /** When the version that it changes was written; none has what a team begins with. */
      readonly over: number | undefined
    })
  | { readonly outcome: 'refused'; readonly flaws: readonly Flaw[] }
)

export type ImportPlan = {
  readonly rows: readonly ImportRow[]
  /** What would be saved; nothing when a row is refused. */
  readonly entries: readonly DirectoryEntry[]
  /** Where rows are refused, what would be saved without them. */
  readonly others: readonly DirectoryEntry[]
}

/** A phone hands entries over one by one; of more than this nobody would see the end. */
export const MOST_ROWS = 10_000
/** Services that another directory gives whole only one by one: each is a way there and back. */
export const MOST_ASKED_APART = 1_000

export const rowsIn = ({ organizations, locations, services }: HsdsObjects): number =>
  organizations.length + locations.length + services.length

export const planImport = (file: HsdsObjects, entries: readonly DirectoryEntry[], today: Day): ImportPlan =>
  toPlan([...planRows(file, entries, today)], entries)

/** `entries`: what is there. A service is of no use without whose it is and where: where that is refused, so is the service. */
export const toPlan = (planned: readonly ImportRow[], entries: readonly DirectoryEntry[]): ImportPlan => {
  const there = new Set([
    ...entries.map(({ id }) => id),
    ...planned.flatMap((row) => (row.outcome === 'new' ? [row.entry.id] : []))
  ])
  const rows = planned.map((row): ImportRow => {
    const missing = row.outcome === 'refused' ? [] : namesIn(row.entry).filter(({ id }) => !there.has(id))
    const { kind, name, row: number } = row
    return missing.length === 0
      ? row
      : { kind, name, row: number, outcome: 'refused', flaws: missing.map(({ field }) => ({ field, why: 'unknown' })) }
  })
  const taken = rows.flatMap((row) => (row.outcome === 'new' || row.outcome === 'changed' ? [row.entry] : []))
  const isWhole = rows.every(({ outcome }) => outcome !== 'refused')
  return { rows, entries: isWhole ? taken : [], others: isWhole ? [] : taken }
}

const namesIn = (entry: DirectoryEntry) =>
  entry.kind !== 'service'
    ? []
    : [{ field: 'provider', id: entry.providerId }, ...entry.placeIds.map((id) => ({ field: 'places', id }))]

/** Whether somebody wrote one of these after the plan was made: saved now, it would take that back unseen. */
export const isOvertaken = ({ rows }: ImportPlan, entries: readonly DirectoryEntry[]): boolean => {
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  return rows.some(
    (row) =>
      (row.outcome === 'new' && known.has(row.entry.id)) ||
      (row.outcome === 'changed' && known.get(row.entry.id)?.at !== row.over)
  )
}

/** One row at a time: who looks at many thousands may do something else in between. */
export function* planRows(
  file: HsdsObjects,
  entries: readonly DirectoryEntry[],
  today: Day
): Generator<ImportRow, void> {
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  const provider = (id: string) => ofKind(known.get(id), 'provider')
  const place = (id: string) => ofKind(known.get(id), 'place')
  const around = (id: string) => {
    const service = ofKind(known.get(id), 'service')
    const own = service && provider(service.providerId)
    return own && { service, provider: own, places: service.placeIds.flatMap((one) => place(one) ?? []) }
  }
  yield* planKind('provider', file.organizations, {
    known,
    schema: HsdsOrganization,
    make: (given) => done(organizationToProvider(given, provider(given.id), today)),
    today
  })
  yield* planKind('place', file.locations, {
    known,
    schema: HsdsLocation,
    make: (given) => done(locationToPlace(given, place(given.id), today)),
    today
  })
  yield* planKind('service', file.services, {
    known,
    schema: HsdsService,
    make: (given) => {
      const read = hsdsToService(given, { before: around(given.id), today })
      return read.ok ? accept({ entry: read.value.service, notes: read.value.notes }) : read
    },
    today
  })
}

type HowToPlan<Given> = {
  readonly known: ReadonlyMap<string, DirectoryEntry>
  readonly schema: z.ZodMiniType<Given>
  readonly make: (given: Given) => Result<Taken, Flaw>
  readonly today: Day
}

const done = (entry: DirectoryEntry) => accept({ entry, notes: [] })

function* planKind<Given extends { id: string }>(
  kind: DirectoryEntry['kind'],
  given: readonly unknown[],
  how: HowToPlan<Given>
): Generator<ImportRow, void> {
  const seen = new Set<string>()
  const planOne = (one: unknown, index: number): ImportRow => {
    const place = { kind, name: nameIn(one), row: index + 1 }
    const refused = (...flaws: Flaw[]): ImportRow => ({ ...place, outcome: 'refused', flaws })
    const read = how.schema.safeParse(one)
    if (!read.success) return refused(...read.error.issues.map((issue) => toFlaw(issue, one)))
    const { id } = read.data
    if (seen.has(id)) return refused({ field: 'id', why: 'twice' })
    seen.add(id)
    const before = how.known.get(id)
    if (before !== undefined && before.kind !== kind) return refused({ field: 'id', why: 'twice' })
    const made = how.make(read.data)
    if (!made.ok) return refused(made.refusal)
    const { entry: whole, notes } = made.value
    if (whole.name.en === '') return refused({ field: 'name', why: 'missing' })
    const entry = DirectoryEntry.safeParse(whole)
    if (!entry.success) return refused(...entry.error.issues.map((issue) => toFlaw(issue, whole)))
    const flaws = [...flawsOf(entry.data), ...daysAhead(entry.data, before, how.today)]
    if (flaws.length > 0) return refused(...flaws)
    if (before === undefined) return { ...place, outcome: 'new', entry: entry.data, notes }
    const changes = changesBetween(before, entry.data)
    return changes.length === 0
      ? { ...place, outcome: 'same', entry: before, notes }
      : { ...place, outcome: 'changed', entry: takenOver(entry.data, before), notes, changes, over: before.at }
  }
  for (const [index, one] of given.entries()) yield planOne(one, index)
}

/** Nobody can have looked on a day that is still to come. What stands here already is no news of the file. */
const daysAhead = (entry: DirectoryEntry, before: DirectoryEntry | undefined, today: Day): Flaw[] => {
  const isAhead = (day: string, known: string | undefined) => day > today && day !== known
  const told = entry.kind === 'service' ? entry.capacity?.updated : undefined
  const known = before?.kind === 'service' ? before.capacity?.updated : undefined
  return [
    ...(isAhead(entry.lastChecked, before?.lastChecked) ? [{ field: 'lastChecked', why: 'dates' } as const] : []),
    ...(told !== undefined && isAhead(told, known) ? [{ field: 'available', why: 'dates' } as const] : [])
  ]
}

/** What was found at the place since somebody wrote the entry is not answered by a file. */
const takenOver = (entry: DirectoryEntry, before: DirectoryEntry): DirectoryEntry =>
  entry.kind !== 'service' ? entry : { ...entry, typedAt: entry.typedAt ?? before.at ?? 0 }

const nameIn = (given: unknown): string => {
  const name = typeof given === 'object' && given !== null && 'name' in given ? given.name : undefined
  return typeof name === 'string' ? name : ''
}

/** Whose it is stands inside a service: where that is not there, it was named and not found. */
const toFlaw = ({ path }: { path: PropertyKey[] }, given: unknown): Flaw => {
  const field = String(path[0] ?? 'id')
  const value: unknown =
    typeof given === 'object' && given !== null ? (given as Record<string, unknown>)[field] : undefined
  const isMissing = path.length === 1 && (value === undefined || value === null || value === '')
  const called = CALLED[field] ?? field
  return { field: called, why: isMissing ? (field === 'organization' ? 'unknown' : 'missing') : 'value' }
}

/** Fields of a file and of an entry by the names of the editor. */
const CALLED: Readonly<Record<string, string>> = {
  organization: 'provider',
  service_at_locations: 'places',
  schedules: 'hours',
  attributes: 'needs',
  minimum_age: 'minimumAge',
  maximum_age: 'maximumAge',
  addresses: 'address',
  capacities: 'available',
  providerId: 'provider',
  placeIds: 'places',
  eligibility: 'who',
  capacity: 'available'
}

const changesBetween = (before: DirectoryEntry, after: DirectoryEntry): FieldChange[] => {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const valueOf = (entry: object, field: string) => (entry as Record<string, unknown>)[field]
  return fields
    .filter((field) => JSON.stringify(valueOf(before, field)) !== JSON.stringify(valueOf(after, field)))
    .map((field) => ({
      field: CALLED[field] ?? field,
      before: textOf(field, valueOf(before, field)),
      after: textOf(field, valueOf(after, field))
    }))
}

/** As the editor shows it, and with the notes that it does not, so that two can be told apart. */
const textOf = (field: string, value: unknown): string => {
  if (value === undefined) return ''
  if (field === 'hours') {
    const hours = value as Service['hours']
    const typed = hoursToTyped(hours)
    const open = WEEKDAYS.filter((day) => typed[day] !== '').map((day) => `${day} ${typed[day]}`)
    const notes = (hours === 'unknown' ? [] : hours).flatMap(({ byday, note }) =>
      note === undefined ? [] : [`${byday.join(' ')}${inBrackets(note)}`]
    )
    return [...open, ...notes].join(', ')
  }
  if (field === 'exceptions') return exceptionsToTyped(value as Service['exceptions']).replaceAll('\n', ', ')
  if (field === 'phones')
    return (value as Service['phones']).map(({ number, note }) => `${number}${inBrackets(note)}`).join(', ')
  if (typeof value === 'object' && value !== null && 'en' in value) return Object.values(value).join(' · ')
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'object' && value !== null
    ? Object.values(value)
        .map((part) => textOf('', part))
        .join(' ')
    : `${value as string | number | boolean}`
}

const inBrackets = (note: Words | undefined): string => (note === undefined ? '' : ` (${textOf('note', note)})`)

const ofKind = <Kind extends DirectoryEntry['kind']>(entry: DirectoryEntry | undefined, kind: Kind) =>
  entry?.kind === kind ? (entry as Extract<Provider | Place | Service, { kind: Kind }>) : undefined
