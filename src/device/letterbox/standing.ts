// Where each record stands between this phone and the team, told from the parcels alone.
import { liveQuery } from 'dexie'
import { type LetterboxDatabase, type ParcelStanding, readState } from '#device/letterbox/database.ts'
import type { LetterboxView, Standing } from '#device/letterbox/letterbox-view.ts'
import { isPhoneFull } from '#device/letterbox/strict-write.ts'
import type { Platform } from '#device/platform.ts'
import { ensureOpen, isNewerStorage } from '#device/versioned-database.ts'

/**
 * Shows the view at once and whenever a round or a save has changed the letterbox, in this tab or another. Saves are
 * written past Dexie, which therefore does not see them; they say so themselves. Returns how to stop.
 */
export const watchLetterbox = (
  letterbox: LetterboxDatabase,
  platform: Pick<Platform, 'hear'>,
  show: (view: LetterboxView) => void
): (() => void) => {
  let asked = 0
  let shown = 0
  const read = async () => {
    asked += 1
    return { turn: asked, view: await readView(letterbox) }
  }
  const take = ({ turn, view }: { turn: number; view: LetterboxView }) => {
    if (turn < shown) return
    shown = turn
    show(view)
  }
  const live = liveQuery(read).subscribe(take)
  const stopHearing = platform.hear((news) => {
    if (news === 'saved') void ensureOpen(letterbox).then(read).then(take, askAgainLater)
  })
  return () => {
    live.unsubscribe()
    stopHearing()
  }
}

/** A full phone does not always let itself be read from, and an older window has let go. The next news asks again. */
const askAgainLater = (error: unknown) => {
  if (!isPhoneFull(error) && !isNewerStorage(error)) throw error
}

const readView = async (letterbox: LetterboxDatabase): Promise<LetterboxView> => {
  const [parcels, { lastContact, caughtUpAt, revoked }] = await Promise.all([
    letterbox.parcels.toArray(),
    readState(letterbox)
  ])
  const waiting = parcels.filter(({ state }) => state !== 'received')
  return {
    standingOf: (counter) => standingIn(parcels, counter),
    waitingChanges: waiting.reduce((sum, { count }) => sum + count, 0),
    waitingBytes: waiting.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(lastContact !== undefined && { lastContact }),
    ...(caughtUpAt !== undefined && { caughtUpAt }),
    hasAside: parcels.some(({ aside, problem }) => problem !== undefined || (aside?.length ?? 0) > 0),
    revoked: revoked === true
  }
}

/** `parcels` are in order of their number, which is the order of their counters. */
const standingIn = (parcels: readonly ParcelStanding[], counter: number): Standing => {
  const parcel = findParcel(parcels, counter)
  if (parcel === undefined || parcel.state === 'open') return { state: 'here' }
  // Counter 0 speaks of the whole parcel.
  const aside = parcel.aside?.find((one) => one.counter === counter || one.counter === 0)
  if (aside !== undefined) return { state: 'needs_you', why: aside.reason }
  if (parcel.problem !== undefined) return { state: 'needs_you', why: parcel.problem }
  if (parcel.state === 'closed') return { state: 'sending' }
  return { state: 'team', ...(parcel.receivedAt !== undefined && { at: parcel.receivedAt }) }
}

const findParcel = (parcels: readonly ParcelStanding[], counter: number): ParcelStanding | undefined => {
  let [low, high] = [0, parcels.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const parcel = parcels[middle]
    if (parcel === undefined) return undefined
    if (counter < parcel.from) high = middle - 1
    else if (counter >= parcel.from + parcel.count) low = middle + 1
    else return parcel
  }
  return undefined
}
