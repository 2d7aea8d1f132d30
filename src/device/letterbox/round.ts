// One round of the letterbox: hand over what waits, oldest first, and meanwhile fetch what has come. It holds no key and
// reads nothing, so it runs in the page, in the vault's worker and in the service worker alike, locked or not.
import {
  changeNumbers,
  changeState,
  type Credentials,
  type LetterboxDatabase,
  readNumbers,
  readState
} from '#device/letterbox/database.ts'
import { askWhoIsThere, beginEpoch, hearOfRestore, isOfThePast } from '#device/letterbox/epoch.ts'
import { fetchDelivery, fetchLibrary, handOver, type Trouble, type Whereabouts } from '#device/letterbox/post.ts'
import { isPhoneFull } from '#device/letterbox/strict-write.ts'
import type { Lifeboat } from '#device/letterbox/lifeboat.ts'
import type { LibraryDatabase } from '#device/library/database.ts'
import { readLibraryCursor, storeLibraryPage } from '#device/library/database.ts'
import { ensureOpen } from '#device/versioned-database.ts'
import type { Platform } from '#device/platform.ts'
import type { DeliveryHeader } from '#protocol/delivery.ts'
import { accept, refuse, type Result } from '#domain/result.ts'
import type { Bytes } from '#protocol/bytes.ts'
import type { Receipt } from '#protocol/receipt.ts'

export type Carrier = {
  letterbox: LetterboxDatabase
  library: LibraryDatabase
  platform: Platform
  /** The second copy of what has no receipt. */
  lifeboat?: Lifeboat
  /** Destroys this phone's keys and everything under them. */
  wipe: () => Promise<void>
}

/** `trouble` is why the round ended early; what was not handed over is still here. `phone_full`: what came could not be kept. */
export type RoundReport = { handedOver: number; fetched: number; trouble?: RoundTrouble }
type RoundTrouble = Trouble | { why: 'phone_full' }

export const runRound = (carrier: Carrier): Promise<RoundReport> =>
  carrier.platform.alone('letterbox', async () => {
    await ensureOpen(carrier.letterbox)
    const { credentials, revoked } = await readState(carrier.letterbox)
    // What was saved as the order to forget came may be here, or have been copied, after the order was obeyed.
    if (revoked) await carrier.lifeboat?.empty()
    if (revoked) await forgetSaved(carrier.letterbox)
    if (credentials === undefined || revoked) return { handedOver: 0, fetched: 0 }
    const report: RoundReport = { handedOver: 0, fetched: 0 }
    const trouble = await runBothWays(carrier, credentials, report)
    if (trouble?.why === 'wiped') await obeyWipe(carrier)
    return trouble ? { ...report, trouble } : report
  })

const forgetSaved = (letterbox: LetterboxDatabase): Promise<void> =>
  letterbox.transaction('rw', letterbox.rows, letterbox.parcels, letterbox.contents, async () => {
    await Promise.all([letterbox.rows.clear(), letterbox.parcels.clear(), letterbox.contents.clear()])
  })

/** Neither way waits for the other: a link far away carries both at once. Then what was saved or offered anew meanwhile. */
const runBothWays = async (...round: Parameters<typeof handOverAll>): Promise<RoundTrouble | undefined> => {
  const ways = [handOverAll(...round), fetchAll(...round)].map(sayWhereFull)
  // Where one of them fails, the other is not to go on when somebody else's round begins.
  await Promise.allSettled(ways)
  const troubles = await Promise.all(ways)
  return (
    troubles.find((trouble) => trouble?.why === 'wiped') ??
    troubles[0] ??
    troubles[1] ??
    sayWhereFull(handOverAll(...round))
  )
}

const sayWhereFull = (way: Promise<Trouble | undefined>): Promise<RoundTrouble | undefined> =>
  way.catch((error: unknown): RoundTrouble => {
    if (isPhoneFull(error)) return { why: 'phone_full' }
    throw error
  })

/**
 * One parcel after the other, so that a link that breaks costs one at most. One the server refuses for itself does not
 * hold up the others. Returns what ends the round.
 */
const handOverAll = async (
  carrier: Carrier,
  credentials: Credentials,
  report: RoundReport
): Promise<Trouble | undefined> => {
  const { letterbox, platform, lifeboat } = carrier
  for (let last = 0; ;) {
    const taken = await takeNext(letterbox, last)
    if (taken === undefined) return undefined
    last = taken.parcel
    const answer = await handOver(platform, credentials, taken)
    if (answer.ok) {
      // What was not believed goes on waiting, and may have no other copy.
      if (await noteReceipt(letterbox, answer.value)) {
        await lifeboat?.release(credentials.device, taken)
        report.handedOver += 1
      }
    } else if (concernsOneParcel(answer.refusal)) {
      await letterbox.parcels.update(taken.parcel, { problem: answer.refusal.problem })
    } else return answer.refusal
    platform.tell('letterbox')
  }
}

export const concernsOneParcel = (trouble: Trouble): trouble is Trouble & { why: 'refused' } =>
  trouble.why === 'refused' &&
  (trouble.problem === 'altered' || trouble.problem === 'too_large' || trouble.problem === 'fault')

type Taken = { parcel: number; count: number; bytes: Bytes }

/**
 * Closes the oldest parcel after `last` that has no receipt: from here on its bytes are final. One whose bytes a broken
 * storage has lost holds up none of the others.
 */
const takeNext = (letterbox: LetterboxDatabase, last: number): Promise<Taken | undefined> =>
  letterbox.transaction('rw', letterbox.numbers, letterbox.parcels, letterbox.contents, async () => {
    const waiting = await letterbox.parcels.where('state').anyOf('open', 'closed').sortBy('parcel')
    for (const next of waiting.filter(({ parcel }) => parcel > last)) {
      const content = await letterbox.contents.get(next.parcel)
      if (content === undefined) continue
      await letterbox.parcels.update(next.parcel, { state: 'closed', tries: next.tries + 1 })
      const { open, counter, parcel } = await readNumbers(letterbox)
      if (open === next.parcel) await changeNumbers(letterbox, { counter, parcel })
      return { ...content, count: next.count }
    }
    return undefined
  })

/** False of a receipt that is not believed. One for a parcel that came before says when that was. */
export const noteReceipt = (letterbox: LetterboxDatabase, receipt: Receipt): Promise<boolean> =>
  letterbox.transaction('rw', letterbox.parcels, letterbox.state, async () => {
    const before = await readState(letterbox)
    if (isOfThePast(before, receipt)) return false
    if (before.epoch !== receipt.epoch) await beginEpoch(letterbox, receipt.epoch)
    const parcel = await letterbox.parcels.get(receipt.parcel)
    if (parcel === undefined) return true
    const { problem: _settled, ...standing } = parcel
    await letterbox.parcels.put({ ...standing, state: 'received', receivedAt: receipt.at, aside: receipt.aside })
    await changeState(letterbox, { lastContact: Math.max(before.lastContact ?? 0, receipt.at) })
    return true
  })

/** The library is asked for only when it has moved on, or when nobody says how far it is. */
const fetchAll = async (
  carrier: Carrier,
  credentials: Credentials,
  report: RoundReport
): Promise<Trouble | undefined> => {
  const come = await fetchDeliveries(carrier, credentials, report)
  if (!come.ok) return come.refusal
  if (come.value !== undefined && come.value === (await readLibraryCursor(carrier.library, credentials)))
    return undefined
  return fetchLibraryPages(carrier, credentials)
}

/** Returns how far the library goes, if that was told. */
const fetchDeliveries = async (
  carrier: Carrier,
  credentials: Credentials,
  report: RoundReport
): Promise<Result<string | undefined, Trouble>> => {
  const { letterbox, platform } = carrier
  for (;;) {
    const [{ cursor }, received] = await Promise.all([readState(letterbox), tellReceived(letterbox)])
    const answer = await fetchDelivery(platform, credentials, { cursor, ...received })
    if (!answer.ok) {
      // A worker's role may not include the team's changes; its own parcels were handed over all the same.
      const isNotForUs = answer.refusal.why === 'refused' && answer.refusal.problem === 'not_allowed'
      return isNotForUs ? accept(undefined) : answer
    }
    const kept = await keepDelivery(letterbox, answer.value)
    if (kept === 'of_the_past') {
      const trouble = await askWhoIsThere(carrier, credentials)
      if (trouble !== undefined) return refuse(trouble)
      continue
    }
    if (kept === 'begin_again') continue
    const { header } = answer.value
    report.fetched += header.count
    platform.tell('letterbox')
    if (!header.more) return accept(header.library)
  }
}

/** Told with each question: a server that knows of fewer was put back to an earlier state. */
const tellReceived = async (letterbox: LetterboxDatabase): Promise<Pick<Whereabouts, 'received'>> => {
  const [{ epoch }, count] = await Promise.all([
    readState(letterbox),
    letterbox.parcels.where('state').equals('received').count()
  ])
  return epoch === undefined ? {} : { received: `${epoch}.${count}` }
}

/** The delivery and the cursor in one transaction. One without changes replaces its like: it only brings the team's news. */
const keepDelivery = (
  letterbox: LetterboxDatabase,
  { header, bytes }: { header: DeliveryHeader; bytes: Bytes }
): Promise<'kept' | 'begin_again' | 'of_the_past'> =>
  letterbox.transaction('rw', letterbox.deliveries, letterbox.parcels, letterbox.state, async () => {
    const [before, alike] = await Promise.all([
      readState(letterbox),
      letterbox.deliveries.where('from').equals(header.from).toArray()
    ])
    if (isOfThePast(before, header)) return 'of_the_past'
    if (before.epoch !== header.epoch) await beginEpoch(letterbox, header.epoch)
    // A receipt may have begun the epoch while this was under way.
    const now = before.epoch === header.epoch ? before : await readState(letterbox)
    if (header.from !== now.cursor) return 'begin_again'
    await Promise.all([
      ...alike.flatMap(({ arrived = 0, count }) => (count === 0 ? [letterbox.deliveries.delete(arrived)] : [])),
      letterbox.deliveries.add({ from: header.from, to: header.to, count: header.count, bytes }),
      letterbox.state.put({ ...now, cursor: header.to, ...timesIn(header), key: 'state' })
    ])
    return 'kept'
  })

const timesIn = ({ at, more }: DeliveryHeader) => ({ lastContact: at, ...(!more && { caughtUpAt: at }) })

const fetchLibraryPages = async (carrier: Carrier, credentials: Credentials): Promise<Trouble | undefined> => {
  await ensureOpen(carrier.library)
  // Who has joined another team meanwhile has a library of that one.
  if ((await readState(carrier.letterbox)).credentials?.device !== credentials.device) return undefined
  for (;;) {
    const [cursor, received] = await Promise.all([
      readLibraryCursor(carrier.library, credentials),
      tellReceived(carrier.letterbox)
    ])
    const answer = await fetchLibrary(carrier.platform, credentials, { cursor, ...received })
    if (!answer.ok) return answer.refusal
    await hearOfRestore(carrier, credentials, answer.value.epoch)
    const stored = await storeLibraryPage(carrier.library, answer.value, credentials)
    if (stored === 'begin_again') continue
    if (answer.value.items.length + answer.value.gone.length > 0) carrier.platform.tell('library')
    if (!answer.value.more) return undefined
  }
}

const obeyWipe = async ({ wipe, platform }: Carrier): Promise<void> => {
  await wipe()
  platform.tell('wiped')
}
