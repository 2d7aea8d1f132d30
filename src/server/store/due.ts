// What is due now, by a moment that its row has. One further off than anything ever waits is of a clock that was wrong: it silences
// nobody.
import type { Value } from '#server/store/database.ts'

export const isDue = (column: 'next_at' | 'not_before'): string => `(${column} <= ? or ${column} > ?)`

/** The values of `isDue`. `waitsAtMost`: milliseconds. */
export const dueAt = (now: number, waitsAtMost: number): readonly Value[] => [now, now + waitsAtMost]
