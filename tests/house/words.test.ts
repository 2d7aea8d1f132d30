// Every word a person reads lives in `locales`, in every language offered, complete.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseSync } from 'vite'
import { KEPT_IN_LATIN, latinToCyrillic } from '#domain/serbian-script.ts'
import { completenessOf, indexFile, listFile } from '#app/build/offer-languages.ts'
import { localeFiles, plainText, readWords } from '#app/build/locale-words.ts'
import { keysFor, refusedTexts, type Words } from '#domain/texts.ts'
import { INTERFACE_LANGUAGES, type InterfaceLanguage, LANGUAGES, PLANNED_LANGUAGES } from '#domain/codes/languages.ts'
import { ROOT } from '#tests/house/scratch.ts'
import { filesUnder, readSource } from '#tests/house/source.ts'
import { textIn } from '#tests/house/text-in-code.ts'

/** Words of the machine that a worker should not have to know. */
const NOT_FOR_WORKERS = /\b(sync\w*|submit\w*|queu\w*|conflict\w*|servers?|error codes?)\b/i

/** Latin words that any script keeps, beside the names that Serbian Cyrillic keeps too. */
const SAME_IN_EVERY_SCRIPT = new Set([
  ...'Susret WhatsApp Viber Signal SMS GPS PIN Android iPhone Excel W km min'.split(' '),
  ...KEPT_IN_LATIN.flatMap((name) => name.split(' '))
])

describe('text in code', () => {
  it('is nowhere in the app', () => {
    const found = filesUnder(ROOT, 'src/app', ['.tsx']).flatMap((path) => textIn(readSource(ROOT, path)))
    expect(found).toEqual([])
  })

  it.each([
    ['between tags', '<p>Hello</p>'],
    ['as a string between tags', "<p>{on ? 'Hello' : key('hello')}</p>"],
    ['in a template', '<p>{`Hello ${name}`}</p>'],
    ['read aloud', '<button aria-label="Hello" />'],
    ['as a placeholder', "<input placeholder={name ?? 'Hello'} />"],
    ['in the letters of Farsi', '<p>سلام</p>']
  ])('is found %s', (_, markup) => {
    expect(textIn(fileWith(markup))).toHaveLength(1)
  })

  it('is not what names a key, a class or a number', () => {
    const markup = '<p className="note" id={`note-${name}`}>{t("new-arrival:saveButton")} 24 / 72 · Susret</p>'
    expect(textIn(fileWith(markup))).toEqual([])
  })
})

describe.each(INTERFACE_LANGUAGES)('the words of %s', (language) => {
  let english: Words
  let words: Words

  beforeAll(() => {
    english = wordsOf('en')
    words = wordsOf(language)
  })

  it('lie in the same files as the English ones', () => {
    expect(localeFiles(ROOT, language)).toEqual(localeFiles(ROOT, 'en'))
  })

  it('have every key, with the plural forms of the language, and no other', () => {
    const wanted = keysFor(language, english)
    expect({
      missing: [...wanted].filter((key) => !words.has(key)),
      unknown: [...words.keys()].filter((key) => !wanted.has(key))
    }).toEqual({ missing: [], unknown: [] })
  })

  it('are never empty', () => {
    expect([...words].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })

  it('carry the same placeholders as the English ones, no markup and nothing invisible', () => {
    expect(refusedTexts(english, words)).toEqual([])
  })
})

describe.each(INTERFACE_LANGUAGES.filter((id) => LANGUAGES[id].script !== 'Latn'))('the words of %s', (language) => {
  it('have no English left in them', () => {
    const left = [...wordsOf(language)].flatMap(([key, text]) => {
      const latin = plainText(text).match(/\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu) ?? []
      const strange = latin.filter((word) => !SAME_IN_EVERY_SCRIPT.has(word))
      return strange.length > 0 ? [`${key}: ${strange.join(' ')}`] : []
    })
    expect(left).toEqual([])
  })
})

describe('the list of languages offered', () => {
  it('holds each whose folder is complete, and no other: run node src/app/build/offer-languages.ts', () => {
    const complete = PLANNED_LANGUAGES.filter((language) => completenessOf(ROOT, language).isComplete)
    expect(INTERFACE_LANGUAGES).toEqual(complete)
    expect(readFileSync(join(ROOT, 'src/domain/codes/offered-languages.ts'), 'utf8')).toBe(listFile(complete))
  })

  it.each(INTERFACE_LANGUAGES.filter((id) => id !== 'en'))('%s gathers the screens that English has', (language) => {
    expect(readFileSync(join(ROOT, 'locales', language, 'index.ts'), 'utf8')).toBe(indexFile(ROOT, language))
  })
})

it('the Serbian words in Latin are not English ones left over', () => {
  const english = wordsOf('en')
  const same = [...wordsOf('sr-Latn')].filter(
    ([key, text]) => text === english.get(key) && (plainText(text).match(/\p{L}{2,}/gu) ?? []).length > 2
  )
  expect(same.map(([key]) => key)).toEqual([])
})

it('the Serbian words in Cyrillic are the Latin ones, letter for letter', () => {
  const made = [...wordsOf('sr-Latn')].map(([key, text]) => [key, latinToCyrillic(text)])
  expect(Object.fromEntries(wordsOf('sr-Cyrl'))).toEqual(Object.fromEntries(made))
})

it('no word of the machine reaches a worker', () => {
  const found = [...wordsOf('en')].flatMap(([key, text]) => {
    const word = NOT_FOR_WORKERS.exec(text)?.[0]
    return word === undefined ? [] : [`${key}: ${word}`]
  })
  expect(found).toEqual([])
})

/** Throws when the language has no words at all, so that no test below passes on nothing. */
const wordsOf = (language: InterfaceLanguage): Words => {
  const words = readWords(ROOT, language)
  if (words.size === 0) throw new Error(`locales/${language} has no words yet`)
  return words
}

const fileWith = (markup: string) => {
  const text = `export const Screen = ({ on, name, t, key }) => ${markup}\n`
  return { path: 'screen.tsx', text, program: parseSync('screen.tsx', text).program }
}
