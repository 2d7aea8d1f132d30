// One round of the letterbox: hand over what waits, oldest first, then fetch what has come. It holds no key and reads
// nothing, so it runs in the page, in the vault's worker and in the service worker alike, locked or not.
import {
  changeState,
  type Credentials,
  type LetterboxDatabase,
  type ParcelStanding,
  readNumbers,
  readState
} from '#device/letterbox/database.ts'
import { fetchDelivery, fetchLibrary, handOver, type Trouble } from '#device/letterbox/post.ts'
import type { Lifeboat } from '#device/letterbox/lifeboat.ts'
import type { LibraryDatabase } from '#device/library/database.ts'
import { readLibraryCursor, storeLibraryPage } from '#device/library/database.ts'
import type { Platform } from '#device/platform.ts'
import type { DeliveryHeader } from '#protocol/delivery.ts'
import type { Bytes } from '#protocol/bytes.ts'
import type { Receipt } from '#protocol/receipt.ts'

/** Acknowledged parcels are kept this long, to be offered again should the server have been restored from a backup. */
export const KEEP_RECEIVED_DAYS = 30

export type Carrier = {
  letterbox: LetterboxDatabase
  library: LibraryDatabase
  platform: Platform
  /** The second copy of what has no receipt. */
  lifeboat?: Lifeboat
  /** Destroys this phone's keys and everything under them. */
  wipe: () => Promise<void>
}

/** `trouble` is why the round ended early; what was not handed over is still here. */
export type RoundReport = { handedOver: number; fetched: number; trouble?: Trouble }

export const runRound = (carrier: Carrier): Promise<RoundReport> =>
  carrier.platform.alone('letterbox', async () => {
    const { credentials, revoked } = await readState(carrier.letterbox)
    if (credentials === undefined || revoked) return { handedOver: 0, fetched: 0 }
    const report: RoundReport = { handedOver: 0, fetched: 0 }
    const trouble =
      (await handOverAll(carrier, credentials, report)) ??
      (await fetchDeliveries(carrier, credentials, report)) ??
      (await handOverAll(carrier, credentials, report)) ??
      (await fetchLibraryPages(carrier, credentials))
    if (trouble?.why === 'wiped') await obeyWipe(carrier)
    return trouble ? { ...report, trouble } : report
  })

/** A parcel the server refuses for itself does not hold up the others. Returns what ends the round. */
const handOverAll = async (
  carrier: Carrier,
  credentials: Credentials,
  report: RoundReport
): Promise<Trouble | undefined> => {
  const { letterbox, platform, lifeboat } = carrier
  let last = 0
  for (;;) {
    const taken = await takeNext(letterbox, last)
    if (taken === undefined) return undefined
    last = taken.parcel
    const answer = await handOver(platform, credentials, taken)
    if (answer.ok) {
      await noteReceipt(letterbox, answer.value)
      await lifeboat?.release(credentials.device, taken.parcel)
      report.handedOver += 1
      platform.tell('letterbox')
      continue
    }
    const trouble = answer.refusal
    if (trouble.why !== 'refused' || trouble.problem === 'busy' || !concernsOneParcel(trouble)) return trouble
    await letterbox.parcels.update(taken.parcel, { problem: trouble.problem })
    platform.tell('letterbox')
  }
}

export const concernsOneParcel = (trouble: Trouble) =>
  trouble.why === 'refused' &&
  (trouble.problem === 'altered' || trouble.problem === 'too_large' || trouble.problem === 'fault')

/**
 * Closes the oldest parcel after `last` that has no receipt: from here on its bytes are final. One whose bytes a broken
 * storage has lost holds up none of the others.
 */
const takeNext = (letterbox: LetterboxDatabase, last: number): Promise<{ parcel: number; bytes: Bytes } | undefined> =>
  letterbox.transaction('rw', letterbox.numbers, letterbox.parcels, letterbox.contents, async () => {
    const waiting = await letterbox.parcels.where('state').anyOf('open', 'closed').sortBy('parcel')
    for (const next of waiting.filter(({ parcel }) => parcel > last)) {
      const content = await letterbox.contents.get(next.parcel)
      if (content === undefined) continue
      await letterbox.parcels.update(next.parcel, { state: 'closed', tries: next.tries + 1 })
      const { open, ...numbers } = await readNumbers(letterbox)
      if (open === next.parcel) await letterbox.numbers.put({ key: 'next', ...numbers })
      return content
    }
    return undefined
  })

const noteReceipt = (letterbox: LetterboxDatabase, receipt: Receipt): Promise<void> =>
  letterbox.transaction('rw', letterbox.parcels, letterbox.state, async () => {
    const { epoch, pastEpochs } = await readState(letterbox)
    if (pastEpochs.includes(receipt.epoch)) return
    if (epoch !== receipt.epoch) await beginEpoch(letterbox, receipt.epoch, receipt.at)
    const parcel = await letterbox.parcels.get(receipt.parcel)
    if (parcel === undefined) return
    const { problem: _settled, ...standing } = parcel
    await letterbox.parcels.put({ ...standing, state: 'received', receivedAt: receipt.at, aside: receipt.aside })
    await changeState(letterbox, { lastContact: receipt.at })
  })

/** A new epoch means the server may have lost what it once confirmed: everything still here is offered again. */
const beginEpoch = async (letterbox: LetterboxDatabase, epoch: string, at: number): Promise<void> => {
  const before = await readState(letterbox)
  const oldest = at - KEEP_RECEIVED_DAYS * 86_400_000
  if (before.epoch !== undefined) {
    await letterbox.parcels
      .where('state')
      .equals('received')
      .filter(({ receivedAt }: ParcelStanding) => (receivedAt ?? 0) >= oldest)
      .modify({ state: 'closed' })
  }
  const pastEpochs = before.epoch === undefined ? before.pastEpochs : [...before.pastEpochs, before.epoch]
  await changeState(letterbox, { epoch, pastEpochs, cursor: '' })
}

const fetchDeliveries = async (
  carrier: Carrier,
  credentials: Credentials,
  report: RoundReport
): Promise<Trouble | undefined> => {
  const { letterbox, platform } = carrier
  for (;;) {
    const { cursor } = await readState(letterbox)
    const answer = await fetchDelivery(platform, credentials, cursor)
    if (!answer.ok) {
      // A worker's role may not include the team's changes; its own parcels were handed over all the same.
      return answer.refusal.why === 'refused' && answer.refusal.problem === 'not_allowed' ? undefined : answer.refusal
    }
    const kept = await keepDelivery(letterbox, answer.value)
    if (kept === 'of_the_past') return { why: 'no_answer' }
    if (kept === 'begin_again') continue
    report.fetched += answer.value.header.count
    platform.tell('letterbox')
    if (!answer.value.header.more) return undefined
  }
}

/** The delivery and the cursor in one transaction. One without changes replaces its like: it only brings the team's news. */
const keepDelivery = (
  letterbox: LetterboxDatabase,
  { header, bytes }: { header: DeliveryHeader; bytes: Bytes }
): Promise<'kept' | 'begin_again' | 'of_the_past'> =>
  letterbox.transaction('rw', letterbox.deliveries, letterbox.parcels, letterbox.state, async () => {
    const { epoch, pastEpochs } = await readState(letterbox)
    if (pastEpochs.includes(header.epoch)) return 'of_the_past'
    if (epoch !== header.epoch) {
      await beginEpoch(letterbox, header.epoch, header.at)
      if (header.from !== '') return 'begin_again'
    }
    await letterbox.deliveries
      .where('from')
      .equals(header.from)
      .filter(({ count }) => count === 0)
      .delete()
    await letterbox.deliveries.add({ from: header.from, to: header.to, count: header.count, bytes })
    await changeState(letterbox, { cursor: header.to, lastContact: header.at })
    return 'kept'
  })

const fetchLibraryPages = async (carrier: Carrier, credentials: Credentials): Promise<Trouble | undefined> => {
  for (;;) {
    const answer = await fetchLibrary(carrier.platform, credentials, await readLibraryCursor(carrier.library))
    if (!answer.ok) return answer.refusal
    const stored = await storeLibraryPage(carrier.library, answer.value)
    if (stored === 'begin_again') continue
    if (answer.value.items.length + answer.value.gone.length > 0) carrier.platform.tell('library')
    if (!answer.value.more) return undefined
  }
}

const obeyWipe = async ({ wipe, platform }: Carrier): Promise<void> => {
  await wipe()
  platform.tell('wiped')
}
