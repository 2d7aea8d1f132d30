// Puts the phone together from what a browser has: databases, a thread for the vault, the service worker, the clock.
import VaultWorker from '#device/vault/vault-worker.ts?worker'
import { collectsTestimony } from '#app/phone/collects-testimony.ts'
import { noteMissedCards } from '#app/phone/note-missed-cards.ts'
import { createPhone, type Phone } from '#app/phone/phone.ts'
import { createBrowserPlatform, openBrowserLifeboat } from '#device/browser-platform.ts'
import { askAboutAside } from '#device/letterbox/ask-about-aside.ts'
import { createCourier } from '#device/letterbox/courier.ts'
import { openLetterbox } from '#device/letterbox/database.ts'
import { createRescue } from '#device/letterbox/rescue.ts'
import { runRound } from '#device/letterbox/round.ts'
import { watchLetterbox } from '#device/letterbox/standing.ts'
import { askAgain } from '#device/letterbox/strict-write.ts'
import { LETTERBOX_TAG } from '#device/letterbox/worker-orders.ts'
import { openLibrary, readOwn } from '#device/library/database.ts'
import { watchLibrary } from '#device/library/library.ts'
import { openVaultDatabase } from '#device/vault/database.ts'
import { countLeaving, openTestimonies } from '#device/testimonies/database.ts'
import { createWipe } from '#device/vault/wipe.ts'
import { readVaultState } from '#device/vault/vault-state.ts'
import { openVaultThread } from '#device/vault/vault-thread.ts'
import { watchUpgrades } from '#device/versioned-database.ts'

const CANARY = 'susret-joined'
/** A screen that opens comes before the round it begins: a slow phone cannot do both at once. */
const ROUND_AFTER_MS = 1_500
const afterFirstPicture = (work: () => void) => void setTimeout(work, ROUND_AFTER_MS)

export const createBrowserPhone = (): Phone => {
  const platform = createBrowserPlatform()
  const [letterbox, library] = [openLetterbox(), openLibrary()]
  const vault = openVaultDatabase()
  const lifeboat = openBrowserLifeboat()
  const testimonies = openTestimonies()
  const wipe = createWipe({ vault, letterbox, library, testimonies, lifeboat, platform })
  const carrier = { letterbox, library, testimonies, platform, lifeboat, wipe }
  const carryTestimonies = async () => {
    if ((await testimonies.leaving.count()) > 0)
      await (await import('#device/testimonies/leaving.ts')).handOverTestimonies(carrier)
    if (collectsTestimony(phone.view())) await (await import('#device/testimonies/come.ts')).fetchTestimonies(carrier)
  }
  const rescue = createRescue(carrier, lifeboat)
  const courier = createCourier({
    round: async () => {
      const report = await runRound(carrier)
      // What this phone was before a loss may have left something that is not with the team yet.
      if (report.trouble === undefined) {
        await rescue.handOverCastaways()
        await askAboutAside(carrier)
      }
      if ((await readOwn(library)).some(({ standing }) => standing === 'waiting'))
        await (await fetchCorrections()).handOverCorrections(carrier)
      // Whatever stands in its way holds up nothing else.
      await carryTestimonies().catch(() => undefined)
      return report
    },
    platform,
    later: (ms, work) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    }
  })
  const phone = createPhone({
    startKeeper: () => openVaultThread(() => new VaultWorker({ name: 'vault' })),
    readState: async () => readVaultState({ letterbox, vault, hasJoined: isMarked() || (await lifeboat.hasPapers()) }),
    noteJoined: () => {
      localStorage.setItem(CANARY, 'yes')
      platform.tell('joined')
    },
    rescue,
    corrections: async () => (await fetchCorrections()).createCorrections(carrier),
    testimonies: async () => (await import('#device/testimonies/testimonies.ts')).createTestimonies(carrier),
    feeds: async () => (await import('#device/library/feeds.ts')).createFeeds(carrier),
    nudges: async () => (await import('#device/nudges.ts')).createNudges(carrier),
    countTestimonies: () => askAgain(testimonies, () => countLeaving(testimonies)),
    afterFirstPicture,
    hasNote: async (beginning) => (await vault.notes.where('name').startsWith(beginning).count()) > 0,
    courier,
    watchUpgrades: (upgrades) => watchUpgrades([letterbox, vault, library, testimonies], upgrades),
    watchLetterbox: (show) => watchLetterbox(letterbox, platform, show),
    watchLibrary: (show) => watchLibrary(library).subscribe(show),
    hear: (listener) => platform.hear(listener)
  })
  noteMissedCards(phone, { now: platform.now, later: afterFirstPicture })
  pullTriggers(phone, platform.hear)
  return phone
}

/** Few phones are a translator's. */
const fetchCorrections = () => import('#device/library/corrections.ts')

/** Remembered outside the databases, that lost ones are noticed; the second copy's papers say the same. */
const isMarked = () => localStorage.getItem(CANARY) !== null

/** After a save, at the start, on return to the foreground and when signal seems to be back. */
const pullTriggers = (phone: Phone, hear: (listener: (news: string) => void) => () => void) => {
  hear((news) => {
    if (news !== 'saved') return
    phone.carryNow()
    void askForBackgroundDelivery()
  })
  addEventListener('online', () => phone.carryNow())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') phone.carryNow()
    else void askForBackgroundDelivery()
  })
  afterFirstPicture(phone.carryNow)
}

type SyncRegistration = ServiceWorkerRegistration & { readonly sync?: { register: (tag: string) => Promise<void> } }

/** Where the browser has Background Sync, the service worker goes on when the page is closed. A refusal changes nothing. */
const askForBackgroundDelivery = async () => {
  const registration: SyncRegistration | undefined = await navigator.serviceWorker?.getRegistration()
  await registration?.sync?.register(LETTERBOX_TAG).catch(() => undefined)
}
