// The bar above every screen: back (where there is a way back), the title, and what must always be in reach.
import type { ReactNode, Ref } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { Link } from '#app/ui/link.tsx'
import styles from '#app/ui/top-bar.module.css'

type TopBarProps = {
  title: string
  /** One quiet line under the title: where and when. */
  detail?: ReactNode
  back?: { href: string; label: string }
  /** State pill, language, hide: in this order, at the end of the bar. */
  children?: ReactNode
  /** The heading takes the focus when a screen opens. */
  titleRef?: Ref<HTMLHeadingElement>
}

export const TopBar = ({ title, detail, back, children, titleRef }: TopBarProps) => (
  <header className={styles.bar}>
    {back && (
      <Link className={styles.back} href={back.href} aria-label={back.label} title={back.label}>
        <Icon name="back" size="button" />
      </Link>
    )}
    <div className={styles.words}>
      <h1 className={styles.title} tabIndex={-1} ref={titleRef}>
        {title}
      </h1>
      {detail && <p className={styles.detail}>{detail}</p>}
    </div>
    {children && <div className={styles.tools}>{children}</div>}
  </header>
)
