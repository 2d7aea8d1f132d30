// What the worker reads of an answer given without a word.
import { describe, expect, it } from 'vitest'
import { answerWords } from '#app/screens/talk/answer-words.ts'
import { readWords } from '#app/build/locale-words.ts'
import { ROOT } from '#tests/house/scratch.ts'

const english = readWords(ROOT, 'en')
const t = ((key: string) => english.get(`phrases:${key}`)) as Parameters<typeof answerWords>[0]

describe('an answer by pointing', () => {
  it.each(['yes_no', 'number', 'body', 'size'] as const)(
    'by %s can be that one does not know or will not say',
    (way) => {
      expect(answerWords(t, way, ['unknown'])).toEqual(['I do not know'])
      expect(answerWords(t, way, ['unwilling'])).toEqual(['I do not want to answer'])
    }
  )

  it('is said in words where it has words, and as it stands where it is a number or a size', () => {
    expect(answerWords(t, 'body', ['head', 'hand'])).toEqual(['Head', 'Hand'])
    expect(answerWords(t, 'number', ['16'])).toEqual(['16'])
    expect(answerWords(t, 'size', ['XL', '42'])).toEqual(['XL', '42'])
    expect(answerWords(t, 'languages', ['16'])).toEqual([])
  })
})
