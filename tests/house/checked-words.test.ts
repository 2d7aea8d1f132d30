// A text is called checked only as long as it is the text that was checked.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { checkedKeys, markChecked } from '#app/build/checked-words.ts'
import { readWords } from '#app/build/locale-words.ts'
import { PLANNED_LANGUAGES } from '#domain/codes/languages.ts'
import { ROOT } from '#tests/house/scratch.ts'

let root: string

const say = (language: string, words: Record<string, string>) =>
  writeFile(join(root, 'locales', language, 'common.json'), JSON.stringify(words))

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'susret-checked-'))
  for (const folder of ['en', 'ar', 'sr-Latn', 'sr-Cyrl', 'checked']) {
    await mkdir(join(root, 'locales', folder), { recursive: true })
  }
  await say('en', { save: 'Save', men_one: '{{count}} man', men_other: '{{count}} men' })
  await say('ar', { save: 'حفظ', men_one: 'رجل واحد', men_two: 'رجلان', men_other: '{{count}} رجل' })
})
afterAll(() => rm(root, { recursive: true, force: true }))

it('nothing is checked before anybody has', () => {
  expect(checkedKeys(root, 'ar')).toEqual([])
})

it('what is marked by key or by screen is checked, and nothing else', () => {
  expect(markChecked(root, 'ar', ['common:save'])).toEqual(['common:save'])
  expect(checkedKeys(root, 'ar')).toEqual(['common:save'])
  expect(markChecked(root, 'ar', ['common', 'nowhere:key'])).toHaveLength(4)
  expect(checkedKeys(root, 'ar')).toHaveLength(4)
})

it('a text that is changed loses its mark, and has it again when it is changed back', async () => {
  markChecked(root, 'ar', ['common'])
  await say('ar', { save: 'احفظ', men_one: 'رجل واحد', men_two: 'رجلان', men_other: '{{count}} رجل' })
  expect(checkedKeys(root, 'ar')).toEqual(['common:men_one', 'common:men_other', 'common:men_two'])
  await say('ar', { save: 'حفظ', men_one: 'رجل واحد', men_two: 'رجلان', men_other: '{{count}} رجل' })
  expect(checkedKeys(root, 'ar')).toHaveLength(4)
})

it('a text whose English is changed loses its mark, in each plural form', async () => {
  markChecked(root, 'ar', ['common'])
  await say('en', { save: 'Save', men_one: '{{count}} man', men_other: '{{count}} adult men' })
  expect(checkedKeys(root, 'ar')).toEqual(['common:men_one', 'common:save'])
})

it('Serbian is checked in both scripts at once', async () => {
  await say('sr-Latn', { save: 'Sačuvaj' })
  await say('sr-Cyrl', { save: 'Сачувај' })
  markChecked(root, 'sr-Cyrl', ['common'])
  expect([checkedKeys(root, 'sr-Latn'), checkedKeys(root, 'sr-Cyrl')]).toEqual([['common:save'], ['common:save']])
})

it.each(PLANNED_LANGUAGES)('no mark of %s stands beside a text that is not there', (language) => {
  const words = readWords(ROOT, language)
  expect(checkedKeys(ROOT, language).filter((key) => !words.has(key))).toEqual([])
})
