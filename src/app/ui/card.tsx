// Things that belong together: a raised surface, or just a heading over them.
import { type ReactNode, useId } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import styles from '#app/ui/card.module.css'

type CardProps = { children: ReactNode; /** A red frame: help is needed now. */ isUrgent?: boolean }

export const Card = ({ children, isUrgent }: CardProps) => (
  <div className={classNames(styles.card, isUrgent && styles.urgent)}>{children}</div>
)

type SectionProps = { title: string; /** At the end of the heading's line. */ aside?: ReactNode; children: ReactNode }

export const Section = ({ title, aside, children }: SectionProps) => {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.heading}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** Buttons that belong to one thing, side by side where there is room. */
export const Actions = ({ children }: { children: ReactNode }) => <div className={styles.actions}>{children}</div>
