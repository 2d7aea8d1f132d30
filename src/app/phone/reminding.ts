// Whether this phone reminds of what runs out. The moments are held while a page is open, locked or not, and are written nowhere.
import { createNotifying } from '#app/phone/notifying.ts'

/** One at a time on the screen: the next stands in place of the last. */
const TAG = 'susret-due'

export const reminding = createNotifying('susret.reminds')

/** `app` and `words` are all it says. Nothing comes where it was turned off meanwhile. */
export const remind = async (app: string, words: string): Promise<void> => {
  if (reminding.read() !== 'on') return
  const worker = await navigator.serviceWorker.ready
  await worker.showNotification(app, { body: words, tag: TAG, icon: '/icons/icon-192.png' })
}
