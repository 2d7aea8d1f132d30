// What the server does by itself while it runs: every few seconds it looks what is due. What has to be tried again stands in the store,
// so a server that ends in the middle goes on where it was.
import { faultToFacts, type Log } from '#server/log.ts'

const LOOK_EVERY_MS = 3_000

export type RoundParts = {
  readonly random: (bytes: number) => Uint8Array
  readonly later: (ms: number, work: () => void) => void
  readonly log: Log
}

/** `waits`: what the log says when a round failed. Returns what ends them; a call under way is not waited for. */
export const startRounds = (
  { later, log }: Pick<RoundParts, 'later' | 'log'>,
  { round, waits }: { round: () => Promise<void>; waits: string }
): (() => void) => {
  let isStopped = false
  const goOn = async () => {
    if (isStopped) return
    try {
      await round()
    } catch (fault) {
      log.warn(faultToFacts(fault), waits)
    }
    later(LOOK_EVERY_MS, () => void goOn())
  }
  later(0, () => void goOn())
  return () => {
    isStopped = true
  }
}

/** What is due now, each taken so that nobody else has it meanwhile, and never too many at once. */
export const takeAll = async <Due>(take: () => Promise<Due | undefined>, atOnce: number): Promise<Due[]> => {
  const due: Due[] = []
  while (due.length < atOnce) {
    const next = await take()
    if (next === undefined) break
    due.push(next)
  }
  return due
}

/** Doubled after each try, between half and one and a half of that by chance. */
export const waitBefore = (
  tries: number,
  { shortestMs, longestMs, random }: Pick<RoundParts, 'random'> & { shortestMs: number; longestMs: number }
): number => {
  const chance = (random(1)[0] ?? 0) / 255
  return Math.round(Math.min(longestMs, shortestMs * 2 ** (tries - 1)) * (0.5 + chance))
}
