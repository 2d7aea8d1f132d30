// How the real modules are loaded here: two of their neighbours are replaced (the passphrase stretcher and live
// queries), a few sizes are made small so that pages, blocks and full parcels are met in a short life, and a
// planted bug, if one was asked for, is put into the source. Every replacement must find its text exactly once.
import { registerHooks } from 'node:module'
import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { resolve } from 'node:path'

export type Patch = { readonly file: string; readonly find: string | RegExp; readonly put: string }

const ROOT = resolve(import.meta.dirname, '../..')
const here = (file: string) => pathToFileURL(resolve(import.meta.dirname, file)).href

const SMALL_SIZES: readonly Patch[] = [
  { file: 'src/protocol/parcel.ts', find: /PARCEL_CHANGES = 100/, put: 'PARCEL_CHANGES = 3' },
  { file: 'src/protocol/parcel.ts', find: /JOINED_CHANGES = 1_000/, put: 'JOINED_CHANGES = 8' },
  { file: 'src/protocol/delivery.ts', find: /DELIVERY_CHANGES = 2_000/, put: 'DELIVERY_CHANGES = 9' },
  { file: 'src/device/vault/shelf.ts', find: /BLOCK_CHANGES = 100/, put: 'BLOCK_CHANGES = 4' },
  { file: 'src/server/http/library.ts', find: /LIBRARY_ITEMS = 200/, put: 'LIBRARY_ITEMS = 3' }
]

/** Each with the stores it reads: nothing else wakes it. */
const LIVE_QUERY: readonly Patch[] = [
  { file: 'src/device/letterbox/standing.ts', database: 'letterbox', stores: `'parcels', 'state'` },
  { file: 'src/device/library/library.ts', database: 'library', stores: `'items'` }
].map(({ file, database, stores }) => ({
  file,
  find: /import \{ liveQuery(?:, type Observable)? \} from 'dexie'/,
  put: `import type { Observable } from 'dexie'; import { liveQueryOf } from '#tests/simulation/live-query.ts'; const liveQuery = liveQueryOf('${database}', [${stores}])`
}))
/** What Dexie does at each write for live queries of its own, of which there are none here. */
const NO_WATCHING: readonly Patch[] = ['cacheMiddleware', 'observabilityMiddleware'].map((name) => ({
  file: 'node_modules/dexie/dist/dexie.js',
  find: `this.use(${name})`,
  put: ''
}))

const ENGINE = 'node_modules/fake-indexeddb/build/esm'
/** Two tasks of the engine that mostly find nothing to do; at each transaction they cost as much as its work. */
const FEWER_TASKS: readonly Patch[] = [
  {
    file: `${ENGINE}/lib/Database.js`,
    find: /processTransactions\(\) \{\n/,
    put: `processTransactions() {\n if (this.transactions.every((one) => one._started || one._state === 'finished')) return\n`
  },
  {
    file: `${ENGINE}/FDBTransaction.js`,
    find: /queueTask\(\(\) => \{\n\s*const \{\n\s*transactions\n/,
    put: 'queueMicrotask(() => { const { transactions\n'
  }
]

export const loadModulesWith = (planted: readonly Patch[]): void => {
  const patches = Map.groupBy([...SMALL_SIZES, ...LIVE_QUERY, ...NO_WATCHING, ...FEWER_TASKS, ...planted], ({ file }) =>
    resolve(ROOT, file)
  )
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'hash-wasm' ? { url: here('argon-stand-in.ts'), shortCircuit: true } : next(specifier, context),
    load: (url, context, next) => {
      const path = url.startsWith('file:') ? fileURLToPath(url) : url
      const mine = patches.get(path)
      if (mine === undefined) return next(url, context)
      patches.delete(path)
      const source = mine.reduce(apply, readFileSync(path, 'utf8'))
      return { format: formatOf(path), source, shortCircuit: true }
    }
  })
}

const formatOf = (path: string) => {
  if (path.endsWith('.ts')) return 'module-typescript'
  return path.endsWith('/dexie.js') ? 'commonjs' : 'module'
}

const apply = (source: string, { file, find, put }: Patch): string => {
  const found =
    typeof find === 'string' ? source.split(find).length - 1 : [...source.matchAll(new RegExp(find, 'g'))].length
  if (found !== 1) throw new Error(`${file}: expected once, found ${found} times: ${String(find)}`)
  return source.replace(find, () => put)
}
