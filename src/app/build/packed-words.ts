// Packs the words of a language for the app: `src/app/language/packed-words.ts` says how they lie, and unpacks them.
import { deflateSync } from 'node:zlib'
import { readWords } from '#app/build/locale-words.ts'
import { BETWEEN_TEXTS, namesOf, type WordKeys } from '#app/language/packed-words.ts'
import type { PlannedLanguage } from '#domain/codes/languages.ts'
import { nestWords } from '#domain/texts.ts'

/** Texts by key, nested as in `locales`. */
type Part = { readonly [key: string]: string | Part }

export const wordKeys = (root: string): WordKeys => keysOf(readNested(root, 'en'))

/** Throws where a text has a line break: every text behind it would come under the key before its own. */
export const packWords = (root: string, language: PlannedLanguage, keys: WordKeys): string => {
  const texts = textsOf(language, keys, readNested(root, language))
  const broken = texts.find((text) => text.includes(BETWEEN_TEXTS))
  if (broken !== undefined) throw new Error(`A text of ${language} has a line break: ${JSON.stringify(broken)}`)
  return texts.join(BETWEEN_TEXTS)
}

/** Base64, as `stretchWords` takes it. */
export const squeezeWords = (packed: string): string => deflateSync(packed, { level: 9 }).toString('base64')

const readNested = (root: string, language: string): Part => nestWords(readWords(root, language)) as Part

const keysOf = (english: Part): WordKeys =>
  Object.fromEntries(
    Object.entries(english).map(([key, inner]) => {
      const stem = key.replace(/_(one|other)$/, '')
      const isCounted = `${stem}_one` in english && `${stem}_other` in english
      return typeof inner === 'object' ? [key, keysOf(inner)] : isCounted ? [stem, 1] : [key, 0]
    })
  )

const textsOf = (language: PlannedLanguage, keys: WordKeys, words: Part): string[] =>
  Object.entries(keys).flatMap(([key, inner]) => {
    if (typeof inner !== 'object') return namesOf(language, key, inner === 1).map((name) => textAt(words, name))
    const part = words[key]
    return textsOf(language, inner, typeof part === 'object' ? part : {})
  })

const textAt = (words: Part, name: string): string => {
  const text = words[name]
  return typeof text === 'string' ? text : ''
}
