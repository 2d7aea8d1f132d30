// Languages as the standard names them: ISO 639-1 where there is a code, else 639-3. Scripts and countries have no place there.
import { type LanguageId, LANGUAGE_IDS } from '#domain/codes/languages.ts'

const ISO: Partial<Record<LanguageId, string>> = {
  'fa-AF': 'prs',
  'ku-Latn': 'kmr',
  'ku-Arab-IQ': 'kmr',
  'pa-Arab-PK': 'pnb',
  'pa-Guru': 'pa',
  'sr-Latn': 'sr',
  'sr-Cyrl': 'sr'
}

/** ISO 639-3 where others may write it for what we write in 639-1. */
const ALSO: Readonly<Record<string, LanguageId>> = {
  ara: 'ar',
  fas: 'fa',
  pes: 'fa',
  pus: 'ps',
  urd: 'ur',
  ku: 'ku-Latn',
  tur: 'tr',
  eng: 'en',
  fra: 'fr',
  ben: 'bn',
  som: 'so',
  tir: 'ti',
  spa: 'es',
  srp: 'sr-Latn'
}

export const languageToIso = (id: string): string => ISO[id as LanguageId] ?? id

/** Undefined for one that this directory does not know. */
export const isoToLanguage = (code: string): LanguageId | undefined =>
  LANGUAGE_IDS.find((id) => languageToIso(id) === code) ?? ALSO[code]
