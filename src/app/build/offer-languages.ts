// Offers each language whose words are all there: writes its `index.ts` and the list. A language once offered stays in
// the list; a key it lacks then does not compile. Run by hand after a translation:
// `node src/app/build/offer-languages.ts [language …]`, which prints languages, texts and
// how many of them are checked, and names what the given languages lack.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkedKeys } from '#app/build/checked-words.ts'
import { localeFiles, readWords } from '#app/build/locale-words.ts'
import { keysFor, refusedTexts } from '#domain/texts.ts'
import { INTERFACE_LANGUAGES, PLANNED_LANGUAGES, type PlannedLanguage } from '#domain/codes/languages.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
/** Where Prettier breaks. */
const LINE = 120
const LIST = 'src/domain/codes/offered-languages.ts'

export type Completeness = {
  isComplete: boolean
  wanted: number
  missing: readonly string[]
  unknown: readonly string[]
  refused: readonly string[]
}

export const completenessOf = (root: string, language: PlannedLanguage): Completeness => {
  const english = readWords(root, 'en')
  const words = readWords(root, language)
  const wanted = keysFor(language, english)
  const missing = [...wanted].filter((key) => !words.has(key))
  const unknown = [...words.keys()].filter((key) => !wanted.has(key))
  const refused = refusedTexts(english, words)
  const isComplete = missing.length + unknown.length + refused.length === 0
  return { isComplete, wanted: wanted.size, missing, unknown, refused }
}

/** `locales/<language>/index.ts`: the screens English has, held against English by the compiler. */
export const indexFile = (root: string, language: PlannedLanguage): string => {
  const english = readFileSync(join(root, 'locales/en/index.ts'), 'utf8')
  const gathered = english.slice(english.indexOf('import '))
  return `import type { Complete } from '#app/language/messages.ts'
${gathered}
messages satisfies Complete<'${language}', typeof messages>
`
}

export const listFile = (languages: readonly PlannedLanguage[]): string => {
  const quoted = languages.map((language) => `'${language}'`)
  const [onOneLine, onMany] = [`[${quoted.join(', ')}]`, `[\n  ${quoted.join(',\n  ')}\n]`]
  const statement = (list: string) => `export const OFFERED_LANGUAGES = ${list} as const`
  return `// Written by \`node src/app/build/offer-languages.ts\`: the languages whose every word is there.
${statement(statement(onOneLine).length <= LINE ? onOneLine : onMany)}
`
}

const main = (): number => {
  const named = process.argv.slice(2)
  const table = PLANNED_LANGUAGES.map((language) => ({ language, ...completenessOf(ROOT, language) }))
  const offered = table
    .filter(({ language, isComplete }) => isComplete || (INTERFACE_LANGUAGES as readonly string[]).includes(language))
    .map(({ language }) => language)
  for (const language of offered.filter((each) => each !== 'en'))
    write(`locales/${language}/index.ts`, indexFile(ROOT, language))
  write(LIST, listFile(offered))
  for (const { language, isComplete, wanted, missing, unknown, refused } of table) {
    const share = `${wanted - missing.length} of ${wanted} texts`
    const checked = language === 'en' ? 'the original' : `${checkedKeys(ROOT, language).length} checked`
    const trouble = refused.length > 0 ? `, ${refused.length} refused` : ''
    say(`${language.padEnd(8)} ${(isComplete ? `${wanted} texts` : share).padEnd(20)} ${checked}${trouble}`)
    if (!named.includes(language)) continue
    if (localeFiles(ROOT, language).length === 0) say(`  locales/${language} is empty`)
    for (const key of missing) say(`  missing  ${key}`)
    for (const key of unknown) say(`  unknown  ${key}`)
    for (const text of refused) say(`  refused  ${text}`)
  }
  return table.every(({ language, isComplete }) => isComplete || !named.includes(language)) ? 0 : 1
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const write = (path: string, content: string): void => {
  const file = join(ROOT, path)
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) writeFileSync(file, content)
}

if (import.meta.main) process.exitCode = main()
