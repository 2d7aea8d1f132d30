// Which version of the app this page is, and which one the service worker gives to pages. Nobody else is told.
import { useEffect, useState } from 'react'
import type { VersionOrder, VersionsInUse } from '#device/letterbox/worker-orders.ts'

/** As the build has written it into the page. */
export const appVersion = (): string =>
  document.querySelector<HTMLElement>('script[data-version]')?.dataset['version'] ?? ''

/** Fetching what a version that gave way has lost takes a while. It goes on when this is over. */
const TRY_AGAIN_MS = 30_000

/** The newer version that gave way to this one, if there is one, and signal. Settles when it is what pages get, or is not to be had. */
export const tryNewerAgain = (): Promise<void> =>
  new Promise((settle) => {
    const controller = findController()
    if (controller === null) return settle()
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => settle()
    setTimeout(settle, TRY_AGAIN_MS)
    controller.postMessage({ say: 'try_again', version: appVersion() } satisfies VersionOrder, [port2])
  })

/** True when a newer version did not start on this phone and this one runs in its place. */
export const useIsNewerBroken = (): boolean => {
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    const controller = findController()
    if (controller === null) return
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<VersionsInUse>) =>
      setBroken(data.broken !== undefined && data.current === appVersion())
    controller.postMessage({ say: 'which', version: appVersion() } satisfies VersionOrder, [port2])
    return () => port1.close()
  }, [])
  return isBroken
}

const findController = () => ('serviceWorker' in navigator ? navigator.serviceWorker.controller : null)
