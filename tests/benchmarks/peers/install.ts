// Installs the peers when they are missing or old, from their own lockfile. False: they cannot be had, and it said so.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const HERE = import.meta.dirname

export const installPeers = (): boolean => {
  const installed = join(HERE, 'node_modules', '.package-lock.json')
  const isThere =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(HERE, 'package-lock.json')).mtimeMs
  if (isThere) return true
  console.log('Installing what Susret is measured beside (npm ci in tests/benchmarks/peers) …')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: HERE,
    stdio: 'inherit'
  })
  if (status !== 0) console.log('PouchDB and RxDB could not be installed (see above): going on without them.')
  return status === 0
}
