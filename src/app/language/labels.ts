// Words for codes and for the labels of a form, which are data: from our own lists, from `Intl`, or the organisation's.
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/language/language-context.tsx'
import { SPECIAL_COUNTRIES } from '#domain/codes/countries.ts'
import { directionOf, isLanguage, LANGUAGES, type LanguageId } from '#domain/codes/languages.ts'
import type { CHOICE_LISTS, ChoiceSource, Label } from '#domain/form/form.ts'

type ListName = (typeof CHOICE_LISTS)[number]

export type LanguageName = {
  /** The name its speakers read, with the attributes it needs. */
  native: string
  lang: string
  dir: 'ltr' | 'rtl'
  /** Its name in the language of the screen. */
  mine: string
}

export type Labels = {
  /** A code of one of our lists. An unknown code stands for itself: a newer phone may know more than this one. */
  code: (list: ListName, code: string) => string
  country: (code: string) => string
  language: (id: LanguageId) => LanguageName
  /** A form's label: our own word of namespace `form`, or the organisation's words, in English where ours is missing. */
  label: (label: Label) => string
  /** The label of one choice of a question. */
  choice: (source: ChoiceSource, code: string) => string
}

export const useLabels = (): Labels => {
  const { t, i18n } = useTranslation(['form', 'codes'])
  const format = useFormat()
  const word = (key: string, otherwise: string): string =>
    t(key as 'codes:yesNoUnsure.yes', { defaultValue: '' }) || otherwise

  const country = (code: string) =>
    isSpecial(code) ? word(`codes:countries.${code}`, code) : /^[A-Z]{2}$/.test(code) ? format.country(code) : code
  const code = (list: ListName, value: string) =>
    list === 'countries' ? country(value) : word(`codes:${list}.${value}`, value)
  const label = (given: Label) =>
    'key' in given ? word(`form:${given.key}`, given.key) : (given.text[i18n.language] ?? given.text['en'] ?? '')
  const choice = (source: ChoiceSource, value: string) => {
    if ('list' in source) return code(source.list, value)
    const own = source.own.find((candidate) => candidate.code === value)
    return own === undefined ? value : label(own.label)
  }
  const language = (id: LanguageId) => ({
    native: LANGUAGES[id].endonym,
    lang: id,
    dir: directionOf(id),
    mine: code('languages', id)
  })
  return { code, country, language, label, choice }
}

/** The name of a language in its own letters. */
export const nativeNameOf = (id: string): { native: string; lang: string; dir: 'ltr' | 'rtl' } | undefined =>
  isLanguage(id) ? { native: LANGUAGES[id].endonym, lang: id, dir: directionOf(id) } : undefined

const isSpecial = (code: string): boolean => (SPECIAL_COUNTRIES as readonly string[]).includes(code)
