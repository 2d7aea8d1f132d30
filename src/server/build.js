// Builds the app into `dist` when it is missing or older than its sources. Plain JavaScript, like install.js.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, Trouble, projectNode } from './install.js'

const SOURCES =
  'src/domain src/protocol src/device src/worker src/app locales public vite.config.ts package-lock.json'.split(' ')

export const ensureBuilt = () => {
  if (isFresh()) return
  console.log('Building the app (vite build) …')
  build()
}

/** Throws Trouble when the build fails. */
export const build = () => {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(projectNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Trouble('The app could not be built; the lines above say why.')
}

const isFresh = () => {
  const built = join(ROOT, 'dist', 'index.html')
  if (!existsSync(built)) return false
  const builtAt = statSync(built).mtimeMs
  return SOURCES.every((source) => newestIn(join(ROOT, source)) <= builtAt)
}

/** Newest change at or under a path, in milliseconds; folders count, so that a deleted file is noticed. */
const newestIn = (path) => {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  const inside = statSync(path).isDirectory() ? readdirSync(path).map((name) => newestIn(join(path, name))) : []
  return Math.max(mtimeMs, ...inside)
}
