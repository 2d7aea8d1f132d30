import { expect, test } from 'vitest'
import { countIn } from '#app/screens/handouts/typed-count.ts'
import { COUNT_LIMIT } from '#domain/code.ts'

test.each([
  ['0', 0],
  ['300', 300],
  [' 42 ', 42],
  ['٣٠٠', 300],
  ['۱۲', 12],
  ['১২', 12],
  [String(COUNT_LIMIT), COUNT_LIMIT]
])('"%s" is a count, in the digits of any keyboard', (typed, count) => {
  expect(countIn(typed)).toBe(count)
})

test.each([
  '',
  ' ',
  '-3',
  '80.5',
  '80,5',
  '1 000',
  '1e3',
  '0x10',
  'many',
  '²',
  String(COUNT_LIMIT + 1),
  '9'.repeat(400)
])('"%s" is none, and nothing is guessed from it', (typed) => {
  expect(countIn(typed)).toBeUndefined()
})
