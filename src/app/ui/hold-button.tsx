// A button that a finger has to hold: for what a stranger's tap must not do. A keyboard or a screen reader presses it once.
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import styles from '#app/ui/hold-button.module.css'

/** As long as the bar takes to fill: the style sheet says the same. */
const HOLD_MS = 600

export const HoldButton = ({ onHeld, children }: { onHeld: () => void; children: ReactNode }) => {
  const [isHeld, setHeld] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const letGo = () => {
    clearTimeout(timer.current)
    setHeld(false)
  }
  const hold = () => {
    setHeld(true)
    timer.current = setTimeout(() => {
      setHeld(false)
      onHeld()
    }, HOLD_MS)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  // A click with no finger behind it counts none.
  const press = (event: MouseEvent) => {
    if (event.detail === 0) onHeld()
  }
  return (
    <button
      type="button"
      className={styles.hold}
      data-held={isHeld || undefined}
      onPointerDown={hold}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onClick={press}
    >
      <span>{children}</span>
    </button>
  )
}
