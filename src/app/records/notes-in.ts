// The changes of one record as what happened to it is told from.
import type { StoredChange } from '#device/stored-change.ts'
import type { Noted } from '#domain/review/what-happened.ts'

export const notesIn = (changes: readonly StoredChange[]): Noted[] =>
  changes.map(({ change: { fields, clock, author } }) => ({ fields, at: clock.at, author }))
