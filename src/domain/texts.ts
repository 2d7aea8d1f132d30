// The texts of a language as one flat table, which keys it must have, and how one text is held against its English.
import { PLURAL_FORMS, type PlannedLanguage } from '#domain/codes/languages.ts'
import type { Result } from '#domain/result.ts'
import { checkTranslation, type TranslationFlaw } from '#domain/translation.ts'

/** Text by key, `screen:part.key`. */
export type Words = ReadonlyMap<string, string>

const PLURAL = /_(zero|one|two|few|many|other)$/

/** `content`: what stands in `locales/<language>/<screen>.json`. Throws when something in it is no text. */
export const flattenWords = (screen: string, content: unknown): [string, string][] => flatten(`${screen}:`, content)

/** The way back: `{screen: {part: {key: text}}}`. Of a text and a group of texts with one name, the first stands. */
export const nestWords = (words: Iterable<readonly [string, string]>): Record<string, object> => {
  const screens: Part = newPart()
  for (const [key, text] of words) {
    const path = key.split(/[:.]/)
    const last = path.pop() ?? ''
    const place = path.reduce<string | Part>(
      (part, name) => (typeof part === 'string' ? part : (part[name] ??= newPart())),
      screens
    )
    if (typeof place !== 'string' && typeof place[last] !== 'object') place[last] = text
  }
  return screens as Record<string, object>
}

type Part = { [name: string]: string | Part }

/** Without a prototype: a key names a text of its own, whatever it is called. */
const newPart = (): Part => Object.create(null) as Part

/** Keys that a language must have: the English ones, with the plural forms of its own grammar. */
export const keysFor = (language: PlannedLanguage, english: Words): Set<string> => {
  const counted = countedKeys(english)
  return new Set(
    [...english.keys()].flatMap((key) => {
      const base = key.replace(PLURAL, '')
      return base !== key && counted.has(base) ? PLURAL_FORMS[language].map((category) => `${base}_${category}`) : [key]
    })
  )
}

/** The English text that a key translates; a plural form English lacks translates the common one. */
export const englishOf = (english: Words, key: string): string | undefined =>
  english.get(key) ?? english.get(key.replace(PLURAL, '_other'))

/** What a translation is held against: of every plural form the common one, for the others may say their number in words. */
export const originalOf = (english: Words, key: string): string | undefined =>
  english.get(key.replace(PLURAL, '_other')) ?? english.get(key)

/** Some numbers that a plural form is said of; none for any other text. */
export const numbersOfKey = (language: PlannedLanguage, key: string): number[] => {
  const form = PLURAL.exec(key)?.[1]
  if (form === undefined) return []
  const rules = new Intl.PluralRules(language)
  return Array.from({ length: 102 }, (_, number) => number)
    .filter((number) => rules.select(number) === form)
    .slice(0, 4)
}

/** `original`: the English of the key. What stands for one number alone may say it in words. */
export const checkText = (key: string, original: string, text: string): Result<string, TranslationFlaw> =>
  checkTranslation({ original, text, mayOmitCount: PLURAL.test(key) && !key.endsWith('_other') })

/** The texts that cannot be taken, each with the reason. */
export const refusedTexts = (english: Words, words: Words): string[] =>
  [...words].flatMap(([key, text]) => {
    const original = originalOf(english, key)
    const checked = original === undefined ? undefined : checkText(key, original, text)
    if (checked === undefined || checked.ok) return []
    const { refusal } = checked
    return [`${key}: ${refusal.kind}${'mark' in refusal ? ` ${refusal.mark}` : ''}`]
  })

/** Keys with more than one grammatical number: English says both `_one` and `_other`. */
const countedKeys = (english: Words): Set<string> =>
  new Set(
    [...english.keys()]
      .filter((key) => key.endsWith('_one') && english.has(key.replace(PLURAL, '_other')))
      .map((key) => key.replace(PLURAL, ''))
  )

const flatten = (prefix: string, content: unknown): [string, string][] => {
  if (typeof content === 'string') return [[prefix, content]]
  if (typeof content !== 'object' || content === null) throw new TypeError(`${prefix} holds neither text nor texts`)
  return Object.entries(content).flatMap(([key, inner]) =>
    flatten(prefix.endsWith(':') ? prefix + key : `${prefix}.${key}`, inner)
  )
}
