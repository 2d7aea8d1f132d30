// Two neighbouring parcels become one, as long as nobody has seen either: the first takes the other's changes, the other
// goes. What was handed out once keeps its bytes.
import type { LetterboxDatabase, ParcelContent, ParcelStanding } from '#device/letterbox/database.ts'
import { whenRead, type Written, writeStrictly } from '#device/letterbox/strict-write.ts'
import type { Bytes } from '#protocol/bytes.ts'
import type { Change } from '#protocol/change.ts'
import { JOINED_CHANGES } from '#protocol/parcel.ts'

/** A parcel with its changes in the open, as long as the keeper has them in hand. */
export type OpenParcel = { readonly parcel: number; readonly changes: readonly Change[] }

export const mayJoin = (first: OpenParcel, next: OpenParcel): boolean =>
  first.changes.length + next.changes.length <= JOINED_CHANGES &&
  first.changes.at(-1)?.counter === (next.changes[0]?.counter ?? 0) - 1

/** `whole` has the number of the first and all changes up to the end of `next`. Called off when a round was faster. */
export const writeJoined = (
  letterbox: LetterboxDatabase,
  { whole, bytes, next }: { whole: OpenParcel; bytes: Bytes; next: OpenParcel }
): Promise<Written> => {
  const count = whole.changes.length
  return writeStrictly(letterbox, ['parcels', 'contents'], ({ parcels, contents }, callOff) => {
    whenRead(parcels.get(next.parcel), (there) => {
      if (!isUnseen(there, next.changes.length)) callOff()
    })
    whenRead(parcels.get(whole.parcel), (there) => {
      if (!isUnseen(there, count - next.changes.length)) return callOff()
      parcels.put({ ...there, count, bytes: bytes.length } satisfies ParcelStanding)
      contents.put({ parcel: whole.parcel, bytes } satisfies ParcelContent)
      parcels.delete(next.parcel)
      contents.delete(next.parcel)
    })
  })
}

const isUnseen = (there: unknown, count: number): there is ParcelStanding => {
  const standing = there as ParcelStanding | undefined
  return standing?.state === 'open' && standing.tries === 0 && standing.count === count
}
