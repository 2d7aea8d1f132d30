// A browser that finds its database damaged may go back to an earlier state of it without a word. The second copy then
// knows of parcels and numbers the letterbox has forgotten. They are taken back before anything is saved: a number used
// twice would stand for two different records.
import { changeNumbers, type LetterboxDatabase, type Numbers, readNumbers } from '#device/letterbox/database.ts'
import type { Bytes } from '#protocol/bytes.ts'

export type ForgottenParcel = { parcel: number; from: number; count: number; bytes: Bytes }

/** `next`: at least so far the numbers had come. */
type Ahead = { readonly parcels: readonly ForgottenParcel[]; readonly next: Numbers | undefined }

export const catchUp = (letterbox: LetterboxDatabase, { parcels, next }: Ahead): Promise<void> =>
  letterbox.transaction('rw', letterbox.numbers, letterbox.parcels, letterbox.contents, async () => {
    for (const { parcel, from, count, bytes } of parcels) {
      if (((await letterbox.parcels.get(parcel))?.count ?? 0) >= count) continue
      await letterbox.parcels.put({ parcel, from, count, bytes: bytes.length, tries: 0, state: 'closed' })
      await letterbox.contents.put({ parcel, bytes })
    }
    const now = await readNumbers(letterbox)
    const counter = Math.max(now.counter, next?.counter ?? 0, ...parcels.map(({ from, count }) => from + count))
    const parcel = Math.max(now.parcel, next?.parcel ?? 0, ...parcels.map((one) => one.parcel + 1))
    // What was open may have been longer once: it is closed, and the next save begins another.
    if (counter > now.counter || parcel > now.parcel) await changeNumbers(letterbox, { counter, parcel })
  })
