// The door as it was last drawn on this phone: `public/start.js` draws it again at the next start, to be typed at while the
// app is still being read. What was typed and tapped there goes on in the app's own door.
import { appVersion } from '#app/shell/app-version.ts'

const KEY = 'susret-door-drawn'

/** As `start.js` reads it. */
type DrawnDoor = {
  readonly version: string
  readonly language: string
  readonly direction: string
  readonly html: string
}

/** `tapped`: which of the door's links and buttons, counted from its beginning. */
export type FromDrawnDoor = {
  readonly typed: string
  readonly selection: readonly [number, number]
  readonly tapped?: number
}

/** Read while the drawn door still stands: undefined once the app's own is there. */
export const readDrawnDoor = (root: Element | null = document.getElementById('root')): FromDrawnDoor | undefined => {
  const door = root?.querySelector<HTMLElement>(':scope > [data-drawn]')
  const input = door?.querySelector('input')
  if (!door || !input) return undefined
  const { tapped } = door.dataset
  return {
    typed: input.value,
    selection: [input.selectionStart ?? 0, input.selectionEnd ?? 0],
    ...(tapped !== undefined && { tapped: Number(tapped) })
  }
}

/** On the app's own door, which has the same links and buttons. */
export const tapAgain = (tapped: number, root: Element | null = document.getElementById('root')): void =>
  root?.querySelectorAll<HTMLElement>('a, button')[tapped]?.click()

/**
 * Nothing that was typed is in the picture. Where it cannot be taken or kept, the one before stays; so it does while a dialog
 * is open or a bar runs out, which are of this moment and not of the next start.
 */
export const keepDoor = (
  storage: Pick<Storage, 'setItem'> = localStorage,
  root: Element | null = document.getElementById('root')
): void => {
  const picture = root?.cloneNode(true) as Element | undefined
  if (picture === undefined || picture.querySelector('dialog[open], [style]')) return
  for (const input of picture.querySelectorAll('input')) input.removeAttribute('value')
  const { lang, dir } = document.documentElement
  const drawn: DrawnDoor = { version: appVersion(), language: lang, direction: dir, html: picture.innerHTML }
  try {
    storage.setItem(KEY, JSON.stringify(drawn))
  } catch {
    // A full phone: the next start draws nothing ahead.
  }
}
