// Real builds of the app, each a version of its own, and a server that is given one after the other.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { disguise, type Disguise } from '#tests/e2e/world/words.ts'
import { createTestServer, type TestServer } from '#tests/e2e/world/server.ts'

const VITE_CONFIG = fileURLToPath(new URL('../../../vite.config.ts', import.meta.url))
const MAIN = /\/src\/app\/main\.tsx$/
const SCREENS = /\/src\/app\/screens\/.*\.tsx$/

/**
 * What is wrong with a build. `throws`: the first script of it, at once. `missing` and `portal`: a script that is needed at
 * the start is not there, or a login page stands in its place.
 */
type Fault = 'none' | 'throws' | 'missing' | 'portal'

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
  const plugins = [mark(name), ...(fault === 'throws' ? [throwing] : []), ...(how ? [disguising(how)] : [])]
  await build({ configFile: VITE_CONFIG, logLevel: 'warn', plugins, build: { outDir: folder, emptyOutDir: true } })
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

/** Writes English as the made-up language. */
const disguising = (how: Disguise): Plugin => ({
  name: 'test:disguising',
  enforce: 'pre',
  transform: (code, id) => {
    if (/\/locales\/en\/[\w-]+\.json$/.test(id)) return JSON.stringify(JSON.parse(code, disguised(how)))
    if (how !== 'mirrored' || !id.endsWith('/src/domain/codes/languages.ts')) return undefined
    const turned = code.replace("english: 'English', script: 'Latn'", "english: 'English', script: 'Arab'")
    if (turned === code) throw new Error('English could not be turned round')
    return turned
  }
})

const disguised = (how: Disguise) => (_key: string, value: unknown) =>
  typeof value === 'string' ? disguise(value, how) : value
