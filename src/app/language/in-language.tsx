// A part of the screen in another language than the rest: what is written for somebody who does not read mine. The words of
// that language have to be here (`fetchWords`).
import { type ReactNode, useMemo } from 'react'
import { LanguageProvider, useControl } from '#app/language/language-context.tsx'
import { directionOf, type InterfaceLanguage } from '#domain/codes/languages.ts'

export const InLanguage = ({ language, children }: { language: InterfaceLanguage; children: ReactNode }) => {
  const control = useControl()
  const there = useMemo(
    () => ({ ...control, words: control.words.cloneInstance({ lng: language, initAsync: false }) }),
    [control, language]
  )
  return (
    <LanguageProvider control={there}>
      <div lang={language} dir={directionOf(language)}>
        {children}
      </div>
    </LanguageProvider>
  )
}
