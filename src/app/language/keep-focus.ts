// A change of language takes the focus from nobody.
import type { MouseEvent } from 'react'

/** For a button: tapping it leaves the focus where it is. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault()

/** As long as the letters of a language may take to come. */
const SETTLED_MS = 3_000

/** Longer words make bars higher, and letters that come late once more: what is being typed must not end up under one. */
export const keepFocusInSight = (): void => {
  const main = document.querySelector('main')
  if (main === null) return
  const watch = new ResizeObserver(() => main.querySelector(':focus')?.scrollIntoView({ block: 'nearest' }))
  for (const box of [main, ...main.children]) watch.observe(box)
  setTimeout(() => watch.disconnect(), SETTLED_MS)
}
