// How Susret gets on the home screen of this phone. Some browsers offer it, once and early; iPhones never do.
import { useSyncExternalStore } from 'react'

export type Installing =
  | { readonly way: 'installed' }
  /** The browser asks the person when `offer` is called. */
  | { readonly way: 'offer'; readonly offer: () => void }
  /** By hand: Share, then Add to Home Screen. Storage of a tab is not that of the home screen's app. */
  | { readonly way: 'share_sheet' }
  | { readonly way: 'browser_menu' }

type InstallEvent = Event & { readonly prompt: () => Promise<unknown> }

const listeners = new Set<() => void>()
let isListening = false
let installing: Installing | undefined

/** The earlier the better: the browser speaks once. Calling it again does nothing. */
export const listenForInstall = (): void => {
  if (isListening) return
  isListening = true
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    show({ way: 'offer', offer: () => void (event as InstallEvent).prompt() })
  })
  addEventListener('appinstalled', () => show({ way: 'installed' }))
}

export const useInstalling = (): Installing =>
  useSyncExternalStore(
    (listener) => {
      listenForInstall()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => (installing ??= wayWithoutOffer())
  )

const show = (next: Installing) => {
  installing = next
  listeners.forEach((listener) => listener())
}

const wayWithoutOffer = (): Installing => {
  // Only Safari of iPhones and iPads has it, and what opens there.
  const { standalone } = navigator as { standalone?: boolean }
  if (standalone === true || matchMedia('(display-mode: standalone)').matches) return { way: 'installed' }
  return { way: standalone === undefined ? 'browser_menu' : 'share_sheet' }
}
