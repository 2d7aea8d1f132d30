// Whether the whole app is on this phone, so that it opens without signal.
import { useEffect, useState } from 'react'

/** True once the service worker is active: it becomes so only when it has kept every file. */
export const useAppKept = (): boolean => {
  const [isKept, setKept] = useState(false)
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    let isGone = false
    void navigator.serviceWorker.ready.then(() => {
      if (!isGone) setKept(true)
    })
    return () => {
      isGone = true
    }
  }, [])
  return isKept
}
