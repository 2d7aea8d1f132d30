// Big squares: a picture with its word to tap, and a number with its word to read.
import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Link } from '#app/ui/link.tsx'
import styles from '#app/ui/tile.module.css'

/** `isDense`: three in a row on a phone, for pictures with a short word. */
export const Tiles = ({ children, isDense }: { children: ReactNode; isDense?: boolean }) => (
  <div className={classNames(styles.tiles, isDense && styles.dense)}>{children}</div>
)

type TileProps = {
  label: string
  icon: IconName
  /** A quiet line under the label. */
  detail?: ReactNode
  /** Goes somewhere, or … */
  href?: string
  /** … does something; with `isChosen` it stays pressed. */
  onTap?: () => void
  isChosen?: boolean
}

export const Tile = ({ label, icon, detail, href, onTap, isChosen }: TileProps) => {
  const content = (
    <>
      <Icon name={icon} size="picture" />
      <span className={styles.label}>{label}</span>
      {detail && <span className={styles.detail}>{detail}</span>}
    </>
  )
  return href === undefined ? (
    <button type="button" className={styles.tile} aria-pressed={isChosen} onClick={onTap}>
      {content}
    </button>
  ) : (
    <Link href={href} className={styles.tile} aria-current={isChosen}>
      {content}
    </Link>
  )
}

type StatTileProps = {
  label: string
  /** Already written in digits. */
  value: string
  detail?: ReactNode
  /** Compared with what: "3 more than yesterday". */
  change?: ReactNode
  isUrgent?: boolean
}

export const StatTile = ({ label, value, detail, change, isUrgent }: StatTileProps) => (
  <div className={styles.stat} data-urgent={isUrgent || undefined}>
    <span className={styles.number}>
      <bdi dir="ltr">{value}</bdi>
    </span>
    <span className={styles.label}>{label}</span>
    {detail && <span className={styles.detail}>{detail}</span>}
    {change && <span className={styles.detail}>{change}</span>}
  </div>
)
