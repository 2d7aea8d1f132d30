// When rounds run: after a save, at the start, back in the foreground, when signal seems to return, and by a timer that
// waits longer after each failure, a quarter of an hour at most. `online` is a hint; only a receipt is proof. Whoever asks
// begins the waiting anew, and is not put off because the round under way began before there was signal.
import type { Platform } from '#device/platform.ts'
import type { RoundReport } from '#device/letterbox/round.ts'

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 15 * 60_000
/** With nothing waiting, how often to ask whether something has come. */
const QUIET_WAIT_MS = 60_000

export type Courier = {
  /** Asks for a round now; many asks while one runs make one more. */
  readonly go: () => void
  readonly stop: () => void
  readonly isUnderWay: () => boolean
  readonly lastReport: () => RoundReport | undefined
  readonly subscribe: (listener: () => void) => () => void
}

export type CourierParts = {
  readonly round: () => Promise<RoundReport>
  readonly platform: Pick<Platform, 'random'>
  /** Runs `work` after `ms`; returns how to call it off. */
  readonly later: (ms: number, work: () => void) => () => void
}

export const createCourier = ({ round, platform, later }: CourierParts): Courier => {
  const listeners = new Set<() => void>()
  let failures = 0
  let underWay = false
  let again = false
  let stopped = false
  let report: RoundReport | undefined
  let callOff = () => {}

  const notify = () => listeners.forEach((listener) => listener())

  const go = () => {
    failures = 0
    if (underWay) again = true
    else begin()
  }

  const begin = () => {
    if (stopped) return
    callOff()
    underWay = true
    notify()
    void run()
  }

  const run = async () => {
    report = await round().catch((): RoundReport => ({ handedOver: 0, fetched: 0, trouble: { why: 'no_answer' } }))
    underWay = false
    failures = report.trouble ? failures + 1 : 0
    notify()
    if (stopped) return
    const atOnce = again && report.trouble?.why !== 'refused'
    again = false
    callOff = later(atOnce ? 0 : waitAfter(report), begin)
  }

  const waitAfter = ({ trouble }: RoundReport): number => {
    if (trouble === undefined) return QUIET_WAIT_MS
    const asked = trouble.why === 'refused' ? (trouble.retryAfter ?? 0) * 1_000 : 0
    const backOff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10))
    const jitter = (platform.random(1)[0] ?? 0) / 255
    return Math.max(asked, backOff * (0.5 + jitter / 2))
  }

  return {
    go,
    stop: () => {
      stopped = true
      callOff()
    },
    isUnderWay: () => underWay,
    lastReport: () => report,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}
