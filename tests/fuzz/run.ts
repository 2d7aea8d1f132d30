// `npm run fuzz -- --requests 1000000 --seed 7`; exit 1 when anything is wrong.
import { parseArgs } from 'node:util'
import { findTrouble } from '#tests/fuzz/verdict.ts'
import { runFuzz } from '#tests/fuzz/fuzz.ts'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: process.env['SEED'] ?? '2018' }
  }
})
const began = performance.now()
const report = await runFuzz({ requests: Number(values.requests), seed: Number(values.seed) })
console.log(`Seed ${values.seed}, ${Math.round((performance.now() - began) / 1_000)} s`)
console.log(JSON.stringify({ ...report, wrong: report.wrong.length, spoiled: report.spoiled.length }, undefined, 2))
const trouble = findTrouble(report)
for (const one of trouble.slice(0, 50)) console.error(one)
console.log(`${trouble.length} violations`)
process.exitCode = trouble.length === 0 ? 0 : 1
