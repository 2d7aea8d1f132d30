// Real builds of the app, each a version of its own, and a server that is given one after the other.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { build, type Plugin } from 'vite'
import { squeezeWords } from '#app/build/packed-words.ts'
import { languageOf } from '#app/build/packed-words-plugin.ts'
import { disguise, type Disguise } from '#tests/e2e/world/words.ts'
import { createTestServer, type TestServer } from '#tests/e2e/world/server.ts'

const VITE_CONFIG = fileURLToPath(new URL('../../../vite.config.ts', import.meta.url))
const MAIN = /\/src\/app\/main\.tsx$/
const SCREENS = /\/src\/app\/screens\/.*\.tsx$/

/**
 * What is wrong with a build. `throws`: the first script of it, at once. `missing` and `portal`: a script that is needed at
 * the start is not there, or a login page stands in its place. `later_storage`: nothing; but it upgrades the storage to a
 * version that was never released, slowly.
 */
type Fault = 'none' | 'throws' | 'missing' | 'portal' | 'later_storage'

export type { Disguise }

const PORTAL_PAGE = '<!doctype html><title>Log in to the café</title>'

export type AppBuilds = {
  /** The folder of a build. Its page bears `name` as `data-build`, and every screen of it is another file. */
  readonly folderOf: (name: string, how?: { readonly fault?: Fault; readonly disguise?: Disguise }) => Promise<string>
  readonly dispose: () => Promise<void>
}

export const createAppBuilds = async (): Promise<AppBuilds> => {
  const root = await mkdtemp(join(tmpdir(), 'susret-builds-'))
  const builds = new Map<string, Promise<string>>()
  return {
    folderOf: (name, how = {}) => {
      const built = builds.get(name) ?? buildInto(join(root, name), { name, fault: 'none', ...how })
      builds.set(name, built)
      return built
    },
    dispose: () => rm(root, { recursive: true, force: true })
  }
}

export type AppServer = TestServer & {
  /** Ends the server and starts it again with this build, as an operator would. */
  readonly release: (folder: string) => Promise<void>
}

/** A server that is already running, with `first`. */
export const createAppServer = async (first: string): Promise<AppServer> => {
  const root = await mkdtemp(join(tmpdir(), 'susret-released-'))
  const app = join(root, 'app')
  const server = await createTestServer({ SUSRET_APP: app })
  const release = async (folder: string) => {
    await server.kill()
    await rm(app, { recursive: true, force: true })
    await mkdir(app)
    await cp(folder, app, { recursive: true })
    await server.start()
  }
  await release(first)
  return {
    ...server,
    release,
    dispose: async () => {
      await server.dispose()
      await rm(root, { recursive: true, force: true })
    }
  }
}

type Wanted = { readonly name: string; readonly fault: Fault; readonly disguise?: Disguise }

const buildInto = async (folder: string, { name, fault, disguise: how }: Wanted): Promise<string> => {
  const faults = fault === 'throws' ? [throwing] : fault === 'later_storage' ? [laterStorage] : []
  await build({
    configFile: VITE_CONFIG,
    logLevel: 'warn',
    plugins: [mark(name), ...faults, ...(how ? [disguising(how)] : [])],
    worker: { plugins: () => faults },
    build: { outDir: folder, emptyOutDir: true }
  })
  const first = join(
    folder,
    'assets',
    /index-[\w-]+\.js/.exec(await readFile(join(folder, 'index.html'), 'utf8'))?.[0] ?? ''
  )
  if (fault === 'missing') await rm(first)
  if (fault === 'portal') await writeFile(first, PORTAL_PAGE)
  return folder
}

const mark = (name: string): Plugin => ({
  name: 'test:mark',
  enforce: 'pre',
  transform: (code, id) => {
    if (MAIN.test(id)) return `${code}\ndocument.documentElement.dataset['build'] = '${name}'`
    return SCREENS.test(id) ? `${code}\n;(globalThis.builds ??= new Set()).add('${name}')` : undefined
  }
})

const throwing: Plugin = {
  name: 'test:throwing',
  enforce: 'pre',
  transform: (code, id) => (MAIN.test(id) ? `throw new Error('A planted fault')\n${code}` : undefined)
}

/** Before the packed words of a language. */
const EXPORTED = 'export default '

/** Writes English as the made-up language. */
const disguising = (how: Disguise): Plugin => ({
  name: 'test:disguising',
  enforce: 'pre',
  transform: (code, id) => {
    if (languageOf(id) === 'en') {
      const packed = inflateSync(Buffer.from(JSON.parse(code.slice(EXPORTED.length)), 'base64')).toString()
      return `${EXPORTED}${JSON.stringify(squeezeWords(disguise(packed, how)))}`
    }
    if (how !== 'mirrored' || !id.endsWith('/src/domain/codes/languages.ts')) return undefined
    const turned = code.replace("english: 'English', script: 'Latn'", "english: 'English', script: 'Arab'")
    if (turned === code) throw new Error('English could not be turned round')
    return turned
  }
})

/** Every row is stamped again and again: half an upgrade would show. */
export const UPGRADE_TURNS = 300
const UPGRADE = `async (transaction) => {
  for (let turn = 1; turn <= ${UPGRADE_TURNS}; turn += 1) {
    for (const name of ['rows', 'parcels', 'contents']) {
      await transaction.table(name).toCollection().modify((row) => { row.stamped = turn })
    }
  }
}`
const VERSIONS = /(_VERSIONS: readonly SchemaVersion\[\] = \[[^]*?)\n\]/

const laterStorage: Plugin = {
  name: 'test:later-storage',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.endsWith('/src/device/letterbox/database.ts')) return
    if (!VERSIONS.test(code)) throw new Error('The later version does not fit the letterbox any more')
    return code.replace(VERSIONS, `$1, { version: 3, stores: { marks: 'id' }, upgrade: ${UPGRADE} }]`)
  }
}
