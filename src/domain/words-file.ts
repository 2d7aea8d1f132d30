// Corrections as a file that is merged into `locales/`: saved at the translator's desk, written by the operator's command.
import * as z from 'zod/mini'
import { flattenWords, nestWords } from '#domain/texts.ts'
import { inOneLine } from '#domain/translation.ts'
import type { Wording } from '#domain/wording.ts'

export const WordsFile = z.object({
  kind: z.literal('susret words 1'),
  /** By language, then as in `locales/<language>/<screen>.json`. */
  words: z.record(z.string(), z.record(z.string(), z.unknown())),
  /** By language: keys of the texts a reader has checked. */
  checked: z.record(z.string(), z.array(z.string())),
  /** By language and key: the English each text was written for. */
  english: z.record(z.string(), z.record(z.string(), z.string()))
})
export type WordsFile = z.infer<typeof WordsFile>

export const toWordsFile = (wordings: readonly Wording[]): WordsFile => {
  const sorted = [...wordings].sort((a, b) => (a.id < b.id ? -1 : 1))
  const languages = [...new Set(sorted.map(({ language }) => language))]
  const byLanguage = <Value>(make: (own: readonly Wording[]) => Value): Record<string, Value> =>
    Object.fromEntries(
      languages.map((language) => [language, make(withRoom(sorted.filter((wording) => wording.language === language)))])
    )
  return {
    kind: 'susret words 1',
    words: byLanguage((own) => nestWords(textsOf(own))),
    checked: byLanguage((own) => own.flatMap(({ key, isChecked }) => (isChecked ? [key] : []))),
    english: byLanguage((own) => Object.fromEntries(own.map(({ key, english }) => [key, english])))
  }
}

/** Where a text of one release is a group of texts in another, both have the same name: the newer has the place. */
const withRoom = (own: readonly Wording[]): Wording[] => {
  const newestFirst = [...own].sort((a, b) => b.at - a.at)
  const placed = Object.entries(nestWords(textsOf(newestFirst))).flatMap(([screen, part]) => flattenWords(screen, part))
  const keys = new Set(placed.map(([key]) => key))
  return own.filter(({ key }) => keys.has(key))
}

const textsOf = (own: readonly Wording[]): [string, string][] => own.map(({ key, text }) => [key, inOneLine(text)])
