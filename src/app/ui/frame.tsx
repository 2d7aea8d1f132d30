// The window: navigation below on a phone, beside on a laptop, and the screen in the rest. When letters are so big or the
// window so low that fixed bars would leave no room, everything scrolls together instead.
import type { ReactNode } from 'react'
import styles from '#app/ui/frame.module.css'

type FrameProps = {
  /** A `Navigation`; without it (welcome, unlock) the screen has the whole window. */
  navigation?: ReactNode
  /** Words of the link that jumps over the navigation. */
  skipLabel: string
  children: ReactNode
}

export const Frame = ({ navigation, skipLabel, children }: FrameProps) => (
  <div className={styles.window}>
    <a className={styles.skip} href="#main">
      {skipLabel}
    </a>
    <div className={styles.frame}>
      <div className={styles.screen}>{children}</div>
      {navigation}
    </div>
  </div>
)
