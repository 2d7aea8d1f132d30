// The language of the screen: chosen in one tap, live, with nothing on the screen made anew. Only the ids of the last
// three languages are kept on the phone.
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { createFormat } from '#app/language/format.ts'
import type { Messages } from '#app/language/messages.ts'
import { directionOf, type InterfaceLanguage, isInterfaceLanguage } from '#domain/codes/languages.ts'

export type InterfaceLanguageParts = {
  loadMessages: (language: InterfaceLanguage) => Promise<Messages>
  /** Fetches the letters of a language, so that a switch shows no other font in between. */
  loadLetters: (language: InterfaceLanguage) => Promise<unknown>
  /** localStorage, or anything like it. */
  storage: Pick<Storage, 'getItem' | 'setItem'>
  /** <html>. */
  root: { lang: string; dir: string }
  /** `navigator.languages`. */
  phoneLanguages: readonly string[]
}

export type InterfaceLanguageControl = {
  readonly words: i18n
  current: () => InterfaceLanguage
  /** The last three chosen, the current one first. */
  recent: () => readonly InterfaceLanguage[]
  /** Resolves when the screen speaks the language. A later choice overtakes an earlier one that is still loading. */
  choose: (language: InterfaceLanguage) => Promise<void>
}

const STORAGE_KEY = 'susret.languages'
const RECENT = 3

/** Resolves when the first language is there, with the other recent ones loading behind it. */
export const createInterfaceLanguage = async (parts: InterfaceLanguageParts): Promise<InterfaceLanguageControl> => {
  const { loadMessages, loadLetters, storage, root, phoneLanguages } = parts
  let recent = readRecent(storage)
  let current = recent[0] ?? languageOfPhone(phoneLanguages)
  let wanted = current
  const words = createInstance()

  const load = async (language: InterfaceLanguage) => {
    if (words.hasResourceBundle(language, 'common')) return
    const messages = await loadMessages(language)
    for (const [screen, bundle] of Object.entries(messages)) words.addResourceBundle(language, screen, bundle)
  }
  const show = (language: InterfaceLanguage) => {
    current = language
    root.lang = language
    root.dir = directionOf(language)
  }
  const choose = async (language: InterfaceLanguage) => {
    wanted = language
    await Promise.all([load(language), loadLetters(language)])
    if (wanted !== language) return
    recent = [language, ...recent.filter((other) => other !== language)].slice(0, RECENT)
    storage.setItem(STORAGE_KEY, recent.join(' '))
    show(language)
    await words.changeLanguage(language)
  }

  await words.use(initReactI18next).init({
    lng: current,
    fallbackLng: false,
    resources: {},
    defaultNS: 'common',
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    react: { useSuspense: false }
  })
  // `{{count, number}}`: digits 0–9 in every language, as everywhere on the screen.
  words.services.formatter?.add('number', (value: number, language) => numberIn(language ?? current, value))
  await load(current)
  show(current)
  for (const other of recent.slice(1)) void load(other).then(() => loadLetters(other))
  return { words, current: () => current, recent: () => recent, choose }
}

const numberIn = (language: string, value: number): string =>
  createFormat(isInterfaceLanguage(language) ? language : 'en').count(value)

const readRecent = (storage: Pick<Storage, 'getItem'>): InterfaceLanguage[] =>
  (storage.getItem(STORAGE_KEY) ?? '').split(' ').filter(isInterfaceLanguage).slice(0, RECENT)

/** The first language of the phone that the interface speaks; Serbian without a script is taken for Latin. */
const languageOfPhone = (phoneLanguages: readonly string[]): InterfaceLanguage => {
  for (const tag of phoneLanguages) {
    const { language, script } = new Intl.Locale(tag)
    if (language === 'sr') return script === 'Cyrl' ? 'sr-Cyrl' : 'sr-Latn'
    if (isInterfaceLanguage(language)) return language
  }
  return 'en'
}
