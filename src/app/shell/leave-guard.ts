// Asks before a link leads away from a screen that keeps nothing of what was typed. Hiding the phone is never asked about.
import { useEffect } from 'react'

type Guard = (leave: () => void) => void

let guard: Guard | undefined

/** Follows a link, or has it asked first. */
export const leaveBy = (leave: () => void): void => (guard === undefined ? leave() : guard(leave))

/** While `isOn`, links inside the app call `ask` with the way out; closing the window is asked by the browser. */
export const useLeaveGuard = (isOn: boolean, ask: Guard): void => {
  useEffect(() => {
    if (!isOn) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    guard = ask
    addEventListener('beforeunload', stay)
    return () => {
      guard = undefined
      removeEventListener('beforeunload', stay)
    }
  }, [isOn, ask])
}
