// Webhooks while the server runs: every few seconds it is looked what is new, and what is due is sent. What has to be tried again
// stands in the store, so a server that ends in the middle goes on where it was; the same delivery may then come twice.
import { bytesToBase64Url } from '#protocol/bytes.ts'
import { faultToFacts, type Log } from '#server/log.ts'
import { ANSWER_WITHIN_MS, sendHook } from '#server/hooks/send.ts'
import type { DueDelivery } from '#server/store/hooks.ts'
import type { Store } from '#server/store/store.ts'

const LOOK_EVERY_MS = 3_000
/** Whoever takes a delivery has this long to send it; after that another may. */
const TAKEN_FOR_MS = ANSWER_WITHIN_MS + 2_000
/** With doubled waits this is some two days. */
export const MOST_TRIES = 16
const LONGEST_WAIT_MS = 6 * 60 * 60_000
/** Organisations have one delivery at a time each. */
const AT_ONCE = 20

export type HookParts = {
  readonly store: Store
  readonly clock: { readonly now: () => number }
  readonly random: (bytes: number) => Uint8Array
  readonly later: (ms: number, work: () => void) => void
  readonly log: Log
  /** The shortest wait before another try. */
  readonly waitMs: number
}

/** Returns what ends it; a call under way is not waited for. */
export const startHookRounds = (parts: HookParts): (() => void) => {
  let isStopped = false
  const goOn = async () => {
    if (isStopped) return
    try {
      await hookRound(parts)
    } catch (fault) {
      parts.log.warn(faultToFacts(fault), 'Webhooks have to wait')
    }
    parts.later(LOOK_EVERY_MS, () => void goOn())
  }
  parts.later(0, () => void goOn())
  return () => {
    isStopped = true
  }
}

export const hookRound = async (parts: HookParts): Promise<void> => {
  const { store, clock, random } = parts
  await store.noticeReferrals(() => bytesToBase64Url(random(16)))
  const due: DueDelivery[] = []
  while (due.length < AT_ONCE) {
    const next = await store.takeDueDelivery(clock.now() + TAKEN_FOR_MS)
    if (next === undefined) break
    due.push(next)
  }
  await Promise.all(due.map((one) => deliver(one, parts)))
}

const deliver = async ({ hook, delivery }: DueDelivery, parts: HookParts): Promise<void> => {
  const { store, clock, log } = parts
  const { hasArrived, said } = await sendHook(hook, delivery, clock.now())
  const isLast = delivery.tries >= MOST_TRIES
  const state = hasArrived ? 'arrived' : isLast ? 'given_up' : 'waiting'
  await store.settleDelivery(delivery.id, { state, said, nextAt: clock.now() + waitBefore(delivery.tries, parts) })
  const facts = { organisation: hook.organisation, tries: delivery.tries, said }
  if (state === 'given_up') log.error(facts, 'A webhook is given up; the partner was not told')
  else log.info(facts, hasArrived ? 'A webhook has arrived' : 'A webhook will be tried again')
}

/** Doubled after each try, between half and one and a half of that by chance. */
const waitBefore = (tries: number, { waitMs, random }: HookParts): number => {
  const chance = (random(1)[0] ?? 0) / 255
  return Math.round(Math.min(LONGEST_WAIT_MS, waitMs * 2 ** (tries - 1)) * (0.5 + chance))
}
