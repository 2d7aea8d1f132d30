// What was just done and the way back from it, at thumb height. The time left is an animation of the bar itself: it
// stands still while the bar has the focus or the pointer, and no timer of ours runs. Give it a key per act.
import { type ReactNode, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import styles from '#app/ui/undo-bar.module.css'

/** Long enough to see a slip of the thumb, in milliseconds. */
export const UNDO_MS = 30_000

type UndoBarProps = {
  /** What was done: "Saved". */
  children: ReactNode
  undoLabel: string
  /** Milliseconds left when the bar appears, where the act was before it; later values are not read. */
  remaining?: number
  onUndo: () => void
  /** The time is over: take the bar away. */
  onOver: () => void
}

export const UndoBar = ({ children, undoLabel, remaining = UNDO_MS, onUndo, onOver }: UndoBarProps) => {
  const [duration] = useState(remaining)
  return (
    <div className={styles.bar}>
      <p className={styles.words} role="status">
        {children}
      </p>
      <Button variant="quiet" icon="undo" className={styles.undo} onClick={onUndo}>
        {undoLabel}
      </Button>
      <span
        className={styles.remaining}
        style={{ animationDuration: `${Math.max(duration, 1)}ms` }}
        onAnimationEnd={onOver}
      />
    </div>
  )
}
