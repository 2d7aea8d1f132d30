// What columns and codes are called in the language a file is in, which need not be that of the screen.
import type { i18n } from 'i18next'
import type { Format } from '#app/language/format.ts'
import { SPECIAL_COUNTRIES } from '#domain/codes/countries.ts'
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'
import type { ColumnId } from '#domain/exports/columns.ts'
import { CITY, OTHER } from '#domain/exports/detail.ts'
import type { SheetWords } from '#domain/exports/sheet.ts'

export type FileWords = SheetWords & { readonly codes: string; readonly isRightToLeft: boolean }

type Spoken = { readonly language: InterfaceLanguage; readonly words: i18n; readonly format: Format }

export const fileWords = (organisation: string, { language, words, format }: Spoken): FileWords => {
  const t = words.getFixedT(language, ['export', 'codes', 'form', 'review'])
  const word = (key: string): string => t(key as 'belgrade')
  const known = (list: string, code: string): string =>
    words.exists(`codes:${list}.${code}`, { lng: language }) ? word(`codes:${list}.${code}`) : code
  const heading = (column: ColumnId): string => {
    const plain = column.endsWith('Code') ? column.slice(0, -'Code'.length) : column
    const name = word(HEADINGS[plain as keyof typeof HEADINGS])
    return plain === column ? name : t('columns.code', { name })
  }
  return {
    names: {
      organisation,
      city: t('belgrade'),
      sector: (code) => known('sectors', code),
      activity: (code) => known('quickServices', code),
      zone: (code) => (code === CITY ? t('belgrade') : known('zones', code)),
      country: (code) => {
        if (code === OTHER) return t('other')
        if (code === '') return ''
        return (SPECIAL_COUNTRIES as readonly string[]).includes(code) ? known('countries', code) : format.country(code)
      }
    },
    heading,
    codes: t('codes'),
    isRightToLeft: directionOf(language) === 'rtl'
  }
}

type Plain = { [Id in ColumnId]: Id extends `${string}Code` ? never : Id }[ColumnId]

const HEADINGS: Readonly<Record<Plain, string>> = {
  organisation: 'columns.organisation',
  sector: 'columns.sector',
  activity: 'review:cuts.given',
  city: 'columns.city',
  zone: 'review:cuts.zone',
  from: 'columns.from',
  to: 'columns.to',
  country: 'form:country',
  men: 'form:men',
  boys: 'form:boys',
  women: 'form:women',
  girls: 'form:girls',
  people: 'review:columns.people',
  alone: 'review:tiles.childrenAlone'
}
