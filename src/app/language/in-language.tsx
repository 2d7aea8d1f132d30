// A part of the screen in another language than the rest: what is written for somebody who does not read mine. Everything
// inside finds its words and its way of writing dates there.
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { LanguageProvider, useControl } from '#app/language/language-context.tsx'
import { directionOf, type InterfaceLanguage, isInterfaceLanguage } from '#domain/codes/languages.ts'

type InLanguageProps = { language: InterfaceLanguage; className?: string | undefined; children: ReactNode }

/** Its words must be here: `useLanguagesHere`. Those of the person opposite are, or none is chosen. */
export const InLanguage = ({ language, className, children }: InLanguageProps) => {
  const control = useControl()
  const there = useMemo(
    () => ({ ...control, words: control.words.cloneInstance({ lng: language, initAsync: false }) }),
    [control, language]
  )
  return (
    <LanguageProvider control={there}>
      <div className={className} lang={language} dir={directionOf(language)}>
        {children}
      </div>
    </LanguageProvider>
  )
}

/** Those of the given languages whose words could be had, in their order; undefined until that is known. */
export const useLanguagesHere = (wanted: readonly InterfaceLanguage[]): readonly InterfaceLanguage[] | undefined => {
  const { fetchWords } = useControl()
  const [here, setHere] = useState<readonly InterfaceLanguage[]>()
  const key = wanted.join(' ')
  useEffect(() => {
    let isWanted = true
    const languages = key.split(' ').filter(isInterfaceLanguage)
    void Promise.all(languages.map(fetchWords)).then((fetched) => {
      if (isWanted) setHere(languages.filter((_, at) => fetched[at]?.ok))
    })
    return () => {
      isWanted = false
    }
  }, [fetchWords, key])
  return here
}
