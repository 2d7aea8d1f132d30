// Which server is there: the one that was, or one restored from before, which may have lost what that one confirmed.
import { type Credentials, type LetterboxDatabase, type LetterboxState, readState } from '#device/letterbox/database.ts'
import { fetchDelivery, fetchLibrary, type Trouble } from '#device/letterbox/post.ts'
import type { Platform } from '#device/platform.ts'
import { bytesToBase64Url } from '#protocol/bytes.ts'
import type { Receipt } from '#protocol/receipt.ts'

type Asker = { readonly letterbox: LetterboxDatabase; readonly platform: Platform }

/**
 * A word from before a restore. One that was under way through two of them was taken for a new server's, and the server that
 * is there for a past one: whoever of the past speaks later than all that was heard since is there after all. Where clocks went
 * back this may be wrong either way; then `askWhoIsThere` tells, and everything is offered again.
 */
export const isOfThePast = (
  { pastEpochs, lastContact = 0 }: LetterboxState,
  { epoch, at }: Pick<Receipt, 'epoch' | 'at'>
): boolean => pastEpochs.includes(epoch) && at <= lastContact

/**
 * A new epoch means the server may have lost what it once confirmed: everything is offered again, however old. By no clock
 * could be told what it still has: it may have been wrong when it confirmed, and be wrong now.
 */
export const beginEpoch = async (letterbox: LetterboxDatabase, epoch: string): Promise<void> => {
  const before = await readState(letterbox)
  if (before.epoch !== undefined) {
    await letterbox.parcels.where('state').equals('received').modify({ state: 'closed' })
  }
  const others = before.pastEpochs.filter((past) => past !== epoch)
  const pastEpochs = before.epoch === undefined ? others : [...others, before.epoch]
  await letterbox.state.put({ ...before, epoch, pastEpochs, cursor: '', key: 'state' })
}

/**
 * Where an answer is of the past by the clocks, these may be what is wrong. With a cursor that nobody ever had, which the signed
 * answer names, it was made after the question: whoever gave it is there. Returns why nothing has changed.
 */
export const askWhoIsThere = async (
  { letterbox, platform }: Asker,
  credentials: Credentials
): Promise<Trouble | undefined> => {
  const before = await readState(letterbox)
  const cursor = cursorNobodyHad(platform)
  const answer = await fetchDelivery(platform, credentials, { cursor })
  if (!answer.ok) return answer.refusal
  const isAnother = await followEpoch(letterbox, answer.value.header.epoch, before)
  return isAnother ? undefined : { why: 'no_answer' }
}

/** Who is given no deliveries hears of a restore here. A page says no time and may be late: it is asked who is there. */
export const hearOfRestore = async (
  { letterbox, platform }: Asker,
  credentials: Credentials,
  epoch: string
): Promise<void> => {
  const before = await readState(letterbox)
  if (before.epoch === undefined || before.epoch === epoch) return
  const cursor = cursorNobodyHad(platform)
  const answer = await fetchLibrary(platform, credentials, { cursor })
  if (answer.ok && answer.value.from === cursor) await followEpoch(letterbox, answer.value.epoch, before)
}

const cursorNobodyHad = (platform: Platform): string => `${bytesToBase64Url(platform.random(16))}.0`

/** False where it is the one of now, or that has become another meanwhile. */
const followEpoch = (letterbox: LetterboxDatabase, epoch: string, before: LetterboxState): Promise<boolean> =>
  letterbox.transaction('rw', letterbox.parcels, letterbox.state, async () => {
    const now = await readState(letterbox)
    if (epoch === now.epoch || now.epoch !== before.epoch) return false
    await beginEpoch(letterbox, epoch)
    return true
  })
