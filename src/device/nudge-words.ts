// What the phone says when it is nudged, locked or closed. The service worker knows no language, so the page leaves the words with it:
// the app's name and one neutral sentence, nothing of anybody.
import * as z from 'zod/mini'

/** A cache of its own: storage that pages and the service worker both have and that needs no upgrade. */
export const NUDGE_CACHE = 'susret-nudge'
const NOTE = '/nudge'

export const NudgeWords = z.object({
  app: z.string(),
  says: z.string(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl'])
})
export type NudgeWords = z.infer<typeof NudgeWords>

export const leaveNudgeWords = async (words: NudgeWords): Promise<void> => {
  await (await caches.open(NUDGE_CACHE)).put(NOTE, new Response(JSON.stringify(words)))
}

export const findNudgeWords = async (): Promise<NudgeWords | undefined> => {
  const note = await caches.match(NOTE, { cacheName: NUDGE_CACHE })
  const words = NudgeWords.safeParse(await note?.json())
  return words.success ? words.data : undefined
}

/** What the service worker asks of an open page after a tap on a nudge. */
export const SHOW_BOARD = 'show_board'
export const BOARD = '/board'
