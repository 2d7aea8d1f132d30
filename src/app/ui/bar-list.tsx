// How much of each, as bars with their words and numbers beside them: reads the same in black and white, and from right
// to left.
import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import styles from '#app/ui/bar-list.module.css'

export type Bar = {
  id: string
  label: ReactNode
  value: number
  /** The number as it is written: "12", "12 (30%)". */
  text: string
  /** Told apart from the plain ones beside it without colour. */
  isHatched?: boolean
}

type BarListProps = {
  label: string
  bars: readonly Bar[]
  /** What a full bar stands for; the largest value when left out. */
  full?: number
}

export const BarList = ({ label, bars, full }: BarListProps) => {
  const most = Math.max(full ?? 0, ...bars.map(({ value }) => value), 1)
  return (
    <ul className={styles.list} aria-label={label}>
      {bars.map(({ id, label: word, value, text, isHatched }) => (
        <li key={id} className={styles.item}>
          <span className={styles.word}>{word}</span>
          <span className={styles.number}>
            <bdi dir="ltr">{text}</bdi>
          </span>
          <span className={styles.track} aria-hidden="true">
            <span
              className={classNames(styles.bar, isHatched && styles.hatched)}
              style={{ inlineSize: `${(100 * value) / most}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}
