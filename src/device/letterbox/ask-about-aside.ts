// What was set aside may have been found good since, by whoever looked at it or by a record that came later. No list says so to the
// phone that wrote it: once a day it hands over again what has such a receipt, and hears how that stands now.
import { changeState, type LetterboxDatabase, readState } from '#device/letterbox/database.ts'
import { handOver } from '#device/letterbox/post.ts'
import { type Carrier, concernsOneParcel, noteReceipt } from '#device/letterbox/round.ts'

const DAY_MS = 24 * 60 * 60_000

export const askAboutAside = ({ letterbox, platform }: Carrier): Promise<void> =>
  platform.alone('letterbox', async () => {
    const { credentials, revoked, askedAboutAside } = await readState(letterbox)
    const now = platform.now()
    // A clock that was wrong and is no more does not put it off.
    const isAsked = askedAboutAside !== undefined && Math.abs(now - askedAboutAside) < DAY_MS
    if (credentials === undefined || revoked || isAsked) return
    // Before: where it fails it waits for the next day too, so that nothing goes up again and again.
    await letterbox.transaction('rw', letterbox.state, () => changeState(letterbox, { askedAboutAside: now }))
    for (const parcel of await setAside(letterbox)) {
      const content = await letterbox.contents.get(parcel)
      if (content === undefined) continue
      const answer = await handOver(platform, credentials, content)
      if (answer.ok) await noteReceipt(letterbox, answer.value)
      else if (!concernsOneParcel(answer.refusal)) return
      platform.tell('letterbox')
    }
  })

const setAside = async (letterbox: LetterboxDatabase): Promise<number[]> => {
  const received = await letterbox.parcels.where('state').equals('received').toArray()
  return received.flatMap(({ parcel, aside = [] }) => (aside.length > 0 ? [parcel] : []))
}
