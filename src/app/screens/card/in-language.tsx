// A part of the screen in another language than the rest: everything inside finds its words and its way of writing dates there.
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { useLanguage } from '#app/language/language-context.tsx'
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'

type InLanguageProps = { language: InterfaceLanguage; className?: string | undefined; children: ReactNode }

/** Its words must be here: `useLanguagesHere`. */
export const InLanguage = ({ language, className, children }: InLanguageProps) => {
  const { words } = useLanguage()
  const own = useMemo(() => words.cloneInstance({ lng: language }), [words, language])
  return (
    <div className={className} lang={language} dir={directionOf(language)}>
      <I18nextProvider i18n={own}>{children}</I18nextProvider>
    </div>
  )
}

/** Those of the given languages whose words could be had, in their order; undefined until that is known. */
export const useLanguagesHere = (wanted: readonly InterfaceLanguage[]): readonly InterfaceLanguage[] | undefined => {
  const { fetchWords } = useLanguage()
  const [here, setHere] = useState<readonly InterfaceLanguage[]>()
  const key = wanted.join(' ')
  useEffect(() => {
    let isWanted = true
    const languages = key.split(' ') as InterfaceLanguage[]
    void Promise.all(languages.map(fetchWords)).then((fetched) => {
      if (isWanted) setHere(languages.filter((_, at) => fetched[at]?.ok))
    })
    return () => {
      isWanted = false
    }
  }, [fetchWords, key])
  return here
}
