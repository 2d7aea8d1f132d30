// Hands the language of the screen to what is drawn on it.
import { createContext, type ReactNode, useContext } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { createFormat, type Format } from '#app/language/format.ts'
import type { InterfaceLanguageControl } from '#app/language/interface-language.ts'
import type { Screen } from '#app/language/messages.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

const ControlContext = createContext<InterfaceLanguageControl | undefined>(undefined)

type LanguageProviderProps = { control: InterfaceLanguageControl; children: ReactNode }

export const LanguageProvider = ({ control, children }: LanguageProviderProps) => (
  <ControlContext value={control}>
    <I18nextProvider i18n={control.words}>{children}</I18nextProvider>
  </ControlContext>
)

/** The words of a screen: `t('title')`, and of the shared lists with their name before them: `t('codes:needs.water')`. */
export const useWords = <Name extends Screen>(screen: Name) => useTranslation([screen, 'common', 'ui', 'codes']).t

/** The current language and how to change it. A component that calls this is drawn anew on a switch. */
export const useLanguage = (): InterfaceLanguageControl & { language: InterfaceLanguage } => {
  const control = useContext(ControlContext)
  if (control === undefined) throw new Error('useLanguage stands outside a LanguageProvider')
  const { i18n } = useTranslation()
  return { ...control, language: i18n.language as InterfaceLanguage }
}

const formats = new Map<InterfaceLanguage, Format>()

export const useFormat = (): Format => {
  const { i18n } = useTranslation()
  return formatOf(i18n.language as InterfaceLanguage)
}

const formatOf = (language: InterfaceLanguage): Format => {
  const known = formats.get(language)
  if (known !== undefined) return known
  const format = createFormat(language)
  formats.set(language, format)
  return format
}
