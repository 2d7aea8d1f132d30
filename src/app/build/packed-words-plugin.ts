// Gives the app the words of each language, packed, in a file of its own, and the keys once for all, as `virtual:packed-words`.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { localeFiles } from './locale-words.ts'
import { packWords, squeezeWords, wordKeys } from './packed-words.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const MODULE = 'virtual:packed-words'
/** How Rollup is told that no other plugin need look for it. */
const RESOLVED = `\0${MODULE}`

export const packedWords = (): Plugin => ({
  name: 'susret:packed-words',
  resolveId: (id) => (id.startsWith(MODULE) ? `\0${id}` : undefined),
  load(id) {
    if (id === RESOLVED)
      return `export const KEYS = ${JSON.stringify(wordKeys(ROOT))}\nexport const PACKS = ${loaders()}`
    const language = languageOf(id)
    if (language === undefined) return undefined
    for (const file of localeFiles(ROOT, language)) this.addWatchFile(join(ROOT, 'locales', language, file))
    return `export default ${JSON.stringify(squeezeWords(packWords(ROOT, language, wordKeys(ROOT))))}`
  }
})

/** The language whose words a module holds. */
export const languageOf = (id: string) => INTERFACE_LANGUAGES.find((language) => id.endsWith(`${MODULE}/${language}`))

const loaders = (): string =>
  `{ ${INTERFACE_LANGUAGES.map((language) => `'${language}': () => import('${MODULE}/${language}')`).join(', ')} }`
