// The same few places, always in the same spot: a bar below on a phone, a rail beside on a laptop.
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Link } from '#app/ui/link.tsx'
import styles from '#app/ui/navigation.module.css'

export type Destination = {
  href: string
  label: string
  icon: IconName
  isCurrent: boolean
  /** The biggest target: what is done most. */
  isMain?: boolean
  /** Only where there is room for a rail. */
  isWideOnly?: boolean
}

type NavigationProps = { label: string; destinations: readonly Destination[] }

export const Navigation = ({ label, destinations }: NavigationProps) => (
  <nav className={styles.navigation} aria-label={label}>
    <ul className={styles.list}>
      {destinations.map(({ href, label: word, icon, isCurrent, isMain, isWideOnly }) => (
        <li key={href} className={classNames(styles.item, isMain && styles.main, isWideOnly && styles.wideOnly)}>
          <Link className={styles.link} href={href} aria-current={isCurrent ? 'page' : undefined}>
            <span className={styles.icon}>
              <Icon name={icon} size="button" />
            </span>
            <span className={styles.word}>{word}</span>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)
