// A few words that matter now. Only `urgent` is red, and only a person in danger is urgent.
import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import styles from '#app/ui/notice.module.css'

export type Tone = 'info' | 'needs-you' | 'has-it' | 'urgent'

const ICONS: Record<Tone, IconName> = { info: 'info', 'needs-you': 'alert', 'has-it': 'check', urgent: 'urgent' }

type NoticeProps = {
  tone: Tone
  title?: ReactNode
  children?: ReactNode
  /** Buttons, under the words. */
  actions?: ReactNode
  /** Spoken when it appears: `alert` interrupts. */
  role?: 'status' | 'alert'
  /** As low as can be, above something that should stay in sight: smaller words, buttons on one line. */
  isDense?: boolean
}

export const Notice = ({ tone, title, children, actions, role, isDense }: NoticeProps) => (
  <div className={classNames(styles.notice, styles[tone], isDense && styles.dense)} role={role}>
    <Icon name={ICONS[tone]} />
    <div className={styles.words}>
      {title && <p className={styles.title}>{title}</p>}
      {children && <div>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  </div>
)
