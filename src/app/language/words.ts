// The store of words: each text in the language asked for or, where it has none yet, in English and noted as English.
import { createInstance, type i18n, type PostProcessorModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

type WordsParts = {
  language: InterfaceLanguage
  /** Digits 0–9 in every language: what `{{count, number}}` says. */
  count: (value: number, language: string) => string
  /** Called with each text that stands in for a missing one, as it is shown. */
  onEnglish: (text: string) => void
}

export const createWords = async ({ language, count, onEnglish }: WordsParts): Promise<i18n> => {
  const words = createInstance()
  const noteEnglish: PostProcessorModule = {
    type: 'postProcessor',
    name: 'noteEnglish',
    process: (text: string, _key, options: { lng?: string; i18nResolved?: { usedLng: string } }) => {
      if (text !== '' && options.i18nResolved?.usedLng === 'en' && (options.lng ?? words.language) !== 'en')
        onEnglish(text)
      return text
    }
  }
  await words
    .use(initReactI18next)
    .use(noteEnglish)
    .init({
      lng: language,
      // Dari does not borrow from Farsi: whoever reads it would not know which of the two was checked.
      load: 'currentOnly',
      fallbackLng: 'en',
      resources: {},
      defaultNS: 'common',
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      postProcess: ['noteEnglish'],
      postProcessPassResolved: true,
      react: { useSuspense: false }
    })
  words.services.formatter?.add('number', (value: number, given) => count(value, given ?? language))
  return words
}
