// The words of a file, from those the app has.
import type { i18n } from 'i18next'
import type { Format } from '#app/language/format.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import { fileWords as wordsOf, type FileWords } from '#domain/exports/file-words.ts'

export type { FileWords } from '#domain/exports/file-words.ts'

type Spoken = { readonly language: InterfaceLanguage; readonly words: i18n; readonly format: Format }

export const fileWords = (organisation: string, { language, words, format }: Spoken): FileWords => {
  const t = words.getFixedT(language, ['export', 'codes', 'form', 'review'])
  return wordsOf(organisation, {
    language,
    find: (key, values = {}) =>
      words.exists(key, { lng: language }) ? t(key as 'export:columns.code', values as { name: string }) : undefined,
    country: format.country
  })
}
