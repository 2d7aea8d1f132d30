// Rings at moments it was given. Times are compared and not counted down: a phone that slept past one rings when it wakes.
export type Alarm = {
  /** In place of all that were set before; `ring` is what happens. */
  readonly set: (moments: readonly number[], ring: () => void) => void
  /** Rings once for however many have come since it was last looked at. */
  readonly look: () => void
}

export const createAlarm = (now: () => number): Alarm => {
  let waiting: readonly number[] = []
  let ringNow: () => void = () => undefined
  const look = () => {
    const at = now()
    if (!waiting.some((moment) => moment <= at)) return
    waiting = waiting.filter((moment) => moment > at)
    ringNow()
  }
  return {
    set: (moments, ring) => {
      look()
      waiting = moments
      ringNow = ring
    },
    look
  }
}
