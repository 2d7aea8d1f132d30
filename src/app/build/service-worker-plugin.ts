// Builds the service worker after the app, as one classic script, and gives it the list of files to keep for offline
// use in place of `self.__WB_MANIFEST`. While developing there is no service worker.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'

export type KeptFile = { url: string; revision: string | null }

export const SERVICE_WORKER_FILE = 'service-worker.js'

export const serviceWorker = (source: string): Plugin => {
  let config: ResolvedConfig
  return {
    name: 'susret:service-worker',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        const folder = resolve(config.root, config.build.outDir)
        // A build that failed has written nothing; its own error is the one to show.
        if (!existsSync(folder)) return
        const files = await keptFiles(folder, config.build.assetsDir)
        await buildWorker({ source, folder, alias: config.resolve.alias, files })
      }
    }
  }
}

/** Files with a hash in their name never change; all others carry the hash of their content as revision. */
export const keptFiles = async (folder: string, hashedFolder: string): Promise<KeptFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('.map') && !path.endsWith(SERVICE_WORKER_FILE))
  const files = paths.map(async (path) => {
    const url = relative(folder, path).split(sep).join('/')
    const isHashed = url.startsWith(`${hashedFolder}/`)
    return { url: `/${url}`, revision: isHashed ? null : hashOf(await readFile(path)) }
  })
  return (await Promise.all(files)).sort((a, b) => (a.url < b.url ? -1 : 1))
}

type WorkerParts = { source: string; folder: string; alias: ResolvedConfig['resolve']['alias']; files: KeptFile[] }

const buildWorker = ({ source, folder, alias, files }: WorkerParts) =>
  build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias },
    define: {
      'self.__WB_MANIFEST': JSON.stringify(files),
      __APP_VERSION__: JSON.stringify(hashOf(JSON.stringify(files))),
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

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 12)
