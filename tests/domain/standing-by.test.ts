// How long an interpreter is taken to stand by.
import { expect, test } from 'vitest'
import { standsBy } from '#domain/talk/standing-by.ts'

const AT = Date.parse('2026-11-24T10:00Z')
const after = (minutes: number) => AT + minutes * 60_000
const said = { language: 'ps', at: AT } as const

test('an interpreter stands by for one talk, in one language', () => {
  expect(standsBy(said, 'ps', AT)).toBe(true)
  expect(standsBy(said, 'ps', after(29))).toBe(true)
  expect(standsBy(said, 'ps', after(30))).toBe(false)
  expect(standsBy(said, 'fa-AF', AT)).toBe(false)
  expect(standsBy(said, undefined, AT)).toBe(false)
})

test('nobody stands by who was not said to, nor after the clock was put back', () => {
  expect(standsBy(undefined, 'ps', AT)).toBe(false)
  expect(standsBy(undefined, undefined, AT)).toBe(false)
  expect(standsBy(said, 'ps', after(-1))).toBe(false)
})
