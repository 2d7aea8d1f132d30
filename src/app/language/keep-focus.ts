// A change of language takes the focus from nobody.
import type { MouseEvent } from 'react'

/** For a button: tapping it leaves the focus where it is. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault()

/** Longer words make bars higher: what is being typed must not end up under one. */
export const keepFocusInSight = () =>
  requestAnimationFrame(() => document.querySelector('main :focus')?.scrollIntoView({ block: 'nearest' }))
