// The export in little memory, short enough for every run: a program that held all of these records would need more.
import { expect, it } from 'vitest'
import { exportInLittleMemory } from './export-memory.ts'

it('writes a row for each person of 30,000 records in 64 MB, and says how far it is', async () => {
  const { code, people, rows, said, progress } = await exportInLittleMemory(30_000, 64)
  expect([code, rows]).toEqual([0, people])
  expect(said).toContain(`${people} rows are in`)
  expect(progress.filter((line) => /^Read \d+ of \d+ changes$/.test(line)).length).toBeGreaterThan(1)
  expect(progress.filter((line) => /^Written \d+ rows$/.test(line)).length).toBeGreaterThan(1)
}, 300_000)
