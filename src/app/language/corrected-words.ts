// Keeps the words on the screen corrected: when a language is loaded, and when corrections have come. Fetched only when there
// is one.
import type { i18n } from 'i18next'
import { type Laid, layOver } from '#app/language/lay-over.ts'
import type { Messages } from '#app/language/messages.ts'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'
import type { Wording } from '#domain/wording.ts'

export type CorrectedWords = {
  /** A language was loaded: what is known of corrections is laid over it. */
  readonly lay: (language: InterfaceLanguage) => void
  /** All there are; those that are no longer among them are gone. */
  readonly correct: (wordings: readonly Wording[]) => void
  /** The correction that stands in place of a text, `screen:part.key`. */
  readonly standingFor: (language: InterfaceLanguage, key: string) => Wording | undefined
}

/** `shipped`: the languages that are loaded, as the app brings them. */
export const createCorrectedWords = (
  words: i18n,
  shipped: ReadonlyMap<InterfaceLanguage, Messages>
): CorrectedWords => {
  const laid = new Map<InterfaceLanguage, Laid>()
  let wordings: readonly Wording[] = []

  const layOne = (language: InterfaceLanguage) => {
    const [own, english] = [shipped.get(language), shipped.get('en')]
    if (language === 'en' || own === undefined || english === undefined) return
    const next = layOver({ language, shipped: own, english, wordings })
    if (next.standing.size === 0 && !laid.has(language)) return
    laid.set(language, next)
    for (const [screen, bundle] of Object.entries(next.messages)) words.addResourceBundle(language, screen, bundle)
  }
  const layAll = () => {
    for (const language of shipped.keys()) layOne(language)
    // What is on the screen is drawn anew.
    words.emit('languageChanged', words.language)
  }
  return {
    lay: (language) => (language === 'en' ? layAll() : layOne(language)),
    correct: (all) => {
      wordings = all
      layAll()
    },
    standingFor: (language, key) => laid.get(language)?.standing.get(key)
  }
}
