// A new version of the app waits. It takes over when a person says so, or while the phone is locked and no form is begun;
// the page begins anew only when the new worker is in control of it.
import { useEffect, useSyncExternalStore } from 'react'
import { tryNewerAgain } from '#app/shell/app-version.ts'
import type { WorkerOrder } from '#device/letterbox/worker-orders.ts'

/**
 * `waiting`: a new version is whole on this phone. `taken_over`: another tab, or this one a moment ago, let it take over,
 * and this page still runs the old one.
 */
type AppUpdate = 'none' | 'waiting' | 'taken_over'

const LOOK_AGAIN_MS = 60 * 60_000

const listeners = new Set<() => void>()
let update: AppUpdate = 'none'
let waiting: ServiceWorker | undefined
let isWanted = false

/** Once, from `main.tsx`. A page that stays open for days looks for a new version when it is brought back to the front. */
export const startAppUpdates = async (now: () => number): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  // The worker that comes to a page without one brings nothing new.
  let hadWorker = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    if (hadWorker) show('taken_over')
    hadWorker = true
  })
  const registration = await serviceWorker.register('/service-worker.js')
  const seeWaiting = () => {
    if (registration.waiting === null || registration.active === null) return
    waiting = registration.waiting
    show('waiting')
  }
  seeWaiting()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', seeWaiting)
  })
  let lookedAt = now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || now() - lookedAt < LOOK_AGAIN_MS) return
    lookedAt = now()
    registration.update().catch(waitForSignal)
  })
}

/** The person says so. */
export const takeUpdate = (): void => {
  isWanted = true
  goOn()
}

/** For a page whose storage a later version has upgraded. */
export const loadNewest = async (): Promise<void> => {
  if (update === 'waiting') return takeUpdate()
  await tryNewerAgain()
  location.reload()
}

export const useAppUpdate = (): AppUpdate =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => update
  )

/** Takes the update by itself, as long as `isIdle` and `hasDraft` say that nobody is in the middle of anything. */
export const useUpdateWhileIdle = (isIdle: boolean, hasDraft: () => Promise<boolean>): void => {
  const found = useAppUpdate()
  useEffect(() => {
    if (!isIdle || found === 'none') return
    let isStill = true
    void hasDraft().then((has) => {
      if (isStill && !has) goOn()
    })
    return () => {
      isStill = false
    }
  }, [isIdle, hasDraft, found])
}

const goOn = () => {
  if (update === 'taken_over') location.reload()
  else waiting?.postMessage('take_over' satisfies WorkerOrder)
}

const show = (next: AppUpdate) => {
  update = next
  listeners.forEach((listener) => listener())
  if (next === 'taken_over' && isWanted) location.reload()
}

/** Asking for a new version needs signal. The next time will do. */
const waitForSignal = () => undefined
