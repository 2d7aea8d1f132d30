// The short form of `npm run crash:power`, and the same with a server that does not flush: there the loss must show.
import { describe, expect, it } from 'vitest'
import { findReasonWithoutLoop } from '#tests/load/loop-disk.ts'
import { NEVER_FLUSH, runPowerLoop } from '#tests/load/power-loop.ts'

const seed = Number(process.env['SEED'])
const reason = findReasonWithoutLoop()
if (reason !== undefined) console.log(`No power is cut in these tests, because ${reason}.`)

describe.skipIf(reason !== undefined)('After a power cut', () => {
  it('the disk holds all that had a receipt, and the data file is whole', async () => {
    const report = await runPowerLoop({ rounds: 2, phones: 4, seed })
    expect(report).toMatchObject({ lost: 0, duplicated: 0, altered: 0, damaged: 0 })
    expect(report.acknowledged).toBeGreaterThan(0)
  })

  it('the disk lacks what a server confirmed without flushing it', async () => {
    const report = await runPowerLoop({ rounds: 2, phones: 4, seed, settings: NEVER_FLUSH })
    expect(report.lost).toBeGreaterThan(0)
  })
})
