// `npm run crash:server -- --rounds 1000 [--postgres] [--seed N]`
import { parseArgs } from 'node:util'
import { runCrashLoop } from '#tests/load/crash-loop.ts'
import { percentile, printFigures, toMs } from '#tests/load/figures.ts'
import { withPostgres } from '#tests/load/own-postgres.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    phones: { type: 'string', default: '6' },
    seed: { type: 'string', default: process.env['SEED'] ?? '2018' },
    postgres: { type: 'boolean', default: false }
  }
})
const [rounds, phones, seed] = [Number(values.rounds), Number(values.phones), Number(values.seed)]

const main = async (databaseUrl?: string): Promise<boolean> => {
  console.log(`Killing the server ${rounds} times on ${databaseUrl ? 'PostgreSQL' : 'SQLite'}, seed ${seed}`)
  const report = await runCrashLoop({
    rounds,
    phones,
    seed,
    ...(databaseUrl !== undefined && { databaseUrl }),
    onRound: (round, { changes }) => {
      if (round % 50 === 0) console.log(`  ${round} rounds, ${changes.toLocaleString('en')} acknowledged`)
    }
  })
  const { startMs, ...counts } = report
  printFigures('Killed and started again', {
    ...counts,
    'start p50, p99, longest': [0.5, 0.99, 1].map((share) => toMs(percentile(startMs, share))).join(', ')
  })
  return report.lost + report.duplicated + report.altered === 0
}

process.exitCode = (values.postgres ? await withPostgres(({ url }) => main(url)) : await main()) ? 0 : 1
