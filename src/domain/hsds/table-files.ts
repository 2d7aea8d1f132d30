// Which file of a package of HSDS holds which table. The standard names tables in the singular and nearly all of their files in the
// plural; others name files by either, or say in the page of the package where each table is.
import * as z from 'zod/mini'
import { parseJsonText } from '#domain/hsds/parse-json.ts'

/** As the standard's own package has them. */
export const TABLE_FILES = {
  organization: 'organizations.csv',
  service: 'services.csv',
  location: 'locations.csv',
  service_at_location: 'service_at_location.csv',
  address: 'addresses.csv',
  phone: 'phones.csv',
  schedule: 'schedules.csv',
  language: 'languages.csv',
  required_document: 'required_documents.csv',
  attribute: 'attributes.csv',
  taxonomy: 'taxonomies.csv',
  taxonomy_term: 'taxonomy_terms.csv',
  unit: 'units.csv',
  service_capacity: 'service_capacity.csv'
} as const satisfies Record<string, string>
export type TableName = keyof typeof TABLE_FILES

export const PACKAGE_FILE = 'datapackage.json'

/** `files`: text by the name of the file, whatever folder it lies in. A table that is not of ours is left out. */
export const textByTable = (files: Readonly<Record<string, string>>): ReadonlyMap<TableName, string> => {
  const packaged = tablesIn(files[PACKAGE_FILE] ?? '')
  const found = Object.entries(files).flatMap(([file, text]) => {
    const table = packaged.get(file) ?? TABLE_BY_NAME.get(file.replace(/\.csv$/i, ''))
    return table === undefined ? [] : [{ table, text, isPackaged: packaged.has(file) }]
  })
  // Where two files would be the same table, it is the one that the package names.
  return new Map(
    found.sort((a, b) => Number(a.isPackaged) - Number(b.isPackaged)).map(({ table, text }) => [table, text])
  )
}

export const fileName = (path: string): string => path.replace(/^.*\//, '')

const Package = z.object({ resources: z.array(z.object({ name: z.string(), path: z.unknown() })) })

/** By the name of its file. A page that cannot be read says nothing. */
const tablesIn = (page: string): ReadonlyMap<string, TableName> => {
  const read = Package.safeParse(parseJsonText(page))
  const resources = read.success ? read.data.resources : []
  return new Map(
    resources.flatMap(({ name, path }) => {
      const table = TABLE_BY_NAME.get(name)
      return table === undefined || typeof path !== 'string' ? [] : [[fileName(path), table] as const]
    })
  )
}

const pluralOf = (name: string): string => `${name.replace(/y$/, 'ie').replace(/s$/, 'se')}s`

const TABLE_BY_NAME: ReadonlyMap<string, TableName> = new Map(
  (Object.keys(TABLE_FILES) as TableName[]).flatMap((table) => [
    [table, table] as const,
    [pluralOf(table), table] as const
  ])
)
