// `npm run fuzz -- --requests 1000000 --seed 7 [--postgres]`; exit 1 when anything is wrong.
import { parseArgs } from 'node:util'
import { findTrouble } from '#tests/fuzz/verdict.ts'
import { runFuzz } from '#tests/fuzz/fuzz.ts'
import { withPostgres } from '#tests/load/own-postgres.ts'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: process.env['SEED'] ?? '2018' },
    postgres: { type: 'boolean', default: false }
  }
})
const began = performance.now()
const fuzz = { requests: Number(values.requests), seed: Number(values.seed) }
const report = values.postgres
  ? await withPostgres(({ url }) => runFuzz({ ...fuzz, databaseUrl: url }))
  : await runFuzz(fuzz)
console.log(`Seed ${values.seed}, ${Math.round((performance.now() - began) / 1_000)} s`)
console.log(JSON.stringify({ ...report, wrong: report.wrong.length, spoiled: report.spoiled.length }, undefined, 2))
const trouble = findTrouble(report)
for (const one of trouble.slice(0, 50)) console.error(one)
console.log(`${trouble.length} violations`)
process.exitCode = trouble.length === 0 ? 0 : 1
