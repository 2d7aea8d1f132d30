// The service worker: serves the whole app without signal, and carries the letterbox while no page is open. It holds no
// key and touches no request but the app's own files.
import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { createBrowserPlatform, openBrowserLifeboat } from '#device/browser-platform.ts'
import { openLetterbox } from '#device/letterbox/database.ts'
import { runRound } from '#device/letterbox/round.ts'
import { openLibrary } from '#device/library/database.ts'
import { openVaultDatabase } from '#device/vault/database.ts'
import { createWipe } from '#device/vault/wipe.ts'
import { LETTERBOX_TAG, type WorkerOrder } from '#device/letterbox/worker-orders.ts'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0]
}

type SyncEvent = ExtendableEvent & { readonly tag: string }

/** A file that came half, or from a portal, must not become the app. */
addPlugins([
  { cacheWillUpdate: async ({ response }) => (response.status === 200 && !response.redirected ? response : null) }
])
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/v1\//, /^\/health$/, /\.json$/] })
)

const letterbox = openLetterbox()
const lifeboat = openBrowserLifeboat()
const wipe = createWipe({ vault: openVaultDatabase(), letterbox, lifeboat })
const carrier = { letterbox, library: openLibrary(), platform: createBrowserPlatform(), lifeboat, wipe }

/** Rejecting asks the browser to fire the event again later. */
const carry = async () => {
  const { trouble } = await runRound(carrier)
  if (trouble?.why === 'no_answer') throw new Error('Nobody answered; the letterbox is tried again')
}

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent
  if (tag === LETTERBOX_TAG) (event as SyncEvent).waitUntil(carry())
})

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const order = event.data as WorkerOrder
  switch (order) {
    case 'carry':
      event.waitUntil(runRound(carrier))
      break
    // A new version takes over only when a page says that no form is open.
    case 'take_over':
      event.waitUntil(self.skipWaiting())
      break
  }
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
