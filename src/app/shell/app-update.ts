// A new version of the app waits until a person says so, or until the phone is locked with no form begun.
import { useSyncExternalStore } from 'react'
import { Workbox } from 'workbox-window'
import type { WorkerOrder } from '#device/letterbox/worker-orders.ts'

type AppUpdate = { readonly isWaiting: boolean; readonly takeOver: () => void }

const listeners = new Set<() => void>()
const keepAsItIs = () => {}
let update: AppUpdate = { isWaiting: false, takeOver: keepAsItIs }

/** Once, from `main.tsx`. Reloads when the new version has taken over, and only then. */
export const startAppUpdates = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  const workbox = new Workbox('/service-worker.js')
  workbox.addEventListener('waiting', ({ sw: waiting }) => {
    update = {
      isWaiting: true,
      takeOver: () => {
        workbox.addEventListener('controlling', () => location.reload())
        waiting?.postMessage('take_over' satisfies WorkerOrder)
      }
    }
    listeners.forEach((listener) => listener())
  })
  await workbox.register()
}

export const useAppUpdate = (): AppUpdate =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => update
  )
