// What is being made ready, line by line.
import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'
import styles from '#app/ui/progress-list.module.css'

export type ProgressItem = {
  id: string
  label: ReactNode
  state: 'waiting' | 'working' | 'done' | 'failed'
  /** The state in a word, for those who listen. */
  stateLabel: string
  detail?: ReactNode
}

const ICONS: Record<ProgressItem['state'], IconName> = {
  waiting: 'more',
  working: 'sending',
  done: 'check',
  failed: 'alert'
}

export const ProgressList = ({ items }: { items: readonly ProgressItem[] }) => (
  <ul className={styles.list} aria-live="polite">
    {items.map(({ id, label, state, stateLabel, detail }) => (
      <li key={id} className={styles.item} data-state={state}>
        <Icon name={ICONS[state]} />
        <span>
          {label}
          <VisuallyHidden> – {stateLabel}</VisuallyHidden>
          {detail && <span className={styles.detail}>{detail}</span>}
        </span>
      </li>
    ))}
  </ul>
)
