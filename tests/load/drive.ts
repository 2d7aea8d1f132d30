// How a crowd of phones hands over: all at once, each its oldest first; or at a steady rate, whatever the server does.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '#domain/seeded-random.ts'
import type { LoadPhone, Offer } from '#tests/load/phone.ts'

/** What came of all offers. Times in milliseconds. */
export type Tally = {
  readonly receiptMs: number[]
  readonly busyMs: number[]
  /** How much later than due an offer set out, because the phones' own process was not at hand. */
  readonly lateMs: number[]
  changes: number
  aside: number
  /** Told "later", but not how much later. */
  busyWithoutTime: number
  longestRetryAfter: number
  noAnswer: number
  readonly refused: Map<string, number>
  readonly epochs: Set<string>
}

export const createTally = (): Tally => ({
  receiptMs: [],
  busyMs: [],
  lateMs: [],
  changes: 0,
  aside: 0,
  busyWithoutTime: 0,
  longestRetryAfter: 0,
  noAnswer: 0,
  refused: new Map(),
  epochs: new Set()
})

export type Drive = {
  readonly tally: Tally
  readonly random: Random
  readonly isOver?: () => boolean
  /** Phones come back when they were told to. Otherwise at once, or after a moment when nobody answers. */
  readonly heedsRetryAfter?: boolean
}

/** Ends when nothing waits any more, or when it is over. */
export const handOverAll = async (phones: readonly LoadPhone[], drive: Drive): Promise<void> => {
  await Promise.all(phones.map((phone) => handOverOf(phone, drive)))
}

/** Offers `rate` parcels a second, counted from when each was due, so that a slow server cannot slow the asking. */
export const handOverAtRate = async (
  phones: readonly LoadPhone[],
  { rate, seconds, ...drive }: Drive & { rate: number; seconds: number }
): Promise<{ starved: number }> => {
  const idle = phones.filter(({ waiting }) => waiting.length > 0)
  const underWay = new Set<Promise<void>>()
  const began = performance.now()
  let [offered, starved] = [0, 0]

  const offerBy = async (phone: LoadPhone, due: number) => {
    const lateMs = performance.now() - due
    drive.tally.lateMs.push(lateMs)
    const offer = await phone.offer()
    note(drive.tally, { ...offer, ms: offer.ms + lateMs })
    await sleep(waitAfter(offer, drive))
    if (phone.waiting.length > 0) idle.push(phone)
  }

  while (performance.now() - began < seconds * 1_000 && drive.isOver?.() !== true) {
    for (; offered < ((performance.now() - began) / 1_000) * rate; offered += 1) {
      const phone = idle.shift()
      if (phone === undefined) {
        starved += 1
        continue
      }
      const going = offerBy(phone, began + (offered / rate) * 1_000).finally(() => underWay.delete(going))
      underWay.add(going)
    }
    if (underWay.size === 0 && idle.length === 0) break
    await sleep(1)
  }
  await Promise.all(underWay)
  return { starved }
}

const handOverOf = async (phone: LoadPhone, drive: Drive) => {
  while (phone.waiting.length > 0 && drive.isOver?.() !== true) {
    const offer = await phone.offer()
    note(drive.tally, offer)
    await sleep(waitAfter(offer, drive))
  }
}

const note = (tally: Tally, offer: Offer) => {
  if (offer.kind === 'receipt') {
    tally.receiptMs.push(offer.ms)
    tally.changes += offer.count
    tally.aside += offer.aside
    tally.epochs.add(offer.epoch)
  } else if (offer.kind === 'busy') {
    tally.busyMs.push(offer.ms)
    if (offer.retryAfter === undefined) tally.busyWithoutTime += 1
    tally.longestRetryAfter = Math.max(tally.longestRetryAfter, offer.retryAfter ?? 0)
  } else if (offer.kind === 'refused') {
    tally.refused.set(offer.problem, (tally.refused.get(offer.problem) ?? 0) + 1)
  } else {
    tally.noAnswer += 1
  }
}

/** Milliseconds. */
const waitAfter = (offer: Offer, { random, heedsRetryAfter = false }: Drive): number => {
  if (offer.kind === 'receipt') return 0
  if (offer.kind === 'busy') return heedsRetryAfter ? (offer.retryAfter ?? 1) * 1_000 : 0
  return 50 + random() * 200
}
