// The columns of every file that leaves, each once: which files have it, its HXL hashtag, and what stands in it. CSV, XLSX and
// the rows for machines are all made from this table. Hashtags: HXL 1.1 core, with attributes of our own where it has none.
import type { QuickService } from '#domain/codes/field-codes.ts'
import type { Sector } from '#domain/codes/needs.ts'
import type { ToldRow } from '#domain/exports/offer.ts'
import { PEOPLE } from '#domain/records/arrival.ts'

/** New arrivals; who does what where, then also when, then also for whom. */
export const FILES = ['arrivals', 'w3', 'w4', 'w5'] as const
export type FileKind = (typeof FILES)[number]

export const COLUMN_IDS = [
  'organisation',
  'sectorCode',
  'sector',
  'activityCode',
  'activity',
  'cityCode',
  'city',
  'zoneCode',
  'zone',
  'from',
  'to',
  'countryCode',
  'country',
  'men',
  'boys',
  'women',
  'girls',
  'people',
  'alone'
] as const
export type ColumnId = (typeof COLUMN_IDS)[number]

/** What a code is called, in the language of the file; and the name of the organisation, which is the same in each. */
export type Names = {
  readonly organisation: string
  readonly city: string
  readonly sector: (code: string) => string
  readonly activity: (code: string) => string
  readonly zone: (code: string) => string
  readonly country: (code: string) => string
}

/** Undefined is not told and stands empty; 0 is nobody. */
export type CellValue = string | number | undefined

export type Column = {
  readonly id: ColumnId
  readonly files: readonly FileKind[]
  readonly tag: (file: FileKind) => string
  readonly value: (row: ToldRow, names: Names) => CellValue
}

const ALL = FILES
const ACTIVITIES = ['w3', 'w4', 'w5'] as const
const DATED = ['arrivals', 'w4', 'w5'] as const
const COUNTED = ['arrivals', 'w5'] as const

/** ISO 3166-2, the city of Belgrade. */
const CITY_CODE = 'RS-00'

const counted = (attributes: string) => (file: FileKind) =>
  file === 'arrivals' ? `#affected+ind${attributes}` : `#reached+ind${attributes}`

/** As the inter-agency response plan for Serbia sorts them. */
const SECTOR_OF_SERVICE: Readonly<Record<QuickService, Sector>> = {
  info: 'protection',
  interpreted: 'protection',
  food_water: 'food',
  clothes: 'items',
  hygiene: 'wash',
  presence: 'protection',
  police: 'protection',
  transport: 'protection'
}

const sectorOf = ({ code }: ToldRow): Sector =>
  Object.entries(SECTOR_OF_SERVICE).find(([service]) => service === code)?.[1] ?? 'protection'

const countOf = (kind: (typeof PEOPLE)[number]) => (row: ToldRow) => row.people[PEOPLE.indexOf(kind)]

export const COLUMNS: readonly Column[] = [
  { id: 'organisation', files: ALL, tag: () => '#org+impl', value: (_, names) => names.organisation },
  { id: 'sectorCode', files: ACTIVITIES, tag: () => '#sector+code', value: sectorOf },
  { id: 'sector', files: ACTIVITIES, tag: () => '#sector+name', value: (row, names) => names.sector(sectorOf(row)) },
  { id: 'activityCode', files: ACTIVITIES, tag: () => '#activity+code', value: ({ code }) => code },
  { id: 'activity', files: ACTIVITIES, tag: () => '#activity+name', value: ({ code }, names) => names.activity(code) },
  { id: 'cityCode', files: ALL, tag: () => '#adm1+code+v_iso3166', value: () => CITY_CODE },
  { id: 'city', files: ALL, tag: () => '#adm1+name', value: (_, names) => names.city },
  { id: 'zoneCode', files: ALL, tag: () => '#loc+code', value: ({ zone }) => zone },
  { id: 'zone', files: ALL, tag: () => '#loc+name', value: ({ zone }, names) => names.zone(zone) },
  { id: 'from', files: DATED, tag: () => '#date+start', value: ({ from }) => from },
  { id: 'to', files: DATED, tag: () => '#date+end', value: ({ to }) => to },
  { id: 'countryCode', files: ['arrivals'], tag: () => '#country+code+origin+v_iso2', value: ({ code }) => code },
  { id: 'country', files: ['arrivals'], tag: () => '#country+name+origin', value: ({ code }, n) => n.country(code) },
  { id: 'men', files: COUNTED, tag: counted('+m+adults'), value: countOf('men') },
  { id: 'boys', files: COUNTED, tag: counted('+m+children'), value: countOf('boys') },
  { id: 'women', files: COUNTED, tag: counted('+f+adults'), value: countOf('women') },
  { id: 'girls', files: COUNTED, tag: counted('+f+children'), value: countOf('girls') },
  { id: 'people', files: COUNTED, tag: counted(''), value: ({ total }) => total },
  { id: 'alone', files: COUNTED, tag: counted('+children+unaccompanied'), value: ({ alone }) => alone }
]

export const columnsOf = (file: FileKind): Column[] => COLUMNS.filter(({ files }) => files.includes(file))
