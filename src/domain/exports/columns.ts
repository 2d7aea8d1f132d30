// The columns of every file that leaves, each once: which files have it, its HXL hashtag, and what stands in it. CSV, XLSX and
// the rows for machines are all made from this table. Hashtags: HXL 1.1 core, with attributes of our own where it has none.
import type { QuickService } from '#domain/codes/field-codes.ts'
import { iso3Of } from '#domain/codes/iso3.ts'
import { findItem, ITEMS, type Unit } from '#domain/codes/items.ts'
import { NEEDS, type Sector } from '#domain/codes/needs.ts'
import type { CountedSubject, ToldRow } from '#domain/exports/offer.ts'
import { WHAT_IS_DONE } from '#domain/exports/who-does-what.ts'
import { PEOPLE } from '#domain/records/arrival.ts'
import type { Due } from '#domain/records/referral.ts'

/** New arrivals; what they need; how far referrals came; items handed out; who does what where, then also when exactly, then also for whom. */
export const FILES = ['arrivals', 'needs', 'referrals', 'items', 'w3', 'w4', 'w5'] as const
export type FileKind = (typeof FILES)[number]

/** What is counted for each: several files tell one table, and some tell two. */
export const SUBJECTS_OF = {
  arrivals: ['arrivals'],
  needs: ['needs'],
  referrals: ['referrals'],
  items: ['items'],
  w3: WHAT_IS_DONE,
  w4: WHAT_IS_DONE,
  w5: WHAT_IS_DONE
} as const satisfies Record<FileKind, readonly (CountedSubject | 'referrals')[]>

export const COLUMN_IDS = [
  'organisation',
  'sectorCode',
  'sector',
  'activityCode',
  'activity',
  'needCode',
  'need',
  'itemCode',
  'item',
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
  'alone',
  'quantity',
  'unitCode',
  'unit',
  'handouts',
  'stepCode',
  'step',
  'referrals'
] as const
export type ColumnId = (typeof COLUMN_IDS)[number]

/** What a code is called, in the language of the file; and the name of the organisation, which is the same in each. */
export type Names = {
  readonly organisation: string
  readonly city: string
  readonly sector: (code: string) => string
  readonly activity: (code: string) => string
  readonly need: (code: string) => string
  readonly item: (code: string) => string
  readonly unit: (code: string) => string
  readonly step: (code: string) => string
  readonly zone: (code: string) => string
  readonly country: (code: string) => string
  /** By when a referral is to be answered. */
  readonly due: (code: Due) => string
  readonly answer: (code: 'yes' | 'no') => string
  /** What NRC's files say of every row alike. */
  readonly nrc: (code: 'fieldActivity' | 'external') => string
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
const SECTORED = ['needs', 'items', ...ACTIVITIES] as const
const PLACED = ['arrivals', 'needs', 'items', ...ACTIVITIES] as const
const COUNTED = ['arrivals', 'needs', 'w5'] as const
const HANDED_OUT = ['items', 'w5'] as const

/** ISO 3166-2, the city of Belgrade. */
export const CITY_CODE = 'RS-00'

const COUNTED_AS: Readonly<Partial<Record<FileKind, string>>> = { arrivals: '#affected', needs: '#inneed' }

const counted = (attributes: string) => (file: FileKind) => `${COUNTED_AS[file] ?? '#reached'}+ind${attributes}`

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

/** What is called like a need is of its sector too. */
const SECTOR_OF: ReadonlyMap<string, Sector> = new Map(Object.entries({ ...NEEDS, ...SECTOR_OF_SERVICE }))

const sectorOf = ({ code, items }: ToldRow): Sector => {
  const item = items && findItem(code)
  return item ? ITEMS[item].sector : (SECTOR_OF.get(code) ?? 'protection')
}

/** Beside people, who have none. */
const unitOf = ({ code, items }: ToldRow): Unit | undefined => {
  const item = items && findItem(code)
  return item && ITEMS[item].unit
}

const countOf = (kind: (typeof PEOPLE)[number]) => (row: ToldRow) => row.people[PEOPLE.indexOf(kind)]

export const COLUMNS: readonly Column[] = [
  { id: 'organisation', files: ALL, tag: () => '#org+impl', value: (_, names) => names.organisation },
  { id: 'sectorCode', files: SECTORED, tag: () => '#sector+code', value: sectorOf },
  { id: 'sector', files: SECTORED, tag: () => '#sector+name', value: (row, names) => names.sector(sectorOf(row)) },
  { id: 'activityCode', files: ACTIVITIES, tag: () => '#activity+code', value: ({ code }) => code },
  { id: 'activity', files: ACTIVITIES, tag: () => '#activity+name', value: ({ code }, names) => names.activity(code) },
  { id: 'needCode', files: ['needs'], tag: () => '#need+code', value: ({ code }) => code },
  { id: 'need', files: ['needs'], tag: () => '#need+name', value: ({ code }, names) => names.need(code) },
  { id: 'itemCode', files: ['items'], tag: () => '#item+code', value: ({ code }) => code },
  { id: 'item', files: ['items'], tag: () => '#item+name', value: ({ code }, names) => names.item(code) },
  { id: 'cityCode', files: ALL, tag: () => '#adm1+code+v_iso3166', value: () => CITY_CODE },
  { id: 'city', files: ALL, tag: () => '#adm1+name', value: (_, names) => names.city },
  { id: 'zoneCode', files: PLACED, tag: () => '#loc+code', value: ({ zone }) => zone },
  { id: 'zone', files: PLACED, tag: () => '#loc+name', value: ({ zone }, names) => names.zone(zone) },
  { id: 'from', files: ALL, tag: () => '#date+start', value: ({ from }) => from },
  { id: 'to', files: ALL, tag: () => '#date+end', value: ({ to }) => to },
  {
    id: 'countryCode',
    files: ['arrivals'],
    tag: () => '#country+code+origin+v_iso3',
    value: ({ code }) => iso3Of(code)
  },
  { id: 'country', files: ['arrivals'], tag: () => '#country+name+origin', value: ({ code }, n) => n.country(code) },
  { id: 'men', files: COUNTED, tag: counted('+m+adults'), value: countOf('men') },
  { id: 'boys', files: COUNTED, tag: counted('+m+children'), value: countOf('boys') },
  { id: 'women', files: COUNTED, tag: counted('+f+adults'), value: countOf('women') },
  { id: 'girls', files: COUNTED, tag: counted('+f+children'), value: countOf('girls') },
  { id: 'people', files: COUNTED, tag: counted(''), value: ({ total }) => total },
  { id: 'alone', files: COUNTED, tag: counted('+children+unaccompanied'), value: ({ alone }) => alone },
  { id: 'quantity', files: HANDED_OUT, tag: () => '#output+num', value: ({ items }) => items?.pieces },
  { id: 'unitCode', files: HANDED_OUT, tag: () => '#item+unit+code', value: unitOf },
  {
    id: 'unit',
    files: HANDED_OUT,
    tag: () => '#item+unit+name',
    value: (row, names) => {
      const unit = unitOf(row)
      return unit && names.unit(unit)
    }
  },
  { id: 'handouts', files: ['items'], tag: () => '#activity+num', value: ({ items }) => items?.times },
  { id: 'stepCode', files: ['referrals'], tag: () => '#status+code', value: ({ code }) => code },
  { id: 'step', files: ['referrals'], tag: () => '#status+name', value: ({ code }, names) => names.step(code) },
  { id: 'referrals', files: ['referrals'], tag: () => '#output+num', value: ({ total }) => total }
]

export const columnsOf = (file: FileKind): Column[] => COLUMNS.filter(({ files }) => files.includes(file))
