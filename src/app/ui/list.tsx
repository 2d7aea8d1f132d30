// Rows that open something: drawing, who, what and where, state; the age at the end of the first line.
import { type ReactNode, useContext } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Link } from '#app/ui/link.tsx'
import styles from '#app/ui/list.module.css'
import { RowPlace } from '#app/ui/row-place.ts'

/** Give it a label when no heading names it. */
export const List = ({ label, children }: { label?: string; children: ReactNode }) => (
  <ul className={styles.list} aria-label={label}>
    {children}
  </ul>
)

type RowProps = {
  title: ReactNode
  detail?: ReactNode
  /** A `StatePill`. */
  state?: ReactNode
  /** "21:42", "3 days ago". */
  age?: ReactNode
  isOverdue?: boolean
  icon?: IconName
  isUrgent?: boolean
  /** What a tap does: go somewhere, or call `onTap`. With neither the row only tells. */
  href?: string
  onTap?: () => void
  isCurrent?: boolean
}

export const Row = ({ href, onTap, isUrgent, isCurrent, ...content }: RowProps) => (
  <li {...useContext(RowPlace)} className={classNames(styles.item, isUrgent && styles.urgent)}>
    {href !== undefined ? (
      <Link href={href} className={classNames(styles.row, styles.live)} aria-current={isCurrent}>
        <RowContent {...content} mark="next" />
      </Link>
    ) : onTap !== undefined ? (
      <button type="button" className={classNames(styles.row, styles.live)} aria-current={isCurrent} onClick={onTap}>
        <RowContent {...content} mark={isCurrent ? 'check' : undefined} />
      </button>
    ) : (
      <div className={styles.row}>
        <RowContent {...content} mark={undefined} />
      </div>
    )}
  </li>
)

type RowContentProps = Omit<RowProps, 'href' | 'onTap' | 'isUrgent' | 'isCurrent'> & { mark: IconName | undefined }

const RowContent = ({ title, detail, state, age, isOverdue, icon, mark }: RowContentProps) => (
  <>
    {icon && (
      <span className={styles.icon}>
        <Icon name={icon} size="button" />
      </span>
    )}
    <span className={styles.words}>
      <span className={styles.first}>
        <span className={styles.title}>{title}</span>
        {age && <span className={classNames(styles.age, isOverdue && styles.overdue)}>{age}</span>}
      </span>
      {detail && <span className={styles.detail}>{detail}</span>}
      {state && <span className={styles.state}>{state}</span>}
    </span>
    {mark && <Icon name={mark} />}
  </>
)
