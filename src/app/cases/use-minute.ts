// The time to the half minute, read again while the screen is open: what ages on it keeps ageing, and what is counted from
// it is counted anew no more often than that.
import { useEffect, useState } from 'react'
import { useClock } from '#app/phone/use-phone.ts'

const LOOK_EVERY_MS = 30_000

/** Milliseconds since 1970 UTC, at most half a minute ago. */
export const useMinute = (): number => {
  const now = useClock()
  const [, setLooks] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setLooks((looks) => looks + 1), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return Math.floor(now() / LOOK_EVERY_MS) * LOOK_EVERY_MS
}
