// What columns and codes are called in the language a file is in, which need not be that of a screen. Where the words come from is
// told from outside: the phone has them in its app, the server in its files.
import { SPECIAL_COUNTRIES } from '#domain/codes/countries.ts'
import { findItem } from '#domain/codes/items.ts'
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'
import type { ColumnId } from '#domain/exports/columns.ts'
import { CITY, OTHER } from '#domain/exports/detail.ts'
import type { SheetWords } from '#domain/exports/sheet.ts'

export type FileWords = SheetWords & { readonly codes: string; readonly isRightToLeft: boolean }

export type Spoken = {
  readonly language: InterfaceLanguage
  /** Of a key with its file, as in `form:men`; undefined where there is none. */
  readonly find: (key: string, values?: Readonly<Record<string, string>>) => string | undefined
  /** Of ISO 3166. */
  readonly country: (code: string) => string
}

export const fileWords = (organisation: string, { language, find, country }: Spoken): FileWords => {
  const word = (key: string, values?: Readonly<Record<string, string>>) => find(key, values) ?? key
  const known = (list: string, code: string) => find(`codes:${list}.${code}`) ?? code
  const item = (code: string) => find(`handouts:items.${code}`) ?? code
  const heading = (column: ColumnId): string => {
    const plain = column.endsWith('Code') ? column.slice(0, -'Code'.length) : column
    const name = word(HEADINGS[plain as keyof typeof HEADINGS])
    return plain === column ? name : word('export:columns.code', { name })
  }
  return {
    names: {
      organisation,
      city: word('export:belgrade'),
      sector: (code) => known('sectors', code),
      activity: (code) =>
        findItem(code) ? `${word('handouts:handedOut')}: ${item(code)}` : known('quickServices', code),
      need: (code) => known('needs', code),
      item,
      unit: (code) => find(`handouts:units.${code}`) ?? code,
      step: (code) => (code === 'made' ? word('review:columns.referrals') : known('referralStates', code)),
      zone: (code) => (code === CITY ? word('export:belgrade') : known('zones', code)),
      country: (code) => {
        if (code === OTHER) return word('export:other')
        if (code === '') return ''
        return (SPECIAL_COUNTRIES as readonly string[]).includes(code) ? known('countries', code) : country(code)
      },
      due: (code) => known('dues', code),
      answer: (code) => known('yesNoUnsure', code),
      nrc: (code) => word(`export:nrc.${code}`)
    },
    heading,
    codes: word('export:codes'),
    isRightToLeft: directionOf(language) === 'rtl'
  }
}

type Plain = { [Id in ColumnId]: Id extends `${string}Code` ? never : Id }[ColumnId]

const HEADINGS: Readonly<Record<Plain, string>> = {
  organisation: 'export:columns.organisation',
  sector: 'export:columns.sector',
  activity: 'review:cuts.given',
  need: 'review:cuts.needs',
  item: 'export:columns.item',
  city: 'export:columns.city',
  zone: 'review:cuts.zone',
  from: 'export:columns.from',
  to: 'export:columns.to',
  country: 'form:country',
  men: 'form:men',
  boys: 'form:boys',
  women: 'form:women',
  girls: 'form:girls',
  people: 'review:columns.people',
  alone: 'review:tiles.childrenAlone',
  quantity: 'export:columns.quantity',
  unit: 'handouts:unit',
  handouts: 'export:columns.handouts',
  step: 'record:state',
  referrals: 'review:columns.referrals'
}
