// `npm run proxy -- --minutes 30 --seed 7`: two phones go through every bad network again and again for that long.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { minutes, seed } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '2018' } }
}).values

const { status } = spawnSync(
  process.execPath,
  [fileURLToPath(new URL('../run.js', import.meta.url)), 'e2e', 'bad-network'],
  { stdio: 'inherit', env: { ...process.env, NETWORK_MINUTES: minutes, SEED: seed } }
)
process.exitCode = status ?? 1
