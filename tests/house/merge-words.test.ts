// What translators corrected goes into the words of the next release; what no longer fits the English does not.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkedKeys } from '#app/build/checked-words.ts'
import { mergeWords } from '#app/build/merge-words.ts'
import { toWordsFile } from '#domain/words-file.ts'
import { aWording } from '#tests/server/test-phone.ts'

let root: string
const pathOf = (language: string) => join(root, 'locales', language, 'talk.json')

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'susret-merge-'))
  for (const folder of ['en', 'ps', 'checked']) await mkdir(join(root, 'locales', folder), { recursive: true })
  await writeFile(
    pathOf('en'),
    JSON.stringify({ title: 'Talk', show: 'Show it', board: { tiles: { doctor: 'Doctor' } } })
  )
  await writeFile(pathOf('ps'), JSON.stringify({ title: 'خبرې', board: { tiles: { doctor: 'طبیب' } } }))
})
afterEach(() => rm(root, { recursive: true, force: true }))

it('merges the texts that fit, marks the checked ones, and names the rest', async () => {
  const show = aWording({ key: 'talk:show', english: 'Show it', text: 'وښایئ', isChecked: false })
  const ofBefore = aWording({ key: 'talk:title', english: 'Speak', text: 'ووایه' })
  const ofNothing = aWording({ key: 'talk:gone', english: 'Gone', text: 'ولاړ' })
  const merged = mergeWords(root, toWordsFile([aWording(), show, ofBefore, ofNothing]))
  expect(merged).toEqual([
    { language: 'ps', merged: ['talk:board.tiles.doctor', 'talk:show'], leftOut: ['talk:gone', 'talk:title'] }
  ])
  expect(JSON.parse(await readFile(pathOf('ps'), 'utf8'))).toEqual({
    title: 'خبرې',
    board: { tiles: { doctor: 'ډاکټر' } },
    show: 'وښایئ'
  })
  expect(checkedKeys(root, 'ps')).toEqual(['talk:board.tiles.doctor'])
})

it('merges a text that was typed in two lines as one, which the build can pack', async () => {
  const file = toWordsFile([aWording()])
  mergeWords(root, { ...file, words: { ps: { talk: { board: { tiles: { doctor: 'ډاکټر\nصاحب' } } } } } })
  expect(await readFile(pathOf('ps'), 'utf8')).toContain('"ډاکټر صاحب"')
})
