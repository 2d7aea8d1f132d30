// Merges corrections of translators into `locales/`: the file that their desk saves, or `npm run susret -- words --export`
// writes. `node src/app/build/merge-words.ts words.json`. What was written for another English, or would be refused at the
// desk, is named and left out; the rest is merged, and marked where a reader has checked it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { markChecked } from '#app/build/checked-words.ts'
import { readWords } from '#app/build/locale-words.ts'
import { checkText, originalOf, flattenWords, keysFor, nestWords } from '#domain/texts.ts'
import { CORRECTED_LANGUAGES, type CorrectedLanguage } from '#domain/wording.ts'
import { WordsFile } from '#domain/words-file.ts'

export type Merged = { language: string; merged: string[]; leftOut: string[] }

export const mergeWords = (root: string, file: WordsFile): Merged[] =>
  Object.entries(file.words).map(([name, screens]) => {
    const language = CORRECTED_LANGUAGES.find((id) => id === name)
    const texts = Object.entries(screens).flatMap(([screen, content]) => flattenWords(screen, content))
    if (language === undefined) return { language: name, merged: [], leftOut: texts.map(([key]) => key) }
    return mergeLanguage(root, { language, texts, file })
  })

type Given = { language: CorrectedLanguage; texts: readonly [string, string][]; file: WordsFile }

const mergeLanguage = (root: string, { language, texts, file }: Given): Merged => {
  const english = readWords(root, 'en')
  const wanted = keysFor(language, english)
  const [merged, leftOut]: [[string, string][], string[]] = [[], []]
  for (const [key, text] of texts) {
    const original = originalOf(english, key)
    const isWanted = wanted.has(key) && original === file.english[language]?.[key]
    const checked = isWanted && original !== undefined && checkText(key, original, text)
    if (checked && checked.ok) merged.push([key, checked.value])
    else leftOut.push(key)
  }
  const keys = merged.map(([key]) => key)
  writeScreens(root, language, new Map(merged))
  const checked = new Set(file.checked[language])
  if (keys.some((key) => checked.has(key)))
    markChecked(
      root,
      language,
      keys.filter((key) => checked.has(key))
    )
  return { language, merged: keys, leftOut }
}

/** Each text keeps its place in its file; one that was missing stands at the end. */
const writeScreens = (root: string, language: CorrectedLanguage, merged: ReadonlyMap<string, string>): void => {
  const screens = nestWords([...readWords(root, language), ...merged])
  for (const screen of new Set([...merged.keys()].map((key) => key.split(':')[0] ?? ''))) {
    const path = join(root, 'locales', language, `${screen}.json`)
    writeFileSync(path, `${JSON.stringify(screens[screen], undefined, 2)}\n`)
  }
}

const main = (): number => {
  const [path] = process.argv.slice(2)
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const file = WordsFile.safeParse(path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8')))
  if (!file.success) {
    process.stderr.write('Use: node src/app/build/merge-words.ts <file saved at the desk>\n')
    return 1
  }
  for (const { language, merged, leftOut } of mergeWords(
    fileURLToPath(new URL('../../../', import.meta.url)),
    file.data
  )) {
    say(`${language.padEnd(8)} ${merged.length} merged`)
    for (const key of leftOut) say(`  left out ${key}: its English is another now, or the text cannot be taken`)
  }
  say('Then: node src/app/build/make-cyrillic.ts')
  return 0
}

if (import.meta.main) process.exitCode = main()
