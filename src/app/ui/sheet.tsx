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
  const restoreCaret = useRef(() => {})
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (element === null || element.open === isOpen) return
    if (isOpen) {
      restoreCaret.current = rememberCaret(document.activeElement)
      element.showModal()
    } else {
      element.close()
      restoreCaret.current()
    }
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
          {/* Words alone may be longer than the window: the keyboard scrolls them too. */}
          <div className={styles.body} tabIndex={0}>
            {children}
          </div>
          {footer && <div className={styles.foot}>{footer}</div>}
        </div>
      )}
    </dialog>
  )
}

/** The browser gives the focus back, but after several taps in the sheet not the place in the text. */
const rememberCaret = (field: Element | null): (() => void) => {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return () => {}
  const { selectionStart, selectionEnd } = field
  return () => {
    if (selectionStart !== null && document.activeElement === field)
      field.setSelectionRange(selectionStart, selectionEnd)
  }
}
