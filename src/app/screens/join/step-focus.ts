// A step that replaces another begins at its heading, for eyes and for screen readers.
import { useEffect, useRef } from 'react'

/** The first step leaves the focus to whoever opened the screen. */
export const useStepFocus = (step: string): void => {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [step])
}
