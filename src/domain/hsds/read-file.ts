// What stands in a file of HSDS, in either form, as lists of whole objects nobody has believed yet: a service, a list of them, a
// page of the interface, or a directory as we write it; or tables joined by their ids.
import { readCsv } from '#domain/hsds/csv.ts'
import { parseJsonText } from '#domain/hsds/parse-json.ts'
import { type TableName, textByTable } from '#domain/hsds/table-files.ts'
import { accept, refuse, type Result } from '#domain/result.ts'

export type HsdsObjects = {
  readonly services: readonly unknown[]
  readonly organizations: readonly unknown[]
  readonly locations: readonly unknown[]
}

export const readHsdsJson = (text: string): Result<HsdsObjects, 'unreadable'> => {
  const given = parseJsonText(text)
  if (Array.isArray(given)) return accept(objectsIn(given))
  if (!isObject(given)) return refuse('unreadable')
  const { services, contents, organizations, locations } = given
  const listed = [services ?? contents, organizations, locations].map((list) =>
    Array.isArray(list) ? (list as unknown[]) : []
  )
  const [own = [], others = [], places = []] = listed
  if (services !== undefined || contents !== undefined) return accept(objectsIn(own, others, places))
  return 'organization' in given ? accept(objectsIn([given])) : refuse('unreadable')
}

/** `files`: text by the name of the file, as `services.csv`; with the page of the package where there is one. */
export const readHsdsTables = (files: Readonly<Record<string, string>>): Result<HsdsObjects, 'unreadable'> => {
  const tables = new Map<TableName, Row[]>()
  for (const [table, text] of textByTable(files)) {
    const rows = readCsv(text)
    if (rows === undefined) return refuse('unreadable')
    tables.set(table, rows.map(toRow))
  }
  const rowsIn = (table: TableName): Row[] => tables.get(table) ?? []
  const services = rowsIn('service')
  if (!tables.has('service') || (services.length > 0 && services.every(({ id }) => id === undefined)))
    return refuse('unreadable')
  /** A table that is not there says nothing of anybody; one that is there and has no row says that there is none. */
  const listed = (name: string, table: TableName, rows: readonly Row[] = []): Row =>
    tables.has(table) ? { [name]: rows } : {}
  const by = (table: TableName, key: string) => groupBy(rowsIn(table), key)
  const [addresses, phones, phonesOfProviders, terms, units] = [
    by('address', 'location_id'),
    by('phone', 'service_id'),
    by('phone', 'organization_id'),
    by('taxonomy_term', 'id'),
    by('unit', 'id')
  ]
  const organizations = rowsIn('organization').map((row) => ({
    ...row,
    ...listed('phones', 'phone', phonesOfProviders.get(String(row['id'])))
  }))
  const contactOf = (key: string) => {
    const [hours, numbers] = [by('schedule', key), by('phone', key)]
    return ({ id }: Row) => ({
      ...listed('schedules', 'schedule', hours.get(String(id))),
      ...listed('phones', 'phone', numbers.get(String(id)))
    })
  }
  const [contactOfPlace, contactThere] = [contactOf('location_id'), contactOf('service_at_location_id')]
  const locations = rowsIn('location').map((row) => ({
    ...row,
    ...contactOfPlace(row),
    ...listed('addresses', 'address', addresses.get(String(row['id'])))
  }))
  const organizationById = new Map(organizations.map((row: Row) => [row['id'], row]))
  const locationById = new Map(locations.map((row: Row) => [row['id'], row]))
  const parts = PARTS.map(
    ([name, table]) => [name, table, by(table, table === 'attribute' ? 'link_id' : 'service_id')] as const
  )
  const joined = services.map(({ organization_id: whose, ...service }) => {
    const id = String(service['id'])
    const whole = Object.assign({}, ...parts.map(([name, table, rows]) => listed(name, table, rows.get(id)))) as Row
    return {
      ...service,
      ...listed('phones', 'phone', phones.get(id)),
      ...whole,
      ...mapped(whole, 'service_at_locations', (row) => ({
        ...row,
        ...contactThere(row),
        location: locationById.get(row['location_id'])
      })),
      ...mapped(whole, 'attributes', (row) => ({
        ...row,
        taxonomy_term: terms.get(String(row['taxonomy_term_id']))?.[0]
      })),
      ...mapped(whole, 'capacities', (row) => ({ ...row, unit: units.get(String(row['unit_id']))?.[0] })),
      organization: organizationById.get(whose)
    }
  })
  return accept({ services: joined, organizations, locations })
}

type Row = Readonly<Record<string, unknown>>

const PARTS = [
  ['schedules', 'schedule'],
  ['languages', 'language'],
  ['required_documents', 'required_document'],
  ['attributes', 'attribute'],
  ['service_at_locations', 'service_at_location'],
  ['capacities', 'service_capacity']
] as const

const NUMBERS: readonly string[] = [
  'latitude',
  'longitude',
  'minimum_age',
  'maximum_age',
  'timezone',
  'interval',
  'available',
  'maximum',
  'extension'
]

/** An empty cell says nothing. */
const toRow = (cells: Readonly<Record<string, string>>): Row =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, cell]) => cell !== '')
      .map(([name, cell]) => [
        name,
        NUMBERS.includes(name) && cell.trim() !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell
      ])
  )

const mapped = (whole: Row, name: string, change: (row: Row) => Row): Row => {
  const rows = whole[name]
  return Array.isArray(rows) ? { [name]: (rows as Row[]).map(change) } : {}
}

const groupBy = (rows: readonly Row[], key: string): ReadonlyMap<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const there = groups.get(String(row[key]))
    if (there === undefined) groups.set(String(row[key]), [row])
    else there.push(row)
  }
  return groups
}

/** Whose and where stand inside each service; the same said twice is one, said in two ways both. */
export const objectsIn = (
  services: readonly unknown[],
  organizations: readonly unknown[] = [],
  locations: readonly unknown[] = []
): HsdsObjects => {
  const inside = services.filter(isObject)
  const places = inside.flatMap(({ service_at_locations: joined }) =>
    Array.isArray(joined)
      ? (joined as unknown[]).flatMap((one) => (isObject(one) && isObject(one['location']) ? [one['location']] : []))
      : []
  )
  const whose = inside.flatMap(({ organization }) => (isObject(organization) ? [organization] : []))
  return {
    services,
    organizations: distinct([...whose, ...organizations]),
    locations: distinct([...places, ...locations])
  }
}

const distinct = (all: readonly unknown[]): unknown[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values()
]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
