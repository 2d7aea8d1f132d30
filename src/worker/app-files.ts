// The app's files on the phone: workbox keeps each version whole in a cache of its own, and in it only what is, byte for
// byte, what was built. Neither half a file nor a captive portal's page can become the app.
import { PrecacheStrategy } from 'workbox-precaching'
import { fingerprint } from '#protocol/bytes.ts'

/** `hash`: SHA-256 as base64url. */
export type AppFile = { readonly url: string; readonly hash: string }

const CACHE = 'susret-app-'
const cacheNameOf = (version: string) => `${CACHE}${version}`

/** Files fetched side by side: one by one each would wait for a whole way there and back. */
const LANES = 6

export const createAppFiles = (version: string, files: readonly AppFile[]) => {
  const integrities = new Map(files.map((file) => [file.url, integrityOf(file)]))
  const strategy = new PrecacheStrategy({
    cacheName: cacheNameOf(version),
    // The browser's own cache may hold what a portal once answered.
    plugins: [{ requestWillFetch: async ({ request }) => new Request(request, { cache: 'reload' }) }]
  })

  const findMissing = async () => {
    const kept = await (await caches.open(cacheNameOf(version))).keys()
    const paths = new Set(kept.map(({ url }) => new URL(url).pathname))
    return files.filter(({ url }) => !paths.has(url))
  }

  /** Straight from the cache: a start asks for every file at once. One the browser has lost comes from the network and is kept again. */
  const get = async (url: string, event: ExtendableEvent): Promise<Response> => {
    const integrity = integrities.get(url) ?? ''
    return (
      (await caches.match(url, { cacheName: cacheNameOf(version) })) ??
      strategy.handle({ event, request: new Request(url, { integrity }), params: { integrity } })
    )
  }

  /** Whether every file is there in the end; rejects when one could not be had. What has come so far stays. */
  const complete = async (event: ExtendableEvent): Promise<boolean> => {
    const missing = (await findMissing()).values()
    const lane = async () => {
      for (const file of missing) {
        await copyUnchanged(file, cacheNameOf(version))
        await get(file.url, event)
      }
    }
    const lanes = Array.from({ length: LANES }, lane)
    // None is left running behind the back of one that stopped.
    await Promise.allSettled(lanes)
    await Promise.all(lanes)
    return (await findMissing()).length === 0
  }

  return {
    has: (path: string) => integrities.has(path),
    get,
    /** Fetches what is missing; rejects unless in the end every file is there. */
    install: async (event: ExtendableEvent): Promise<void> => {
      // Another worker that took over meanwhile may have dropped the cache from under this one.
      if (!(await complete(event))) throw new Error(`Version ${version} is not whole`)
    },
    /** Fetches what was lost; whether every file is there in the end. */
    mend: complete
  }
}

export const dropVersion = (version: string): Promise<boolean> => caches.delete(cacheNameOf(version))

/** From `version` first, then from whichever has it: a page may be older than the version that new pages get. */
export const findFile = async (version: string, path: string): Promise<Response | undefined> =>
  (await caches.match(path, { cacheName: cacheNameOf(version) })) ?? caches.match(path)

/** Drops every cache but those of `versions` and `others`. */
export const dropAllBut = async (versions: readonly string[], others: readonly string[]): Promise<void> => {
  const kept = [...versions.map(cacheNameOf), ...others]
  const names = await caches.keys()
  await Promise.all(names.filter((name) => !kept.includes(name)).map((name) => caches.delete(name)))
}

/** As browsers and workbox want it: https://www.w3.org/TR/SRI/ */
const integrityOf = ({ hash }: AppFile) => `sha256-${hash.replaceAll('-', '+').replaceAll('_', '/')}=`

/** Most files do not change from one version to the next: they cost no signal. */
const copyUnchanged = async ({ url, hash }: AppFile, cacheName: string) => {
  const copy = await caches.match(url)
  if (copy === undefined) return
  const found = await fingerprint(new Uint8Array(await copy.clone().arrayBuffer()))
  if (found === hash) await (await caches.open(cacheName)).put(url, copy)
}
