// Where something stands, as one glyph and a word: kept here, on its way, arrived, or waiting for a person.
import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Link } from '#app/ui/link.tsx'
import styles from '#app/ui/state-pill.module.css'

export type Standing = 'saved' | 'sending' | 'has-it' | 'needs-you'

const ICONS: Record<Standing, IconName> = {
  saved: 'saved',
  sending: 'sending',
  'has-it': 'check',
  'needs-you': 'alert'
}

type StatePillProps = {
  standing: Standing
  children: ReactNode
  /** Makes it a 48 px link. */
  href?: string
  /** Seen in place of the words where the window is narrow, such as a number; the words are still heard. */
  short?: ReactNode
}

export const StatePill = ({ standing, children, href, short }: StatePillProps) => {
  const pill = (
    <span className={classNames(styles.pill, styles[standing])}>
      <Icon name={ICONS[standing]} />
      {short !== undefined && (
        <span className={styles.short} aria-hidden="true">
          {short}
        </span>
      )}
      <span className={classNames(short !== undefined && styles.full)}>{children}</span>
    </span>
  )
  return href === undefined ? (
    pill
  ) : (
    <Link href={href} className={styles.link}>
      {pill}
    </Link>
  )
}
