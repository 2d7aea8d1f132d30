// Hands the language of the screen to what is drawn on it.
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { Format } from '#app/language/format.ts'
import type { InterfaceLanguageControl, LanguageState } from '#app/language/interface-language.ts'
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

/**
 * The languages in use and how to change them. A component that calls this is drawn anew on a switch. `language` is what
 * the words on the screen are in at this moment.
 */
export const useLanguage = (): Omit<InterfaceLanguageControl, 'state'> &
  LanguageState & { language: InterfaceLanguage } => {
  const control = useControl()
  const state = useSyncExternalStore(control.subscribe, control.state, control.state)
  const { i18n } = useTranslation()
  return { ...control, ...state, language: i18n.language as InterfaceLanguage }
}

export const useFormat = (): Format => {
  const { i18n } = useTranslation()
  return useControl().format(i18n.language as InterfaceLanguage)
}

/** The words of a screen in the language of the person opposite, where one is chosen. */
export const useTheirWords = <Name extends Screen>(screen: Name) => {
  const { theirs, words } = useLanguage()
  return theirs && words.getFixedT(theirs, [screen, 'common', 'ui', 'codes'])
}

/** What `InLanguage` is made of. */
export const useControl = (): InterfaceLanguageControl => {
  const control = useContext(ControlContext)
  if (control === undefined) throw new Error('useLanguage stands outside a LanguageProvider')
  return control
}
