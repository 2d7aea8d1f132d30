// The words of a language with the corrections of translators laid over what the app brings.
import type { Messages } from '#app/language/messages.ts'
import type { PlannedLanguage } from '#domain/codes/languages.ts'
import { standingWords } from '#domain/corrections.ts'
import { flattenWords, nestWords, type Words } from '#domain/texts.ts'
import type { Wording } from '#domain/wording.ts'

type LayingParts = {
  language: PlannedLanguage
  shipped: Messages
  english: Messages
  wordings: readonly Wording[]
}

export type Laid = {
  /** Every screen, corrected or as the app brings it. */
  readonly messages: Record<string, object>
  readonly standing: ReadonlyMap<string, Wording>
}

export const layOver = ({ language, shipped, english, wordings }: LayingParts): Laid => {
  const standing = standingWords(language, wordsIn(english), wordings)
  const texts = [...wordsIn(shipped), ...[...standing].map(([key, { text }]) => [key, text] as const)]
  return { messages: nestWords(texts), standing }
}

export const wordsIn = (messages: Messages): Words =>
  new Map(Object.entries(messages).flatMap(([screen, content]) => flattenWords(screen, content)))
