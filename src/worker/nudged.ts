// A nudge has come: the phone says that somebody needs help, in the language of its screen, and nothing else. A tap leads to the board,
// past the lock when the phone is locked.
import { BOARD, findNudgeWords, SHOW_BOARD } from '#device/nudge-words.ts'

declare const self: ServiceWorkerGlobalScope

/** One at a time: the next stands in place of the last, and is heard again. */
const TAG = 'susret-nudge'
/** `renotify` is not in the compiler's list. */
type Shown = NotificationOptions & { readonly renotify: boolean }

/** Whatever came with it is not looked at. Browsers want something shown each time. */
export const showNudge = async (): Promise<void> => {
  const words = await findNudgeWords().catch(() => undefined)
  const shown: Shown = {
    tag: TAG,
    renotify: true,
    icon: '/icons/icon-192.png',
    ...(words && { body: words.says, lang: words.language, dir: words.direction })
  }
  await self.registration.showNotification(words?.app ?? 'Susret', shown)
}

/** After a tap: to the window that is open, or to a new one. */
export const comeForward = async ({ tag }: Notification): Promise<void> => {
  const isNudge = tag === TAG
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (open === undefined) {
    await self.clients.openWindow(isNudge ? BOARD : '/')
    return
  }
  if (isNudge) open.postMessage(SHOW_BOARD)
  await open.focus()
}
