// The short form of `npm run fuzz`.
import { expect, it } from 'vitest'
import { runFuzz } from '#tests/fuzz/fuzz.ts'
import { findTrouble } from '#tests/fuzz/verdict.ts'
import { createPostgresDatabase } from '#tests/server/test-database.ts'

it('answers 20,000 attacks with closed refusals, holds nothing afterwards and does each thing once', async () => {
  const report = await runFuzz({ requests: 20_000, seed: Number(process.env['SEED']) })
  console.log(JSON.stringify({ ...report, wrong: report.wrong.length, spoiled: report.spoiled.length }))
  expect(findTrouble(report)).toEqual([])
  expect(report.byStatus['200']).toBeGreaterThan(1_000)
}, 600_000)

/** What SQLite keeps and PostgreSQL cannot, such as a NUL in a text, is refused or set aside there too. */
it('answers 1,000 attacks on PostgreSQL in the same way', async () => {
  const { url, drop } = await createPostgresDatabase()
  const report = await runFuzz({ requests: 1_000, seed: Number(process.env['SEED']), databaseUrl: url })
  await drop()
  console.log(JSON.stringify({ ...report, wrong: report.wrong.length, spoiled: report.spoiled.length }))
  expect(findTrouble(report)).toEqual([])
  expect(report.byStatus['200']).toBeGreaterThan(50)
}, 600_000)
