// Two things side by side where there is room, below each other on a phone.
import type { ReactNode } from 'react'
import styles from '#app/ui/columns.module.css'

export const Columns = ({ children }: { children: ReactNode }) => <div className={styles.columns}>{children}</div>

/** What stays together in one column, when that is more than one section. */
export const Column = ({ children }: { children: ReactNode }) => <div className={styles.column}>{children}</div>
