// The words of every language as they lie in `locales`, for the build and the tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flattenWords, type Words } from '#domain/texts.ts'

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
      return flattenWords(file.replace(/\.json$/, ''), content)
    })
  )

/** The text without placeholders, tags and addresses. */
export const plainText = (text: string): string => text.replace(/\{\{.*?\}\}|<\/?\w+\s*\/?>|https?:\S+|\S+@\S+/g, ' ')
