// The short form of `npm run fuzz`.
import { expect, it } from 'vitest'
import { runFuzz } from '#tests/fuzz/fuzz.ts'
import { findTrouble } from '#tests/fuzz/verdict.ts'

it('answers 20,000 attacks with closed refusals, holds nothing afterwards and does each thing once', async () => {
  const report = await runFuzz({ requests: 20_000, seed: Number(process.env['SEED']) })
  console.log(JSON.stringify({ ...report, wrong: report.wrong.length, spoiled: report.spoiled.length }))
  expect(findTrouble(report)).toEqual([])
  expect(report.byStatus['200']).toBeGreaterThan(1_000)
}, 600_000)
