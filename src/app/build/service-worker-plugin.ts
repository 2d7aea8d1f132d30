// Builds the service worker after the app, as one classic script, and gives it the version and the list of files to keep
// for offline use. While developing there is no service worker.
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'

/** `hash`: SHA-256 as base64url; the phone keeps nothing else under this address. */
type KeptFile = { url: string; hash: string }

const SERVICE_WORKER_FILE = 'service-worker.js'
const PAGE = 'index.html'
/** Stands in the page where its version belongs. */
const VERSION = '__APP_VERSION__'

/** `release`: what people call the version; two builds of it that differ differ in what is put behind it. */
export const serviceWorker = ({ source, release }: { source: string; release: string }): Plugin => {
  let config: ResolvedConfig
  let hasWritten = false
  return {
    name: 'susret:service-worker',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved
    },
    writeBundle: () => {
      hasWritten = true
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        // A build that failed has its own error to show; the page that lies there is an earlier one's.
        if (!hasWritten) return
        const folder = resolve(config.root, config.build.outDir)
        const version = `${release}-${hashOf(JSON.stringify(await keptFiles(folder)))
          .toString('hex')
          .slice(0, 8)}`
        await writeVersion(join(folder, PAGE), version)
        const files = await keptFiles(folder)
        await buildWorker({ source, folder, alias: config.resolve.alias, files, version })
      }
    }
  }
}

const keptFiles = async (folder: string): Promise<KeptFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('.map') && !path.endsWith(SERVICE_WORKER_FILE))
  const files = paths.map(async (path) => ({
    url: `/${relative(folder, path).split(sep).join('/')}`,
    hash: hashOf(await readFile(path)).toString('base64url')
  }))
  return (await Promise.all(files)).sort((a, b) => (a.url < b.url ? -1 : 1))
}

const writeVersion = async (page: string, version: string) => {
  const html = await readFile(page, 'utf8')
  if (!html.includes(VERSION)) throw new Error(`${PAGE} has no place for the version`)
  await writeFile(page, html.replaceAll(VERSION, version))
}

type WorkerParts = {
  source: string
  folder: string
  alias: ResolvedConfig['resolve']['alias']
  files: KeptFile[]
  version: string
}

const buildWorker = ({ source, folder, alias, files, version }: WorkerParts) =>
  build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias },
    define: {
      __APP_FILES__: JSON.stringify(files),
      __APP_VERSION__: JSON.stringify(version),
      'process.env.NODE_ENV': JSON.stringify('production'),
      // A classic script has no import.meta; the code that asks for it fetches further scripts, and there are none.
      'import.meta.resolve': 'undefined',
      'import.meta.url': 'self.location.href'
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: source,
        output: { format: 'iife', codeSplitting: false, entryFileNames: SERVICE_WORKER_FILE }
      }
    }
  })

const hashOf = (content: string | Uint8Array): Buffer => createHash('sha256').update(content).digest()
