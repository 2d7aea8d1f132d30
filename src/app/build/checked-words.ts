// Which texts a reader of the language has checked. `locales/checked/<language>.json` keeps, by key, what the text and its
// English were when they were checked: a change of either loses the mark. To mark texts by key or whole screens:
// `node src/app/build/checked-words.ts ar common:actions.save unlock`.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readWords } from '#app/build/locale-words.ts'
import { englishOf } from '#domain/texts.ts'
import { writtenAs } from '#domain/wording.ts'
import { PLANNED_LANGUAGES, type PlannedLanguage } from '#domain/codes/languages.ts'

/** Fingerprint of text and English, by key. */
type Marks = Readonly<Record<string, string>>

/** Keys whose text, as it stands now, was checked. */
export const checkedKeys = (root: string, language: PlannedLanguage): string[] => {
  const now = fingerprints(root, language)
  return Object.entries(readMarks(root, language))
    .filter(([key, mark]) => now.get(key) === mark)
    .map(([key]) => key)
}

/** Keys that were checked, and whose text or English was changed since. */
export const outdatedKeys = (root: string, language: PlannedLanguage): string[] => {
  const now = fingerprints(root, language)
  return Object.entries(readMarks(root, language))
    .filter(([key, mark]) => now.has(key) && now.get(key) !== mark)
    .map(([key]) => key)
}

/** Marks texts as they stand now; returns their keys. `wanted`: keys, or screens for all their texts. */
export const markChecked = (root: string, language: PlannedLanguage, wanted: readonly string[]): string[] => {
  const marked = [...fingerprints(root, language)].filter(([key]) =>
    wanted.some((name) => key === name || key.startsWith(`${name}:`))
  )
  const marks = Object.entries({ ...readMarks(root, language), ...Object.fromEntries(marked) })
  const sorted = Object.fromEntries(marks.sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(fileOf(root, language), `${JSON.stringify(sorted, undefined, 2)}\n`)
  return marked.map(([key]) => key)
}

const readMarks = (root: string, language: PlannedLanguage): Marks =>
  existsSync(fileOf(root, language)) ? (JSON.parse(readFileSync(fileOf(root, language), 'utf8')) as Marks) : {}

const fingerprints = (root: string, language: PlannedLanguage): Map<string, string> => {
  const english = readWords(root, 'en')
  return new Map(
    [...readWords(root, writtenAs(language))].map(([key, text]) => [
      key,
      createHash('sha256')
        .update(JSON.stringify([englishOf(english, key), text]))
        .digest('hex')
        .slice(0, 12)
    ])
  )
}

/** Serbian is marked once, in Latin. */
const fileOf = (root: string, language: PlannedLanguage): string =>
  join(root, 'locales/checked', `${writtenAs(language)}.json`)

const main = (): number => {
  const [name = '', ...wanted] = process.argv.slice(2)
  const language = PLANNED_LANGUAGES.find((id) => id === name)
  if (language === undefined || wanted.length === 0) {
    process.stderr.write('Use: node src/app/build/checked-words.ts <language> <screen or screen:key …>\n')
    return 1
  }
  const marked = markChecked(fileURLToPath(new URL('../../../', import.meta.url)), language, wanted)
  process.stdout.write(`${language}: ${marked.length} texts marked as checked\n`)
  return marked.length > 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = main()
