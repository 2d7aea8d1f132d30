// What of a week leaves, row by row: nothing beside a hidden number says how large it is.
import { expect, test } from 'vitest'
import { toldRows } from '#app/screens/changed/changes-words.ts'
import type { ChangedRow, ChangedTable } from '#domain/review/what-changed.ts'

const row = (code: string, groups: number, more: Partial<ChangedRow> = {}): ChangedRow => ({
  code,
  groups,
  before: 0,
  usual: 0,
  ...more
})
const told = (rows: readonly ChangedRow[], isSplit = true) =>
  toldRows({ name: 'language', isSplit, rows } satisfies ChangedTable)

test('what is hidden stands last, in the order of the codes', () => {
  const rows = [row('ar', 30), row('ps', 12), row('ku', 5), row('en', 1)]
  expect(told(rows).map(({ code, groups }) => [code, groups])).toEqual([
    ['ar', 30],
    ['ps', 12],
    ['en', 'some'],
    ['ku', 'some']
  ])
})

test('a change is not named where it would say which of the hidden is no small number', () => {
  const rows = [row('ps', 20), row('ku', 5, { change: 'more' }), row('en', 1)]
  expect(told(rows).filter(({ change }) => change)).toEqual([])
  const fall = [row('ps', 20), row('ku', 2, { usual: 8, change: 'fewer' })]
  expect(told(fall, false).filter(({ change }) => change)).toEqual([])
})

test('a rise above what is usually few is named, and a fall to nothing', () => {
  expect(told([row('ps', 14, { usual: 3, change: 'more' })], false)).toMatchObject([{ change: 'more', usual: 'some' }])
  expect(told([row('ps', 0, { usual: 8, change: 'fewer' })], false)).toMatchObject([{ change: 'fewer', usual: 8 }])
})

test('five groups of which each speaks another language are told by none: their number stands in other tables', () => {
  const rows = ['ar', 'en', 'fa', 'ku', 'ps'].map((code) => row(code, 1))
  expect(told(rows)).toEqual([])
})
