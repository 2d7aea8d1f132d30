// Answers to look over before going on, each with a way to change it.
import type { ReactNode } from 'react'
import { Link } from '#app/ui/link.tsx'
import styles from '#app/ui/summary-list.module.css'

export type SummaryItem = {
  id: string
  label: ReactNode
  value: ReactNode
  /** `label` is heard with the item's: "Change language"; what is seen may be shorter. Either `href` or `onTap`. */
  change?: { label: ReactNode; href?: string; onTap?: () => void }
}

export const SummaryList = ({ items }: { items: readonly SummaryItem[] }) => (
  <dl className={styles.list}>
    {items.map(({ id, label, value, change }) => (
      <div key={id} className={styles.item}>
        <dt className={styles.label}>{label}</dt>
        <dd className={styles.value}>{value}</dd>
        {change && <dd className={styles.change}>{changer(change)}</dd>}
      </div>
    ))}
  </dl>
)

const changer = ({ label, href, onTap }: NonNullable<SummaryItem['change']>) =>
  href === undefined ? (
    <button type="button" className={styles.action} onClick={onTap}>
      {label}
    </button>
  ) : (
    <Link href={href} className={styles.action}>
      {label}
    </Link>
  )
