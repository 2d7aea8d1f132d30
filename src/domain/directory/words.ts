// Words in several languages: how they are made and which of them is said.
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import type { Words } from '#domain/directory/directory.ts'
import { latinToCyrillic } from '#domain/serbian-script.ts'

type TypedWords = { readonly en: string } & { readonly [Language in TypedLanguage]?: string }
type TypedLanguage = Exclude<InterfaceLanguage, 'en' | 'sr-Cyrl'>

/** Serbian is typed once, in Latin; the Cyrillic is made from it. */
export const words = (typed: TypedWords): Words => ({
  ...typed,
  ...(typed['sr-Latn'] !== undefined && { 'sr-Cyrl': latinToCyrillic(typed['sr-Latn']) })
})

/** The words in this language; Serbian in its other script before English. */
export const sayIn = (spoken: Words, language: string): string => {
  const exact = spoken[language]
  if (exact !== undefined) return exact
  const latin = spoken['sr-Latn']
  return language === 'sr-Cyrl' && latin !== undefined ? latinToCyrillic(latin) : spoken.en
}
