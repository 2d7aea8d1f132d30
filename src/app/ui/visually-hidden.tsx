// Words for those who listen to the screen.
import type { ReactNode } from 'react'
import styles from '#app/ui/visually-hidden.module.css'

export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className={styles.hidden}>{children}</span>
)
