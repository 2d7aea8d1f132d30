// Makes node_modules what package-lock.json says, and finds the Node the project brings. Plain JavaScript: it runs on
// Node 20 with nothing installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const OLDEST_NODE = [20, 19]
const PROJECT_NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node')

/** A failure to be told to whoever typed the command, in plain words and without a stack. */
export class Trouble extends Error {}

/** Installs when something is missing or old. Throws Trouble when that fails. */
export const ensureInstalled = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Trouble(`Susret needs Node ${OLDEST_NODE.join('.')} or later; this is Node ${process.versions.node}.`)
  }
  const reason = reasonToInstall()
  if (reason === undefined) return
  console.log(`${reason}: installing the packages of package-lock.json (npm ci) …`)
  const began = Date.now()
  const { status, error } = npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error')
  if (status !== 0 || reasonToInstall() !== undefined) {
    const what = error?.message ?? `npm ci ended with ${status}`
    throw new Trouble(`${what}. The lines above say why; most often there is no connection. Try the same again.`)
  }
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`)
}

/** Path of the Node that runs the TypeScript of the project. Throws Trouble when there is none that can. */
export const projectNode = () => {
  if (runs(PROJECT_NODE)) return PROJECT_NODE
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.log('The Node of the project is not in place: asking npm to set it up (npm rebuild node) …')
  npm('rebuild', 'node')
  if (runs(PROJECT_NODE)) return PROJECT_NODE
  throw new Trouble('The package "node" did not bring a Node that runs here. Install Node 24 and try again.')
}

/** Runs `main` and turns its result into the exit code; Trouble is told, anything else is a fault and thrown. */
export const runAsCommand = async (main) => {
  try {
    process.exitCode = await main()
  } catch (problem) {
    if (!(problem instanceof Trouble)) throw problem
    console.error(`\n${problem.message}`)
    process.exitCode = 1
  }
}

const reasonToInstall = () => {
  const installed = lockedPackages(join('node_modules', '.package-lock.json'))
  if (installed === undefined) return 'Nothing is installed yet'
  const wanted = lockedPackages('package-lock.json')
  if (wanted === undefined) throw new Trouble('package-lock.json is missing: is this a complete copy of Susret?')
  const isThere = (path, version) => installed.get(path)?.version === version && existsSync(join(ROOT, path))
  const lacking = [...wanted].filter(([path, { version, optional }]) => !optional && !isThere(path, version))
  return lacking.length > 0 ? `${lacking.length} packages are missing or old` : undefined
}

/** Packages by path as npm wrote them down; undefined when the file is not there. */
const lockedPackages = (file) => {
  const path = join(ROOT, file)
  if (!existsSync(path)) return undefined
  const { packages = {} } = JSON.parse(readFileSync(path, 'utf8'))
  return new Map(Object.entries(packages).filter(([name]) => name !== ''))
}

/** The npm that started us, else the one on the PATH. */
const npm = (...args) => {
  const cli = process.env.npm_execpath
  const [command, first] = cli?.endsWith('npm-cli.js') && existsSync(cli) ? [process.execPath, [cli]] : ['npm', []]
  return spawnSync(command, [...first, ...args], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
}

const runs = (node) => existsSync(node) && spawnSync(node, ['--version']).status === 0
