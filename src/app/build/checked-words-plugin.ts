// Tells the app which of its texts a reader of the language has checked, as `virtual:checked-words`.
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { INTERFACE_LANGUAGES } from '#domain/codes/languages.ts'
import { checkedKeys, outdatedKeys } from './checked-words.ts'
import { readWords } from './locale-words.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const MODULE = 'virtual:checked-words'
/** How Rollup is told that no other plugin need look for it. */
const RESOLVED = `\0${MODULE}`

export const checkedWords = (): Plugin => ({
  name: 'susret:checked-words',
  resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
  load: (id) => (id === RESOLVED ? `export const CHECKED_WORDS = ${JSON.stringify(provenance())}` : undefined)
})

/** English is the original: there is nothing to check it against. */
const provenance = () =>
  Object.fromEntries(
    INTERFACE_LANGUAGES.filter((language) => language !== 'en').map((language) => [
      language,
      {
        checked: checkedKeys(ROOT, language),
        outdated: outdatedKeys(ROOT, language),
        all: readWords(ROOT, language).size
      }
    ])
  )
