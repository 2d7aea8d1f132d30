// The words on the screen, taken from the language files, so that a test can work in any language.
import { readFileSync } from 'node:fs'
import type { InterfaceLanguage } from '#domain/codes/languages.ts'

export type Words = (key: `${string}:${string}`, values?: Record<string, string | number>) => string

/** `key` is `<screen>:<path>`; placeholders are filled from `values`. */
export const wordsOf =
  (language: InterfaceLanguage): Words =>
  (key, values = {}) => {
    const [screen = '', path = ''] = key.split(':')
    const file = new URL(`../../../locales/${language}/${screen}.json`, import.meta.url)
    const found = path
      .split('.')
      .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], JSON.parse(readFileSync(file, 'utf8')))
    if (typeof found !== 'string') throw new Error(`No words for ${key} in ${language}`)
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
