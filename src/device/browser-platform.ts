// The platform as every browser context of the phone sees it: page, vault worker, service worker.
import { openBrowserDrawer } from '#device/letterbox/file-drawer.ts'
import { createLifeboat, type Lifeboat } from '#device/letterbox/lifeboat.ts'
import { createPatientFetch, type Later } from '#device/patient-fetch.ts'
import type { News, Platform } from '#device/platform.ts'

const later: Later = (ms, work) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

export const createBrowserPlatform = (): Platform => {
  const channel = new BroadcastChannel('susret')
  return {
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    fetch: createPatientFetch({ ask: (path, init) => fetch(path, init), later }),
    alone: async (name, work) => navigator.locks.request(`susret-${name}`, work),
    tell: (news) => channel.postMessage(news),
    hear: (listener) => {
      const onMessage = (event: MessageEvent<News>) => listener(event.data)
      channel.addEventListener('message', onMessage)
      return () => channel.removeEventListener('message', onMessage)
    }
  }
}

export const openBrowserLifeboat = (): Lifeboat => createLifeboat({ drawer: openBrowserDrawer('lifeboat'), later })
