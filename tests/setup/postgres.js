// A PostgreSQL of our own for the store tests: made in a temporary folder, on loopback, flushing to disk as a real one
// must, gone at the end. Plain JavaScript, like tests/run.js.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Trouble } from '../../src/server/install.js'
import { findOnPath, installFromDebian, isProgram, isRoot } from './machine.js'

const DEBIAN = '/usr/lib/postgresql'

/**
 * `{ url, stop, restart }` of a running PostgreSQL. `restart` ends it without a goodbye and starts it again on the same
 * port; there is none for a PostgreSQL that was given to us. Throws Trouble when none can be had.
 */
export const setUpPostgres = async () => {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    console.log('PostgreSQL: the one that TEST_DATABASE_URL names.')
    return { url: given, stop: () => {} }
  }
  return start(findPrograms() ?? install())
}

const install = () => {
  console.log('PostgreSQL: none here.')
  installFromDebian('postgresql')
  const programs = findPrograms()
  if (programs) return programs
  throw new Trouble(
    'The store tests need PostgreSQL (initdb and pg_ctl), and none could be had. Install PostgreSQL, or name a running one whose databases may be made and dropped: TEST_DATABASE_URL=postgres://… npm test'
  )
}

/** Folder of initdb and pg_ctl, the newest there is. */
const findPrograms = () => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const onPath = findOnPath('initdb')
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...(onPath ? [dirname(onPath)] : [])]
  return folders.find((folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'pg_ctl')))
}

const start = async (programs) => {
  const folder = mkdtempSync(join(tmpdir(), 'susret-postgres-'))
  const data = join(folder, 'data')
  const log = join(folder, 'log')
  const asOwner = ownerOf(folder)
  const run = (program, ...args) => asOwner(join(programs, program), args, folder)
  const stop = () => {
    run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
  const port = await freePort()
  const made = run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8')
  const started =
    made.status === 0
      ? run('pg_ctl', '-D', data, '-w', '-t', '120', '-l', log, '-o', options(port, folder), 'start')
      : made
  if (started.status !== 0) {
    const said = existsSync(log) ? readFileSync(log, 'utf8') : started.stderr
    stop()
    throw new Trouble(`PostgreSQL of ${programs} did not start:\n${said}`)
  }
  const version = run('postgres', '--version').stdout.trim()
  console.log(`PostgreSQL: ${version}, started on 127.0.0.1:${port} in ${folder}, removed at the end.`)
  const restart = () => {
    const again = run('pg_ctl', '-D', data, '-m', 'immediate', '-w', '-t', '120', '-l', log, 'restart')
    if (again.status !== 0) throw new Trouble(`PostgreSQL did not start again:\n${again.stderr}`)
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop, restart }
}

const options = (port, folder) =>
  `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=on -c max_connections=60`

/** PostgreSQL refuses to run as root: then the folder and the programs belong to the user postgres. */
const ownerOf = (folder) => {
  if (!isRoot()) return (program, args, cwd) => spawnSync(program, args, { cwd, ...QUIET })
  chmodSync(folder, 0o755)
  spawnSync('chown', ['postgres:', folder])
  return (program, args, cwd) => spawnSync('runuser', ['-u', 'postgres', '--', program, ...args], { cwd, ...QUIET })
}

const QUIET = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }

const freePort = () =>
  new Promise((settle, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => settle(port))
    })
  })
