// Webhooks while the server runs: it is looked what is new, and what is due is sent. A server that ends in the middle may send the same
// delivery twice.
import { bytesToBase64Url } from '#protocol/bytes.ts'
import { ANSWER_WITHIN_MS, isTaken } from '#server/hooks/post.ts'
import { sendHook } from '#server/hooks/send.ts'
import { type RoundParts, startRounds, takeAll, waitBefore } from '#server/rounds.ts'
import type { DueDelivery } from '#server/store/hooks.ts'
import type { Store } from '#server/store/store.ts'

/** Whoever takes a delivery has this long to send it; after that another may. */
const TAKEN_FOR_MS = ANSWER_WITHIN_MS + 2_000
/** With doubled waits this is some two days. */
export const MOST_TRIES = 16
const LONGEST_WAIT_MS = 6 * 60 * 60_000
/** Organisations have one delivery at a time each. */
const AT_ONCE = 20

export type HookParts = RoundParts & {
  readonly store: Store
  readonly clock: { readonly now: () => number }
  /** The shortest wait before another try. */
  readonly waitMs: number
}

export const startHookRounds = (parts: HookParts): (() => void) =>
  startRounds(parts, { round: () => hookRound(parts), waits: 'Webhooks have to wait' })

export const hookRound = async (parts: HookParts): Promise<void> => {
  const { store, clock, random } = parts
  await store.noticeReferrals(() => bytesToBase64Url(random(16)))
  const due = await takeAll(() => store.takeDueDelivery(clock.now() + TAKEN_FOR_MS), AT_ONCE)
  await Promise.all(due.map((one) => deliver(one, parts)))
}

const deliver = async ({ hook, delivery }: DueDelivery, parts: HookParts): Promise<void> => {
  const { store, clock, log, random, waitMs } = parts
  const posted = await sendHook(hook, delivery, clock.now())
  const { said } = posted
  const state = isTaken(posted) ? 'arrived' : delivery.tries >= MOST_TRIES ? 'given_up' : 'waiting'
  const wait = waitBefore(delivery.tries, { shortestMs: waitMs, longestMs: LONGEST_WAIT_MS, random })
  await store.settleDelivery(delivery.id, { state, said, nextAt: clock.now() + wait })
  const facts = { organisation: hook.organisation, tries: delivery.tries, said }
  if (state === 'given_up') log.error(facts, 'A webhook is given up; the partner was not told')
  else log.info(facts, state === 'arrived' ? 'A webhook has arrived' : 'A webhook will be tried again')
}
