// One drawing, always beside a word or inside a button that has one: it is silent itself.
import { classNames } from '#app/ui/class-names.ts'
import { type IconName, iconShape } from '#app/ui/icon-shapes.ts'
import styles from '#app/ui/icon.module.css'

export type { IconName } from '#app/ui/icon-shapes.ts'

type IconProps = { name: IconName; size?: 'text' | 'button' | 'picture' }

export const Icon = ({ name, size = 'text' }: IconProps) => {
  const { d, solid, isDirected } = iconShape(name)
  return (
    <svg
      className={classNames(styles.icon, styles[size], isDirected && styles.directed)}
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
    >
      {d && <path className={styles.stroke} d={d} />}
      {solid && <path className={styles.solid} d={solid} />}
    </svg>
  )
}
