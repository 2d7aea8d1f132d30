// The words of labels, from the files of the languages, read when a language is first asked for.
import { readFile } from 'node:fs/promises'
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '#domain/codes/languages.ts'
import { fileWords, type FileWords } from '#domain/exports/file-words.ts'

export { INTERFACE_LANGUAGES as LABEL_LANGUAGES }

const FILES = ['codes', 'export', 'form', 'handouts', 'record', 'review'] as const

export type LabelWords = (organisation: string, language: InterfaceLanguage) => Promise<FileWords>

export const createLabelWords = (): LabelWords => {
  const known = new Map<InterfaceLanguage, Promise<Texts>>()
  return async (organisation, language) => {
    const reading = known.get(language) ?? readTexts(language)
    known.set(language, reading)
    const texts = await reading.catch((fault: unknown) => {
      known.delete(language)
      throw fault
    })
    const countries = new Intl.DisplayNames([language, 'en'], { type: 'region' })
    return fileWords(organisation, {
      language,
      find: (key, values = {}) => findText(texts, key)?.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? ''),
      country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code)
    })
  }
}

type Texts = Readonly<Record<string, unknown>>

const readTexts = async (language: InterfaceLanguage): Promise<Texts> =>
  Object.fromEntries(
    await Promise.all(
      FILES.map(async (file) => {
        const place = new URL(`../../../locales/${language}/${file}.json`, import.meta.url)
        return [file, JSON.parse(await readFile(place, 'utf8')) as unknown] as const
      })
    )
  )

/** `form:men`: the file, then the way through it. */
const findText = (texts: Texts, key: string): string | undefined => {
  const [file = '', way = ''] = key.split(':')
  let here = texts[file]
  for (const step of way.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = (here as Texts)[step]
  }
  return typeof here === 'string' ? here : undefined
}
