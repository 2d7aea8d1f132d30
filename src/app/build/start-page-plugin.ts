// Writes into the page, in every language, what a person reads when the app itself cannot start, and where the words of each
// language lie, so that `start.js` can fetch those of this phone ahead.
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { directionOf, INTERFACE_LANGUAGES, type InterfaceLanguage } from '#domain/codes/languages.ts'

const PLACE = '<!-- what is read when the app cannot start -->'
/** Stands in the page where the files of the words belong; while developing there are none. */
const WORDS = '__WORDS__'
const WORDS_FILE = /^assets\/words-.*\.js$/

type Words = { readonly notStarted: string; readonly nothingLost: string; readonly tryAgain: string }

export const startPage = (): Plugin => ({
  name: 'susret:start-page',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      if (!html.includes(PLACE)) throw new Error('index.html has no place for the words of a failed start')
      if (!html.includes(WORDS)) throw new Error('index.html has no place for where the words lie')
      const files = Object.keys(bundle ?? {}).filter((file) => WORDS_FILE.test(file))
      return html
        .replace(PLACE, INTERFACE_LANGUAGES.map(paragraph).join('\n      '))
        .replace(WORDS, files.map((file) => `/${file}`).join(' '))
    }
  }
})

const paragraph = (language: InterfaceLanguage): string => {
  const { notStarted, nothingLost, tryAgain } = wordsIn(language)
  return `<p lang="${language}" dir="${directionOf(language)}">${notStarted} ${nothingLost} <a href="/">${tryAgain}</a></p>`
}

const wordsIn = (language: InterfaceLanguage): Words => {
  const read = (screen: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../../locales/${language}/${screen}.json`, import.meta.url), 'utf8'))
  const { notStarted } = read('shell') as Pick<Words, 'notStarted'>
  const { trouble, actions } = read('common') as {
    trouble: Pick<Words, 'nothingLost'>
    actions: Pick<Words, 'tryAgain'>
  }
  return { notStarted, nothingLost: trouble.nothingLost, tryAgain: actions.tryAgain }
}
