// The phone locks itself: after minutes without a touch, or after minutes out of sight. What was typed is in its draft.
import { useEffect } from 'react'
import type { Phone } from '#app/phone/phone.ts'

/** Both are said in words, `untouched` of `testimony.json`: there no draft is kept. */
export const LOCK_AFTER_IDLE_MINUTES = 5
export const LOCK_AFTER_HIDDEN_MINUTES = 2

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'input'] as const
const LOOK_EVERY_MS = 5_000

/** Times are compared, not counted down: a phone that slept for an hour locks at once when it wakes. */
export const useAutoLock = (phone: Phone, isOpen: boolean, now: () => number) => {
  useEffect(() => {
    if (!isOpen) return
    let touchedAt = now()
    let hiddenAt: number | undefined
    const touch = () => {
      touchedAt = now()
    }
    const look = () => {
      const idle = now() - touchedAt >= LOCK_AFTER_IDLE_MINUTES * 60_000
      const hidden = hiddenAt !== undefined && now() - hiddenAt >= LOCK_AFTER_HIDDEN_MINUTES * 60_000
      if (idle || hidden) phone.lock()
    }
    const seeVisibility = () => {
      look()
      hiddenAt = document.visibilityState === 'hidden' ? now() : undefined
    }
    TOUCHES.forEach((name) => addEventListener(name, touch, { passive: true, capture: true }))
    document.addEventListener('visibilitychange', seeVisibility)
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => {
      TOUCHES.forEach((name) => removeEventListener(name, touch, { capture: true }))
      document.removeEventListener('visibilitychange', seeVisibility)
      clearInterval(timer)
    }
  }, [phone, isOpen, now])
}

/** Three quick taps on the heading, or Shift three times, hide the screen like the button does. */
export const useQuickHide = (phone: Phone) => {
  useEffect(() => {
    let shifts = 0
    const onKey = (event: KeyboardEvent) => {
      shifts = event.key === 'Shift' ? shifts + 1 : 0
      if (shifts === 3) phone.lock()
    }
    const onClick = (event: MouseEvent) => {
      if (event.detail === 3 && event.target instanceof Element && event.target.closest('h1')) phone.lock()
    }
    addEventListener('keyup', onKey)
    addEventListener('click', onClick)
    return () => {
      removeEventListener('keyup', onKey)
      removeEventListener('click', onClick)
    }
  }, [phone])
}
