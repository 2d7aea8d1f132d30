// What must be checked before a topic is shown to the person without an interpreter.
import { expect, it } from 'vitest'
import { keysShown } from '#app/screens/options/their-topics.ts'
import { readWords } from '#app/build/locale-words.ts'
import { ROOT } from '#tests/house/scratch.ts'

it('Every text of a topic that the person reads is asked about, also that it is no legal advice', () => {
  const english = readWords(ROOT, 'en')
  const keys = keysShown('rights')
  expect(keys.map((key) => english.get(key))).toContain('This is information, not legal advice.')
  expect(keys.filter((key) => key.includes('.points.'))).toHaveLength(5)
  expect(keys.filter((key) => !english.has(key))).toEqual([])
})
