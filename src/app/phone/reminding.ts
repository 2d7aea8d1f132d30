// Whether this phone reminds of what runs out: asked for by a tap and never by itself, and only where the browser allows.
// The moments are held while a page is open, locked or not, and are written nowhere.
import { useSyncExternalStore } from 'react'

/** `refused`: by the browser, where only its own settings can change it. */
export type Reminding = 'unable' | 'refused' | 'off' | 'on'

const STORAGE_KEY = 'susret.reminds'
/** One at a time on the screen: the next stands in place of the last. */
const TAG = 'susret-due'

const listeners = new Set<() => void>()

const read = (): Reminding => {
  if (!('Notification' in globalThis) || !('serviceWorker' in navigator)) return 'unable'
  if (Notification.permission === 'denied') return 'refused'
  return Notification.permission === 'granted' && localStorage.getItem(STORAGE_KEY) !== null ? 'on' : 'off'
}

const tell = () => listeners.forEach((listener) => listener())

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useReminding = (): Reminding => useSyncExternalStore(subscribe, read)

export const turnOn = async (): Promise<void> => {
  if ((await Notification.requestPermission()) === 'granted') localStorage.setItem(STORAGE_KEY, 'on')
  tell()
}

export const turnOff = (): void => {
  localStorage.removeItem(STORAGE_KEY)
  tell()
}

/** `app` and `words` are all it says. Nothing comes where it was turned off meanwhile. */
export const remind = async (app: string, words: string): Promise<void> => {
  if (read() !== 'on') return
  const worker = await navigator.serviceWorker.ready
  await worker.showNotification(app, { body: words, tag: TAG, icon: '/icons/icon-192.png' })
}
