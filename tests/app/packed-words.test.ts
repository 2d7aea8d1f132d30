// The words of every language, packed by the build and unpacked on the phone.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packWords, wordKeys } from '#app/build/packed-words.ts'
import { readWords } from '#app/build/locale-words.ts'
import { loadPack } from '#app/language/bundles.ts'
import { wordsIn } from '#app/language/lay-over.ts'
import { unpackWords } from '#app/language/packed-words.ts'
import { INTERFACE_LANGUAGES, type PlannedLanguage } from '#domain/codes/languages.ts'
import { ROOT } from '#tests/house/scratch.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'susret-packed-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('the words of a language', () => {
  it.each(INTERFACE_LANGUAGES)('are, in %s, those of its files, each under its key', async (language) => {
    const { messages } = await loadPack(language)
    expect(Object.fromEntries(wordsIn(messages))).toEqual(Object.fromEntries(readWords(ROOT, language)))
  })

  it('carry each plural form of their own grammar', async () => {
    await write({
      en: { men_one: 'a man', men_other: 'men', last: 'Last' },
      ar: { men_zero: '0', men_one: '1', men_two: '2', men_few: '3', men_many: '11', men_other: '100', last: 'آخر' }
    })
    expect(unpacked('ar')).toEqual({
      common: { men_zero: '0', men_one: '1', men_two: '2', men_few: '3', men_many: '11', men_other: '100', last: 'آخر' }
    })
  })

  it('leave out what is not translated yet, and nothing after it', async () => {
    await write({ en: { a: 'A', part: { b: 'B', c: 'C' }, d: 'D' }, fr: { a: 'a', d: 'd' } })
    expect(unpacked('fr')).toEqual({ common: { a: 'a', part: {}, d: 'd' } })
  })

  it('may end in one or other and count nothing', async () => {
    await write({ en: { any_other: 'Any other', no_one: 'No one' } })
    expect(unpacked('en')).toEqual({ common: { any_other: 'Any other', no_one: 'No one' } })
  })

  it('are not packed with a line break, which would move every text behind it', async () => {
    await write({ en: { a: 'A', b: 'B' }, fr: { a: 'one\ntwo', b: 'b' } })
    expect(() => packWords(root, 'fr', wordKeys(root))).toThrow('line break')
  })
})

const unpacked = (language: PlannedLanguage) => {
  const keys = wordKeys(root)
  return unpackWords(language, keys, packWords(root, language, keys))
}

const write = async (words: Record<string, object>): Promise<void> => {
  for (const [language, common] of Object.entries(words)) {
    await mkdir(join(root, 'locales', language), { recursive: true })
    await writeFile(join(root, 'locales', language, 'common.json'), JSON.stringify(common))
  }
}
