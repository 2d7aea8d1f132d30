// `npm run crash:power -- --rounds 200 [--seed N] [--never-flush]`
import { parseArgs } from 'node:util'
import { printFigures } from '#tests/load/figures.ts'
import { findReasonWithoutLoop } from '#tests/load/loop-disk.ts'
import { NEVER_FLUSH, runPowerLoop } from '#tests/load/power-loop.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    phones: { type: 'string', default: '8' },
    seed: { type: 'string', default: process.env['SEED'] ?? '2018' },
    /** To see that it finds what it looks for. */
    'never-flush': { type: 'boolean', default: false }
  }
})
const [rounds, phones, seed] = [Number(values.rounds), Number(values.phones), Number(values.seed)]

const main = async (): Promise<boolean> => {
  const reason = findReasonWithoutLoop()
  if (reason !== undefined) {
    console.log(`Skipped: no power can be cut here, because ${reason}.`)
    return true
  }
  console.log(`Cutting the power ${rounds} times, seed ${seed}`)
  const report = await runPowerLoop({
    rounds,
    phones,
    seed,
    ...(values['never-flush'] && { settings: NEVER_FLUSH }),
    onRound: (so) => {
      if (so.rounds % 10 === 0) console.log(`  ${so.rounds} rounds, ${so.acknowledged} acknowledged, ${so.lost} lost`)
    }
  })
  printFigures('The power was cut, and what the disk then held', report)
  return report.lost + report.duplicated + report.altered + report.damaged === 0
}

process.exitCode = (await main()) ? 0 : 1
