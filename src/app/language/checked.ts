// Whether words may be trusted where a wrong one can harm: a reader of the language has checked them as they stand, before
// the release or at the translator's desk since.
import { CHECKED_WORDS } from 'virtual:checked-words'
import { useLanguage } from '#app/language/language-context.tsx'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

/** `keys`: `screen:key`, all of which must be checked. English is the original. */
export const useAreChecked = (): ((language: InterfaceLanguage, keys: readonly string[]) => boolean) => {
  const { standingFor } = useLanguage()
  return (language, keys) =>
    language === 'en' ||
    keys.every(
      (key) => standingFor(language, key)?.isChecked ?? CHECKED_WORDS[language]?.checked.includes(key) === true
    )
}
