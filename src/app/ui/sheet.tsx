// A layer over the screen, from below on a phone. The browser's own dialog: Escape closes it, nothing behind it can be
// reached, and the focus goes back to where it was.
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from '#app/ui/icon-button.tsx'
import styles from '#app/ui/sheet.module.css'

type SheetProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  closeLabel: string
  /** Buttons that stay in sight. */
  footer?: ReactNode
  children: ReactNode
}

export const Sheet = ({ title, isOpen, onClose, closeLabel, footer, children }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (element === null || element.open === isOpen) return
    if (isOpen) element.showModal()
    else element.close()
  }, [isOpen])
  const closeFromVeil = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose()
  }
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={titleId} onClose={onClose} onClick={closeFromVeil}>
      {isOpen && (
        <div className={styles.content}>
          <div className={styles.head}>
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="close" label={closeLabel} onClick={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.foot}>{footer}</div>}
        </div>
      )}
    </dialog>
  )
}
