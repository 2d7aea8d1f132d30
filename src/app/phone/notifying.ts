// Something this phone may say by itself, asked for by a tap and never by itself, and only where the browser allows. Whether it was
// asked for is remembered in plain: it must hold while the phone is locked.
import { useSyncExternalStore } from 'react'

/** `refused`: by the browser, where only its own settings can change it. */
export type Notifying = 'unable' | 'refused' | 'off' | 'on'

export const createNotifying = (storageKey: string, isAble: () => boolean = () => true) => {
  const listeners = new Set<() => void>()

  const read = (): Notifying => {
    if (!('Notification' in globalThis) || !('serviceWorker' in navigator) || !isAble()) return 'unable'
    if (Notification.permission === 'denied') return 'refused'
    return Notification.permission === 'granted' && localStorage.getItem(storageKey) !== null ? 'on' : 'off'
  }

  const tell = () => listeners.forEach((listener) => listener())

  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    read,
    use: (): Notifying => useSyncExternalStore(subscribe, read),
    /** Only at a tap. False when the browser says no. */
    ask: async (): Promise<boolean> => {
      const isGranted = (await Notification.requestPermission()) === 'granted'
      tell()
      return isGranted
    },
    set: (isOn: boolean): void => {
      if (isOn) localStorage.setItem(storageKey, 'on')
      else localStorage.removeItem(storageKey)
      tell()
    }
  }
}
