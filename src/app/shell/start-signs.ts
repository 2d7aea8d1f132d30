// Tells `public/start.js`, which stands outside the app, how far this start has come.
import { useEffect } from 'react'
import type { Phase } from '#app/phone/phone.ts'

const NOT_UP: readonly Phase[] = ['unreadable', 'outdated', 'blocked']

/** `susret-shown`: something to read and tap is there, so this version has started. `susret-up`: the storage has opened too. */
export const useStartSigns = (phase: Phase): void => {
  useEffect(() => {
    if (phase === 'starting') return
    dispatchEvent(new Event('susret-shown'))
    if (!NOT_UP.includes(phase)) dispatchEvent(new Event('susret-up'))
  }, [phase])
}
