// `npm run crash:browser -- --rounds 500 [--seed N] [--plant claim_before_write]`
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { rounds, seed, plant } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: process.env['SEED'] ?? '2018' },
    plant: { type: 'string' }
  }
}).values

const { status } = spawnSync(
  process.execPath,
  [fileURLToPath(new URL('../run.js', import.meta.url)), 'e2e', 'killed-phone'],
  {
    stdio: 'inherit',
    env: { ...process.env, CRASH_ROUNDS: rounds, SEED: seed, ...(plant !== undefined && { CRASH_PLANT: plant }) }
  }
)
process.exitCode = status ?? 1
