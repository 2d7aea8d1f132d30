// `npm run crash:cluster -- --phones 200 --records 400 [--seed N]`
import { parseArgs } from 'node:util'
import { runDisturbed } from '#tests/load/disturbed-run.ts'
import { percentile, printFigures, toMs } from '#tests/load/figures.ts'
import { withPostgres } from '#tests/load/own-postgres.ts'

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '100' },
    records: { type: 'string', default: '400' },
    seed: { type: 'string', default: process.env['SEED'] ?? '2018' }
  }
})

process.exitCode = await withPostgres(async (postgres) => {
  if (postgres.restart === undefined) console.log('This PostgreSQL is not ours: it is not restarted on the way.')
  const report = await runDisturbed({
    postgres,
    phones: Number(values.phones),
    records: Number(values.records),
    seed: Number(values.seed)
  })
  const { tally, seconds, atTheOther, ...counts } = report
  printFigures('Two servers, one killed on the way, then PostgreSQL restarted', {
    ...counts,
    'changes a second': (tally.changes / seconds).toFixed(0),
    'offer to receipt, p50, p99': [0.5, 0.99].map((share) => toMs(percentile(tally.receiptMs, share))).join(', '),
    'no answer': tally.noAnswer,
    'told to come later': tally.busyMs.length,
    refused: [...tally.refused].map(([problem, count]) => `${problem} ${count}`).join(', ') || 0
  })
  const isSame = (['acknowledged', 'lost', 'duplicated', 'altered'] as const).every(
    (figure) => atTheOther[figure] === report[figure]
  )
  return report.lost + report.duplicated + report.altered === 0 && isSame ? 0 : 1
})
