// Counting people with the thumb: the whole tile adds one, the button in its corner takes one away.
import type { ReactNode } from 'react'
import { buzz } from '#app/ui/buzz.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import styles from '#app/ui/counter-tile.module.css'

type CounterTileProps = {
  label: string
  value: number
  onChange: (value: number) => void
  /** What is heard on the tile, with the value: "Men, 2, plus". */
  addLabel: string
  /** What is heard on the small button: "Men, 2, minus". */
  removeLabel: string
  icon?: IconName
  /** A second line in small; `addLabel` says it too, after the value. */
  detail?: ReactNode
  /** Worth a look before it is counted; `addLabel` says why. */
  mark?: IconName
  /** The highest number it counts to. */
  limit: number
}

export const CounterTile = ({
  label,
  value,
  onChange,
  addLabel,
  removeLabel,
  icon,
  detail,
  mark,
  limit
}: CounterTileProps) => {
  const change = (next: number) => {
    if (next < 0 || next > limit) return
    buzz('tick')
    onChange(next)
  }
  return (
    <div className={styles.tile} data-counted={value > 0} data-marked={mark !== undefined}>
      <button type="button" className={styles.add} aria-label={addLabel} onClick={() => change(value + 1)}>
        <span className={styles.label}>{label}</span>{' '}
        <span className={styles.count}>
          {icon && <Icon name={icon} size="button" />}
          {mark && <Icon name={mark} />}
          <span className={styles.value}>
            <Ltr>{value}</Ltr>
          </span>
        </span>
        {detail !== undefined && (
          <>
            {' '}
            <span className={styles.detail}>{detail}</span>
          </>
        )}
      </button>
      <button
        type="button"
        className={styles.remove}
        aria-label={removeLabel}
        aria-disabled={value === 0}
        onClick={() => change(value - 1)}
      >
        <Icon name="minus" />
      </button>
    </div>
  )
}

/** Two columns of tiles on a phone, four on a laptop; one when letters are big. */
export const CounterTiles = ({ children }: { children: ReactNode }) => <div className={styles.tiles}>{children}</div>
