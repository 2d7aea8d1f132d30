// Words of the directory on the screen: in its language where they exist, else in English and marked as English.
import { useLanguage } from '#app/language/language-context.tsx'
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'
import type { Words } from '#domain/directory/directory.ts'
import { sayIn } from '#domain/directory/words.ts'

export const Said = ({ words }: { words: Words }) => {
  const { language } = useLanguage()
  const { text, lang } = saidIn(words, language)
  if (lang === language) return text
  return (
    <bdi lang={lang} dir={directionOf(lang)}>
      {text}
    </bdi>
  )
}

/** For a place that takes a text alone: what is said in English is marked as such once it stands on the screen. */
export const useSaid = (): ((words: Words) => string) => {
  const { language, noteEnglish } = useLanguage()
  return (words) => {
    const { text, lang } = saidIn(words, language)
    if (lang !== language) noteEnglish(text)
    return text
  }
}

/** The text, and the language it turned out to be in. */
export const saidIn = (spoken: Words, language: InterfaceLanguage): { text: string; lang: InterfaceLanguage } => ({
  text: sayIn(spoken, language),
  lang: isSpokenIn(spoken, language) ? language : 'en'
})

const isSpokenIn = (spoken: Words, language: InterfaceLanguage): boolean =>
  spoken[language] !== undefined || (language === 'sr-Cyrl' && spoken['sr-Latn'] !== undefined)
