// The service worker: serves the whole app without signal, and carries the letterbox while no page is open. It holds no
// key and touches no request but the app's own files.
import { createBrowserPlatform, openBrowserLifeboat } from '#device/browser-platform.ts'
import { openLetterbox } from '#device/letterbox/database.ts'
import { runRound } from '#device/letterbox/round.ts'
import { openLibrary } from '#device/library/database.ts'
import { createNudges } from '#device/nudges.ts'
import { openTestimonies } from '#device/testimonies/database.ts'
import { handOverTestimonies } from '#device/testimonies/leaving.ts'
import { openVaultDatabase } from '#device/vault/database.ts'
import { createWipe } from '#device/vault/wipe.ts'
import { tellUpgrades } from '#device/versioned-database.ts'
import { LETTERBOX_TAG, VersionOrder, type WorkerOrder } from '#device/letterbox/worker-orders.ts'
import type { AppFile } from '#worker/app-files.ts'
import { createAppShell } from '#worker/app-shell.ts'
import { comeForward, showNudge } from '#worker/nudged.ts'

declare const self: ServiceWorkerGlobalScope
/** Both are put here by the build. */
declare const __APP_FILES__: readonly AppFile[]
declare const __APP_VERSION__: string

type SyncEvent = ExtendableEvent & { readonly tag: string }

const platform = createBrowserPlatform()
const shell = createAppShell({
  version: __APP_VERSION__,
  files: __APP_FILES__,
  platform,
  askNetwork: (request) => fetch(request)
})
const [letterbox, vault, library] = [openLetterbox(), openVaultDatabase(), openLibrary()]
const lifeboat = openBrowserLifeboat()
const testimonies = openTestimonies()
const wipe = createWipe({ vault, letterbox, library, testimonies, lifeboat, platform })
const carrier = { letterbox, library, testimonies, platform, lifeboat, wipe }
tellUpgrades([letterbox, vault, library, testimonies], platform)

/** Rejecting asks the browser to fire the event again later. */
const carry = async () => {
  const { trouble } = await runRound(carrier)
  // Whatever stands in its way holds up nothing else.
  await handOverTestimonies(carrier).catch(() => undefined)
  if (trouble?.why === 'no_answer') throw new Error('Nobody answered; the letterbox is tried again')
}

shell.serve()

self.addEventListener('install', (event) => event.waitUntil(shell.install(event)))

self.addEventListener('activate', (event) => event.waitUntil(shell.activate().then(() => self.clients.claim())))

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent
  if (tag === LETTERBOX_TAG) (event as SyncEvent).waitUntil(carry())
})

// A reminder or a nudge was tapped.
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(comeForward(event.notification))
})

// Words first; by the time the lead has opened the board, what they speak of has come.
self.addEventListener('push', (event) => event.waitUntil(showNudge().then(() => runRound(carrier))))

// The browser is reached elsewhere from now on.
self.addEventListener('pushsubscriptionchange', (event) => {
  const { pushManager } = self.registration
  ;(event as ExtendableEvent).waitUntil(createNudges(carrier).ensure(pushManager))
})

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const order = event.data as WorkerOrder
  if (order === 'carry') event.waitUntil(runRound(carrier))
  // A new version takes over only when a page says that no form is open.
  if (order === 'take_over') event.waitUntil(self.skipWaiting())
  const about = VersionOrder.safeParse(order)
  if (about.success) event.waitUntil(shell.obey(about.data, event))
})
