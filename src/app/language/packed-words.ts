// The words of a language as the build packs them: its texts alone, one on a line, in the order of the keys, and squeezed, since
// every phone carries all languages and reads few. The keys are the same in every language but for plural forms, so the app carries
// them once.
import type { Messages } from '#app/language/messages.ts'
import { PLURAL_FORMS, type PlannedLanguage } from '#domain/codes/languages.ts'

/** How they are squeezed, as `DecompressionStream` calls it: `deflate` has a check sum. */
export const SQUEEZED = 'deflate'

/** What stands between two texts, and so in none. */
export const BETWEEN_TEXTS = '\n'

/** The keys of English in their nesting: 0 is one text, 1 a text for each plural form of the language. */
export type WordKeys = { readonly [key: string]: 0 | 1 | WordKeys }

/** `squeezed`: in base64. Rejects what is damaged. */
export const stretchWords = (squeezed: string): Promise<string> => {
  const bytes = Uint8Array.from(atob(squeezed), (letter) => letter.charCodeAt(0))
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(SQUEEZED))).text()
}

/** An empty text is one the language lacks: its key is left out, so that English stands in. */
export const unpackWords = (language: PlannedLanguage, keys: WordKeys, packed: string): Messages =>
  unpackPart(language, keys, packed.split(BETWEEN_TEXTS).values()) as Messages

/** The names under which the texts of a key stand. */
export const namesOf = (language: PlannedLanguage, key: string, isCounted: boolean): readonly string[] =>
  isCounted ? PLURAL_FORMS[language].map((form) => `${key}_${form}`) : [key]

const unpackPart = (language: PlannedLanguage, keys: WordKeys, texts: Iterator<string, undefined>): object => {
  const part: Record<string, object | string> = {}
  for (const [key, inner] of Object.entries(keys)) {
    if (typeof inner === 'object') {
      part[key] = unpackPart(language, inner, texts)
      continue
    }
    for (const name of namesOf(language, key, inner === 1)) {
      const text = texts.next().value
      if (text) part[name] = text
    }
  }
  return part
}
