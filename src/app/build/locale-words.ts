// The words of every language as flat tables, and what is wrong with a table held against the English one. Used by
// `offer-languages.ts` and by the tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PLURAL_FORMS, type PlannedLanguage } from '#domain/codes/languages.ts'
import { checkTranslation } from '#domain/translation.ts'

/** Text by key, `screen:part.key`. */
export type Words = ReadonlyMap<string, string>

const PLURAL = /_(zero|one|two|few|many|other)$/

/** Names of the files; none where the language has no folder yet. */
export const localeFiles = (root: string, language: string): string[] => {
  const folder = join(root, 'locales', language)
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : []
}

export const readWords = (root: string, language: string): Words =>
  new Map(
    localeFiles(root, language).flatMap((file) => {
      const content: unknown = JSON.parse(readFileSync(join(root, 'locales', language, file), 'utf8'))
      return flatten(`${file.replace(/\.json$/, '')}:`, content)
    })
  )

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

/** The English text that a key translates; a plural form translates the common one. */
export const englishOf = (english: Words, key: string): string | undefined =>
  english.get(key) ?? english.get(key.replace(PLURAL, '_other'))

/** The texts that cannot be taken, each with the reason. */
export const refusedTexts = (english: Words, words: Words): string[] => {
  const counted = countedKeys(english)
  return [...words].flatMap(([key, text]) => {
    const base = key.replace(PLURAL, '')
    const isForm = base !== key && counted.has(base)
    const original = isForm ? english.get(`${base}_other`) : english.get(key)
    if (original === undefined) return []
    const checked = checkTranslation({ original, text, mayOmitCount: isForm && !key.endsWith('_other') })
    if (checked.ok) return []
    const { refusal } = checked
    return [`${key}: ${refusal.kind}${'mark' in refusal ? ` ${refusal.mark}` : ''}`]
  })
}

/** The text without placeholders, tags and addresses. */
export const plainText = (text: string): string => text.replace(/\{\{.*?\}\}|<\/?\w+\s*\/?>|https?:\S+|\S+@\S+/g, ' ')

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
