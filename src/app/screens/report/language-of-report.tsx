// The language of whoever gets a report.
import { useState } from 'react'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { ChooseOne } from '#app/ui/chip-group.tsx'
import { type InterfaceLanguage, LANGUAGES } from '#domain/codes/languages.ts'

/** What coordination, donors and authorities in Serbia read; mine is offered beside them. */
const LANGUAGES_OF_REPORTS: readonly InterfaceLanguage[] = ['en', 'sr-Latn', 'sr-Cyrl']

type LanguageChoiceProps = { language: InterfaceLanguage; onChange: (language: InterfaceLanguage) => void }

export const LanguageChoice = ({ language, onChange }: LanguageChoiceProps) => {
  const t = useWords('report')
  const { language: mine } = useLanguage()
  return (
    <ChooseOne
      label={t('language')}
      isInLine
      options={[...new Set([mine, ...LANGUAGES_OF_REPORTS])].map((value) => ({
        value,
        label: LANGUAGES[value].endonym,
        lang: value
      }))}
      value={language}
      onChange={(tapped) => tapped && onChange(tapped)}
    />
  )
}

/** Mine until another is chosen. One whose words cannot be had now is not taken. */
export const useLanguageOfReport = (): [InterfaceLanguage, (language: InterfaceLanguage) => void] => {
  const { language: mine, fetchWords } = useLanguage()
  const [chosen, setChosen] = useState<InterfaceLanguage>()
  const choose = (language: InterfaceLanguage) =>
    void fetchWords(language).then(({ ok }) => {
      if (ok) setChosen(language)
    })
  return [chosen ?? mine, choose]
}
