// Counts down to a moment, a second at a time, by the clock: a phone that slept counts right when it wakes.
import { useEffect, useState } from 'react'
import { useClock } from '#app/phone/use-phone.ts'

/** `until`: milliseconds since 1970 UTC. 0 once it is over. */
export const useSecondsLeft = (until: number): number => {
  const now = useClock()
  const [, setTicks] = useState(0)
  const left = Math.max(0, Math.ceil((until - now()) / 1_000))
  const isOver = left === 0
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), 500)
    return () => clearInterval(timer)
  }, [isOver])
  return left
}
