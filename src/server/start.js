// `npm start` and `npm run susret -- <command>`: installs and builds what is missing, then hands over to main.ts under
// the Node of the project. `node src/server/start.js <command> [arguments]`
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.js'
import { ROOT, ensureInstalled, projectNode, runAsCommand } from './install.js'

const main = async () => {
  const [, , ...args] = process.argv
  const onlyAsks = args.includes('--help') || args.includes('-h')
  ensureInstalled()
  if (args[0] === 'start' && !onlyAsks) ensureBuilt()
  return handOver([join(ROOT, 'src', 'server', 'main.ts'), ...args])
}

/** Runs Node with our terminal and our signals; the promise is its exit code. */
const handOver = (args) =>
  new Promise((settle, reject) => {
    const child = spawn(projectNode(), args, { stdio: 'inherit' })
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
      // A terminal sends its own interrupt to both of us.
      process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
    }
    child.on('error', reject)
    child.on('close', (code, signal) => settle(code ?? 128 + constants.signals[signal]))
  })

await runAsCommand(main)
