// One direction of a link, shared by everybody on it: what goes in comes out later, at the line's pace, in pieces, in order.
// Who sends much and who sends little take turns, piece by piece, as packets do.
import type { Random } from '#domain/seeded-random.ts'

export type Line = {
  readonly delayMs?: number
  /** Up to so much more, drawn anew for each piece. */
  readonly jitterMs?: number
  readonly bytesPerSecond?: number
  /** Bytes that travel together; without it as many as fit into one packet. */
  readonly sliceBytes?: number
  /** Of the pieces, how many are lost. Each comes again after 200 ms, then 400, as TCP sends again; the others wait for it. */
  readonly lossShare?: number
}

const PACKET_BYTES = 1_460
const FIRST_REPEAT_MS = 200
const MOST_REPEATS = 6

export type Lane = {
  /** Sends behind what was sent before; `deliver` gets it piece by piece. */
  readonly send: (bytes: Buffer, deliver: (piece: Buffer) => void) => void
  /** Settles when all that was sent so far has arrived. */
  readonly isEmpty: () => Promise<void>
  /** What is still on its way never arrives. */
  readonly cut: () => void
}

export type SharedLine = { readonly openLane: (notBefore: number) => Lane }

export const createSharedLine = (line: () => Line, random: Random): SharedLine => {
  let freeAt = 0

  /** Waits for the line. Settles with when it was free, so that a late timer costs the line nothing. */
  const turn = async (notBefore: number): Promise<number> => {
    let begins = Math.max(performance.now(), freeAt, notBefore)
    for (;;) {
      await until(begins)
      const free = Math.max(freeAt, notBefore)
      if (free <= begins) return begins
      begins = free
    }
  }

  /** When a piece is through whose turn it is, by `performance.now`. */
  const arrivalOf = (bytes: number, begins: number): number => {
    const { delayMs = 0, jitterMs = 0, bytesPerSecond, lossShare = 0 } = line()
    freeAt = begins + (bytesPerSecond === undefined ? 0 : (bytes / bytesPerSecond) * 1_000)
    return freeAt + delayMs + (jitterMs > 0 ? random() * jitterMs : 0) + (lossShare > 0 ? repeatsOf(lossShare) : 0)
  }

  const repeatsOf = (lossShare: number): number => {
    let waited = 0
    for (let repeat = 0; repeat < MOST_REPEATS && random() < lossShare; repeat += 1) {
      waited += FIRST_REPEAT_MS * 2 ** repeat
    }
    return waited
  }

  return {
    openLane: (notBefore) => {
      let isCut = false
      let sent: Promise<unknown> = Promise.resolve()
      let last = Promise.resolve()
      return {
        send: (bytes, deliver) => {
          for (const piece of slices(bytes, line().sliceBytes ?? PACKET_BYTES)) {
            const arrival = sent.then(async () => (isCut ? 0 : arrivalOf(piece.length, await turn(notBefore))))
            sent = arrival
            last = last.then(async () => {
              await until(await arrival)
              if (!isCut) deliver(piece)
            })
          }
        },
        isEmpty: () => last,
        cut: () => {
          isCut = true
        }
      }
    }
  }
}

function* slices(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const until = (at: number): Promise<void> | undefined => {
  const wait = at - performance.now()
  return wait <= 0 ? undefined : new Promise((settle) => setTimeout(settle, wait))
}
