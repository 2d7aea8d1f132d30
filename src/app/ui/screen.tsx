// One screen: a bar above, what it is about, and the actions at thumb height below. Only the middle scrolls.
import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import styles from '#app/ui/screen.module.css'

type ScreenProps = {
  /** A `TopBar`. */
  header: ReactNode
  /** The main action, and an `UndoBar` above it when there is something to undo. */
  footer?: ReactNode
  /** `wide` for tables and side-by-side content on a laptop. */
  width?: 'reading' | 'wide'
  children: ReactNode
}

/** Brings the beginning of the screen into view, after something was done at its end. */
export const showStart = (): void => document.getElementById('main')?.scrollTo({ top: 0 })

/** A stop for the keyboard: a text with nothing to tap in it must scroll by the arrow keys. */
export const Screen = ({ header, footer, width = 'reading', children }: ScreenProps) => (
  <>
    {header}
    <main id="main" tabIndex={0} className={styles.main}>
      <div className={classNames(styles.content, styles[width])}>{children}</div>
    </main>
    {footer && (
      <footer className={styles.footer}>
        <div className={classNames(styles.actions, styles[width])}>{footer}</div>
      </footer>
    )}
  </>
)
