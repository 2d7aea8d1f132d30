// The words of every language as flat tables, and what is wrong with a table held against the English one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder } from '#tests/house/source.ts'

/** Text by key, `screen:part.key`. */
export type Words = ReadonlyMap<string, string>

export const LANGUAGES = ['en', 'sr-Latn', 'sr-Cyrl', 'ar', 'fa'] as const
export type Language = (typeof LANGUAGES)[number]

const PLURAL = /_(zero|one|two|few|many|other)$/

export const localeFiles = (root: string, language: string): string[] =>
  filesUnder(root, `locales/${language}`, ['.json']).map((path) => path.replace(`locales/${language}/`, ''))

export const readWords = (root: string, language: string): Words =>
  new Map(
    localeFiles(root, language).flatMap((file) => {
      const content: unknown = JSON.parse(readFileSync(join(root, 'locales', language, file), 'utf8'))
      return flatten(`${file.replace(/\.json$/, '')}:`, content)
    })
  )

/** Keys that a language must have: the English ones, with the plural forms of its own grammar. */
export const keysFor = (language: string, english: Words): Set<string> => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  const counted = countedKeys(english)
  return new Set(
    [...english.keys()].flatMap((key) => {
      const base = key.replace(PLURAL, '')
      return base !== key && counted.has(base) ? pluralCategories.map((category) => `${base}_${category}`) : [key]
    })
  )
}

/** `{{name}}`s and `<tags>` of a text that differ from the English; a plural form may say its number in words. */
export const misfitPlaceholders = (english: Words, words: Words): string[] => {
  const counted = countedKeys(english)
  return [...words].flatMap(([key, text]) => {
    const base = key.replace(PLURAL, '')
    const isForm = base !== key && counted.has(base)
    const original = isForm ? english.get(`${base}_other`) : english.get(key)
    if (original === undefined) return []
    const [wanted, got] = [original, text].map((each) =>
      marksIn(each).filter((mark) => !(isForm && !key.endsWith('_other') && mark === '{{count}}'))
    )
    return String(wanted) === String(got)
      ? []
      : [`${key}: ${String(wanted) || 'none'} in English, here ${String(got) || 'none'}`]
  })
}

/** The text without placeholders, tags and addresses. */
export const plainText = (text: string): string => text.replace(/\{\{.*?\}\}|<\/?\w+\s*\/?>|https?:\S+|\S+@\S+/g, ' ')

const marksIn = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}|<\/?\w+\s*\/?>/g)]
    .map(([mark, name]) => (name === undefined ? mark : `{{${name}}}`))
    .sort()

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
