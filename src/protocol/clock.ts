// A hybrid logical clock (Kulkarni et al., 2014): the phone's own time, and a tick where time stands still or runs back.
// It decides which of two answers is shown first, never whether a change counts, so a wrong clock blocks nothing.
import * as z from 'zod/mini'

/** `at`: milliseconds since 1970 UTC as the phone believes. `tick`: order within one `at`. */
export const Moment = z.object({
  at: z.int().check(z.gte(0), z.lte(8_640_000_000_000_000)),
  tick: z.int().check(z.gte(0), z.lte(1_000_000))
})
export type Moment = z.infer<typeof Moment>

/** How far ahead of the server's time a claimed moment may stand in the order. */
export const AHEAD_LIMIT_MS = 60_000

/** The moment after `last` on a phone whose clock reads `now`. A `last` from the far future is not carried on. */
export const nextMoment = (last: Moment, now: number): Moment => {
  const at = Math.max(0, Math.trunc(now))
  return last.at > at + AHEAD_LIMIT_MS || last.at < at ? { at, tick: 0 } : { at: last.at, tick: last.tick + 1 }
}

/** The moment used for ordering once the server has said when it heard of it. */
export const clampMoment = (claimed: Moment, heardAt: number): Moment =>
  claimed.at > heardAt + AHEAD_LIMIT_MS ? { at: heardAt + AHEAD_LIMIT_MS, tick: claimed.tick } : claimed

export const compareMoments = (a: Moment, b: Moment): number => a.at - b.at || a.tick - b.tick
