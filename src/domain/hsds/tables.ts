// The same directory in the standard's other form: a table for each kind of object, joined by ids, and the page that says
// which tables there are (a Tabular Data Package).
import { NEED_TAXONOMY, NEED_TERMS } from '#domain/hsds/needs.ts'
import type { HsdsDirectory, HsdsLocation, HsdsOrganization, HsdsService } from '#domain/hsds/shape.ts'
import { PACKAGE_FILE, TABLE_FILES, type TableName } from '#domain/hsds/table-files.ts'
import { derivedUuid } from '#domain/uuid.ts'

type Cell = string | number | boolean | null | undefined
type Row = Readonly<Record<string, Cell>>

/** Columns in the order they are written; those the standard requires come first. */
const TABLES = {
  organization: ['id', 'name', 'description', 'alternate_name', 'website'],
  service: [
    'id',
    'organization_id',
    'name',
    'status',
    'description',
    'application_process',
    'eligibility_description',
    'minimum_age',
    'maximum_age',
    'alert',
    'assured_date',
    'last_modified'
  ],
  location: ['id', 'location_type', 'name', 'transportation', 'latitude', 'longitude'],
  service_at_location: ['id', 'service_id', 'location_id'],
  address: ['id', 'location_id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
  phone: ['id', 'service_id', 'organization_id', 'number', 'description'],
  schedule: [
    'id',
    'service_id',
    'freq',
    'byday',
    'opens_at',
    'closes_at',
    'timezone',
    'dtstart',
    'until',
    'description',
    'notes'
  ],
  language: ['id', 'service_id', 'code'],
  required_document: ['id', 'service_id', 'document'],
  attribute: ['id', 'link_id', 'taxonomy_term_id', 'link_entity'],
  taxonomy: ['id', 'name', 'description'],
  taxonomy_term: ['id', 'name', 'description', 'code', 'taxonomy_id'],
  unit: ['id', 'name'],
  service_capacity: ['id', 'service_id', 'unit_id', 'available', 'maximum', 'updated']
} as const satisfies Record<TableName, readonly string[]>

export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

/** File by name, `datapackage.json` among them. */
export const toTables = (directory: HsdsDirectory): Record<string, string> => {
  const rows = rowsOf(directory)
  const files = TABLE_NAMES.map((table) => [TABLE_FILES[table], toCsv(TABLES[table], rows[table])] as const)
  return { ...Object.fromEntries(files), [PACKAGE_FILE]: `${JSON.stringify(PACKAGE, undefined, 2)}\n` }
}

const rowsOf = ({ services, organizations, locations }: HsdsDirectory): Record<TableName, readonly Row[]> => {
  const everyOrganization = distinct([...services.map(({ organization }) => organization), ...organizations])
  const everyLocation = distinct([...services.flatMap(placesOf), ...locations])
  return {
    organization: everyOrganization.map(flat),
    service: services.map((service) => ({ ...flat(service), organization_id: service.organization.id })),
    location: everyLocation.map(flat),
    service_at_location: of(services, ({ service_at_locations: joined = [] }) =>
      joined.map(({ id, location }) => ({ id, location_id: location.id }))
    ),
    address: everyLocation.flatMap(({ id, addresses = [] }) => addresses.map((row) => ({ ...row, location_id: id }))),
    phone: [
      ...of(services, ({ phones = [] }) => phones),
      ...everyOrganization.flatMap(({ id, phones = [] }) => phones.map((row) => ({ ...row, organization_id: id })))
    ],
    schedule: of(services, ({ schedules = [] }) => schedules),
    language: of(services, ({ languages = [] }) => languages),
    required_document: of(services, ({ required_documents: documents = [] }) => documents),
    attribute: services.flatMap(({ attributes = [] }) => attributes.map(flat)),
    taxonomy: [NEED_TAXONOMY],
    taxonomy_term: NEED_TERMS,
    unit: distinct(services.flatMap(({ capacities = [] }) => capacities.map(({ unit }) => unit))),
    service_capacity: of(services, ({ capacities = [] }) =>
      capacities.map(({ unit, ...capacity }) => ({ ...capacity, unit_id: unit.id }))
    )
  }
}

const placesOf = ({ service_at_locations: joined = [] }: HsdsService): HsdsLocation[] =>
  joined.map(({ location }) => location)

const of = (services: readonly HsdsService[], parts: (service: HsdsService) => readonly Row[]): Row[] =>
  services.flatMap((service) => parts(service).map((row) => ({ ...row, service_id: service.id })))

const distinct = <One extends { readonly id: string }>(all: readonly One[]): One[] => [
  ...new Map(all.map((one) => [one.id, one])).values()
]

/** What is an object or a list has a table of its own. */
const flat = (row: HsdsService | HsdsLocation | HsdsOrganization | object): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => typeof value !== 'object'))

/** RFC 4180. */
const toCsv = (columns: readonly string[], rows: readonly Row[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(toCell).join(',')}\r\n`)
    .join('')

const toCell = (value: Exclude<Cell, null | undefined>): string => {
  const text = String(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const KEYS: Readonly<Record<string, TableName>> = {
  organization_id: 'organization',
  service_id: 'service',
  location_id: 'location',
  taxonomy_id: 'taxonomy',
  taxonomy_term_id: 'taxonomy_term',
  unit_id: 'unit'
}
const NUMBERS: readonly string[] = [
  'latitude',
  'longitude',
  'minimum_age',
  'maximum_age',
  'timezone',
  'available',
  'maximum'
]

const PACKAGE = {
  profile: 'tabular-data-package',
  name: 'susret-directory',
  id: derivedUuid('datapackage'),
  title: 'Service directory (HSDS 3.0)',
  resources: TABLE_NAMES.map((table) => ({
    profile: 'tabular-data-resource',
    name: table,
    path: TABLE_FILES[table],
    encoding: 'utf-8',
    schema: {
      primaryKey: 'id',
      fields: TABLES[table].map((name) => ({ name, type: NUMBERS.includes(name) ? 'number' : 'string' })),
      foreignKeys: TABLES[table]
        .filter((name) => name in KEYS)
        .map((name) => ({ fields: name, reference: { resource: KEYS[name], fields: 'id' } }))
    }
  }))
}
