// How screens reach the phone.
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Desk } from '#device/desk.ts'
import type { LibraryView } from '#device/library/library.ts'
import type { Phone, PhoneView } from '#app/phone/phone.ts'

export const PhoneContext = createContext<Phone | undefined>(undefined)

/** Milliseconds since 1970 UTC; the clock is given by `main.tsx` and by tests. */
export const ClockContext = createContext<() => number>(() => 0)

export const useClock = (): (() => number) => useContext(ClockContext)

export const usePhone = (): Phone => {
  const phone = useContext(PhoneContext)
  if (phone === undefined) throw new Error('No phone around this screen')
  return phone
}

/** The phone as it is now; the screen renders again when it changes. */
export const usePhoneView = (): PhoneView => {
  const phone = usePhone()
  return useSyncExternalStore(
    useCallback((listener) => phone.subscribe(listener), [phone]),
    () => phone.view()
  )
}

/** Behind the door, and on screens of public facts: not at the door itself. */
export const useLibrary = (): LibraryView => {
  const { library } = usePhoneView()
  if (library === undefined) throw new Error('The phone is not here yet')
  return library
}

/** Only below the unlock screen. */
export const useDesk = (): Desk => {
  const { desk } = usePhoneView()
  if (desk === undefined) throw new Error('The phone is locked')
  return desk
}
