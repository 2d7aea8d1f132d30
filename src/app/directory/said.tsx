// Words of the directory on the screen: in its language where they exist, else a name as it is written there, in Serbian, and
// all else in English; marked as what it is.
import { useLanguage } from '#app/language/language-context.tsx'
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'
import type { Words } from '#domain/directory/directory.ts'
import { sayIn } from '#domain/directory/words.ts'

/** `isName`: what an organisation or a place is called, which stands on its door. */
export const Said = ({ words, isName }: { words: Words; isName?: boolean }) => {
  const { language } = useLanguage()
  const { text, lang } = saidIn(words, language, isName)
  if (lang === language) return text
  return (
    <bdi lang={lang} dir={directionOf(lang)} data-stands-in>
      {text}
    </bdi>
  )
}

/** For a place that takes a text alone: what is said in another language is marked as such once it stands on the screen. */
export const useSaid = (): ((words: Words, isName?: boolean) => string) => {
  const { language, noteForeign } = useLanguage()
  return (words, isName) => {
    const { text, lang } = saidIn(words, language, isName)
    if (lang !== language) noteForeign(text, lang)
    return text
  }
}

/** The text, and the language it turned out to be in. */
export const saidIn = (
  spoken: Words,
  language: InterfaceLanguage,
  isName = false
): { text: string; lang: InterfaceLanguage } => {
  const lang = isSpokenIn(spoken, language) ? language : isName && spoken['sr-Latn'] !== undefined ? 'sr-Latn' : 'en'
  return { text: sayIn(spoken, lang), lang }
}

const isSpokenIn = (spoken: Words, language: InterfaceLanguage): boolean =>
  spoken[language] !== undefined || (language === 'sr-Cyrl' && spoken['sr-Latn'] !== undefined)
