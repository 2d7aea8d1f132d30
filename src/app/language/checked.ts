// Whether words may be trusted where a wrong one can harm: a reader of the language has checked them as they stand.
import { CHECKED_WORDS } from 'virtual:checked-words'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

/** `keys`: `screen:key`, all of which must be checked. English is the original. */
export const areChecked = (language: InterfaceLanguage, keys: readonly string[]): boolean =>
  language === 'en' || keys.every((key) => CHECKED_WORDS[language]?.checked.includes(key) === true)
