import { expect, it } from 'vitest'
import { runDrill } from '#tests/load/restore-drill.ts'

it('50 phones bring back what a restored backup lacks, and a phone revoked after it stays out', async () => {
  const { missingAtFirst, ...report } = await runDrill({ phones: 50, seed: Number(process.env['SEED']) })
  console.log(JSON.stringify({ missingAtFirst, ...report }))
  expect(missingAtFirst).toBeGreaterThan(0)
  expect(report).toEqual({
    acknowledged: 50 * 80,
    lost: 0,
    duplicated: 0,
    altered: 0,
    isNewEpoch: true,
    revokedIsOut: true
  })
}, 300_000)
