// Choices that are there at once where there is room. On a phone one line says what is chosen, and opens them, so that what they are
// chosen for stands on the first screen.
import { type ReactNode, useId, useState } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import styles from '#app/ui/fold.module.css'

type FoldProps = {
  /** What is chosen. */
  label: ReactNode
  children: ReactNode
}

export const Fold = ({ label, children }: FoldProps) => {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span>{label}</span>
        <Icon name="down" />
      </button>
      <div id={id} className={styles.folded} data-open={isOpen}>
        {children}
      </div>
    </>
  )
}
