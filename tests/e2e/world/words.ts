// The words on the screen, taken from the language files, so that a test can work in any language.
import { readFileSync } from 'node:fs'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

export type Words = (key: `${string}:${string}`, values?: Record<string, string | number>) => string

/** A language made up of English, for a test: every text two and a half times as long, or turned to the other side. */
export type Disguise = 'longer' | 'mirrored'

/** What a disguised app says where it would say `text`. Placeholders and slots stay as they are. */
export const disguise = (text: string, how: Disguise): string =>
  how === 'mirrored'
    ? text
    : text.replaceAll(/(\{\{.*?\}\}|<.*?>)|[\p{L}’']+/gu, (word, mark) => mark ?? lengthen(word))

/** A short word grows; to a long one others are added, as languages with little words do. */
const lengthen = (word: string): string => {
  const wanted = Math.round(word.length * 2.5)
  if (word.length <= 6) return word.repeat(3).slice(0, wanted)
  return `${word} ${word.repeat(2).slice(0, wanted - word.length - 1)}`
}

/** The words of a build that is disguised so. */
export const disguisedWords =
  (how: Disguise): Words =>
  (key, values) =>
    filled(disguise(textOf('en', key), how), values)

/** `key` is `<screen>:<path>`; placeholders are filled from `values`. */
export const wordsOf =
  (language: InterfaceLanguage): Words =>
  (key, values) =>
    filled(textOf(language, key), values)

const textOf = (language: InterfaceLanguage, key: string): string => {
  const [screen = '', path = ''] = key.split(':')
  const file = new URL(`../../../locales/${language}/${screen}.json`, import.meta.url)
  const found = path
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], JSON.parse(readFileSync(file, 'utf8')))
  if (typeof found !== 'string') throw new Error(`No words for ${key} in ${language}`)
  return found
}

const filled = (text: string, values: Record<string, string | number> = {}): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
