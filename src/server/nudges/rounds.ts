// Nudges while the server runs: whoever is to be nudged is, at most once in some minutes, with nothing in it. Taking a parcel only notes
// that it is wanted, so no receipt waits for a push service. While the danger stands, it is wanted again after 15, 30 and 60 minutes.
import { createSigningKeys } from '#protocol/keys.ts'
import { ANSWER_WITHIN_MS, isTaken, post, type Posted } from '#server/hooks/post.ts'
import { lookAtDangers } from '#server/nudges/danger-watch.ts'
import { findPushAddress, type PushAddress } from '#server/nudges/push-service.ts'
import { type Sender, vapidFor } from '#server/nudges/vapid.ts'
import { type RoundParts, startRounds, takeAll, waitBefore } from '#server/rounds.ts'
import { type DueNudge, type NudgeSettled, WATCHES_WAIT_AT_MOST_MS } from '#server/store/nudges.ts'
import type { Store } from '#server/store/store.ts'

/** A lead is nudged once in this time, however many need help: the board says the rest. */
export const QUIET_MS = 5 * 60_000
/** With doubled waits this is a quarter of an hour. What is older, the board shows. */
export const MOST_TRIES = 6
/** However many moments to tell again follow each other. */
const LOOK_AGAIN_MS = 60_000
const TAKEN_FOR_MS = ANSWER_WITHIN_MS + 2_000
const LONGEST_WAIT_MS = 60 * 60_000
const AT_ONCE = 20
/** Seconds the push service keeps it for a phone that is off. */
const KEPT_SECONDS = 4 * 60 * 60

export type NudgeParts = RoundParts & {
  readonly store: Store
  readonly clock: { readonly now: () => number }
  /** The shortest wait before another try. */
  readonly waitMs: number
  /** Push services the operator has named, as origins. */
  readonly pushServices: readonly string[]
  /** By which the makers of browsers reach the operator. */
  readonly contact: string
}

export const startNudgeRounds = (parts: NudgeParts): (() => void) =>
  startRounds(parts, { round: () => nudgeRound(parts), waits: 'Nudges have to wait' })

export const nudgeRound = async (parts: NudgeParts): Promise<void> => {
  const { store, clock, contact } = parts
  await tellAgain(parts)
  const due = await takeAll(() => store.takeDueNudge(clock.now() + TAKEN_FOR_MS), AT_ONCE)
  if (due.length === 0) return
  const sender = { keys: await store.nudgeKeys(createSigningKeys), contact }
  await Promise.all(due.map((one) => deliver(one, sender, parts)))
}

/** Where somebody in danger still waits for what must be done at once, the leads are to be nudged again. */
const tellAgain = async ({ store, clock }: NudgeParts): Promise<void> => {
  const due = await takeAll(() => store.takeDueWatch(clock.now() + TAKEN_FOR_MS), AT_ONCE)
  for (const watch of due) {
    const now = clock.now()
    const looked = lookAtDangers(watch.changes, { lookedAt: watch.lookedAt, now })
    const soonest = now + LOOK_AGAIN_MS
    // What was heard of by a clock that was ahead lies further off, and would be looked at again and again.
    const latest = now + WATCHES_WAIT_AT_MOST_MS
    const next = looked.next && { ...looked.next, at: Math.min(Math.max(looked.next.at, soonest), latest) }
    await store.settleWatch(watch, { isWanted: looked.isWanted, now, atLatest: soonest, ...(next && { next }) })
  }
}

const deliver = async (nudge: DueNudge, sender: Sender, parts: NudgeParts): Promise<void> => {
  const { store, log, clock, pushServices } = parts
  // The operator may have named fewer since.
  const address = findPushAddress(nudge.endpoint, pushServices)
  if (address === undefined) return store.settleNudge(nudge, { is: 'gone' })
  const posted = await sendNudge(address, sender, clock.now())
  const settled = settle(posted, nudge, parts)
  await store.settleNudge(nudge, settled)
  const facts = { tries: nudge.tries, said: posted.said }
  if (isTaken(posted)) log.info(facts, 'A lead was nudged')
  else log.warn(facts, WORDS[settled.is])
}

const WORDS: Record<NudgeSettled['is'], string> = {
  gone: 'A browser takes no nudges any more; its address is deleted',
  over: 'A nudge is given up; the board shows what there is',
  waiting: 'A nudge will be tried again'
}

/** Empty: nothing to encrypt, nothing to leak. A newer one takes the place of one that the phone has not had yet (RFC 8030). */
const sendNudge = async ({ url, isInside }: PushAddress, sender: Sender, now: number): Promise<Posted> =>
  post({
    url,
    isInside,
    headers: {
      authorization: await vapidFor(url, sender, now),
      ttl: String(KEPT_SECONDS),
      topic: 'nudge',
      urgency: 'high'
    },
    body: ''
  })

const settle = (posted: Posted, { tries }: DueNudge, { clock, random, waitMs }: NudgeParts): NudgeSettled => {
  const { status, retryAfter = 0 } = posted
  const now = clock.now()
  if (status === 404 || status === 410) return { is: 'gone' }
  const mayComeRight = status === 0 || status === 429 || status >= 500
  if (isTaken(posted) || !mayComeRight || tries >= MOST_TRIES) return { is: 'over', notBefore: now + QUIET_MS }
  const wait = waitBefore(tries, { shortestMs: waitMs, longestMs: LONGEST_WAIT_MS, random })
  return { is: 'waiting', notBefore: now + Math.max(wait, Math.min(retryAfter * 1_000, LONGEST_WAIT_MS)) }
}
