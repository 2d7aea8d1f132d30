// Installs the peers when they are missing or old, from their own lockfile.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const HERE = import.meta.dirname

export const installPeers = (): void => {
  const installed = join(HERE, 'node_modules', '.package-lock.json')
  const isThere =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(HERE, 'package-lock.json')).mtimeMs
  if (isThere) return
  console.log('Installing what Susret is measured beside (npm ci in tests/benchmarks/peers) …')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: HERE,
    stdio: 'inherit'
  })
  if (status !== 0) throw new Error('The peers could not be installed; the lines above say why.')
}
