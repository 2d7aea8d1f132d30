// Which languages this phone uses: only their ids are kept, in plain, for the screen must speak before the phone is unlocked.
import { type InterfaceLanguage, isInterfaceLanguage } from '#domain/codes/languages.ts'

/** localStorage, or anything like it. */
export type LanguageStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type LanguagesInUse = {
  /** The language of the screen. */
  mine: InterfaceLanguage
  /** The language of the person opposite; undefined while none is chosen for them, and when it is that of the screen. */
  theirs: InterfaceLanguage | undefined
  /** The person opposite reads the language of the screen. */
  isShared: boolean
  /** The last three chosen, for either; the one on the screen first. */
  recent: readonly InterfaceLanguage[]
}

const RECENT_KEY = 'susret.languages'
const THEIRS_KEY = 'susret.their-language'
const RECENT = 3

export const readLanguages = (storage: LanguageStorage, phoneLanguages: readonly string[]): LanguagesInUse => {
  const recent = (storage.getItem(RECENT_KEY) ?? '').split(' ').filter(isInterfaceLanguage).slice(0, RECENT)
  const mine = recent[0] ?? languageOfPhone(phoneLanguages)
  const theirs = storage.getItem(THEIRS_KEY) ?? ''
  return { ...together(mine, isInterfaceLanguage(theirs) ? theirs : undefined), recent }
}

export const writeLanguages = (storage: LanguageStorage, { mine, theirs, isShared, recent }: LanguagesInUse): void => {
  const read = isShared ? mine : theirs
  storage.setItem(RECENT_KEY, recent.join(' '))
  if (read === undefined) storage.removeItem(THEIRS_KEY)
  else storage.setItem(THEIRS_KEY, read)
}

/**
 * Who takes the other's language for the screen gives theirs in return: the two are never the same. Where both read that of the
 * screen, the other goes on reading it.
 */
export const withMine = (used: LanguagesInUse, mine: InterfaceLanguage): LanguagesInUse => ({
  ...together(mine, used.isShared || used.theirs === mine ? used.mine : used.theirs),
  recent: firstOf(mine, used.recent)
})

/** Who reads the language of the screen needs no other: that of the person before does not stay. */
export const withTheirs = (used: LanguagesInUse, theirs: InterfaceLanguage | undefined): LanguagesInUse => {
  const next = { ...used, ...together(used.mine, theirs) }
  if (next.theirs === undefined) return next
  return { ...next, recent: firstOf(used.mine, firstOf(next.theirs, used.recent)) }
}

const together = (mine: InterfaceLanguage, theirs: InterfaceLanguage | undefined) => ({
  mine,
  theirs: theirs === mine ? undefined : theirs,
  isShared: theirs === mine
})

const firstOf = (language: InterfaceLanguage, recent: readonly InterfaceLanguage[]): InterfaceLanguage[] =>
  [language, ...recent.filter((other) => other !== language)].slice(0, RECENT)

/** The first language of the phone that the interface speaks. */
const languageOfPhone = (phoneLanguages: readonly string[]): InterfaceLanguage =>
  phoneLanguages.flatMap(idsOfTag).find(isInterfaceLanguage) ?? 'en'

/** Best first. Serbian without a script is taken for Latin, Kurdish for Kurmanji, Farsi of Afghanistan for Dari. */
const idsOfTag = (tag: string): string[] => {
  const { language, script, region } = new Intl.Locale(tag)
  if (language === 'sr') return [script === 'Cyrl' ? 'sr-Cyrl' : 'sr-Latn']
  if (language === 'ku' || language === 'kmr') return [script === 'Arab' ? 'ckb' : 'ku-Latn']
  if (language === 'prs' || (language === 'fa' && region === 'AF')) return ['fa-AF', 'fa']
  return [language]
}
