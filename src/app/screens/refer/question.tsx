// The one question of a step: its words take the focus when the step comes, so that they are the first thing heard.
import { type ReactNode, useEffect, useRef } from 'react'
import styles from '#app/screens/refer/refer.module.css'

type QuestionProps = {
  title: ReactNode
  hint?: ReactNode
  /** Where an `ErrorSummary` leads. */
  id?: string
  children: ReactNode
}

export const Question = ({ title, hint, id, children }: QuestionProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.getElementById('main')?.scrollTo({ top: 0 })
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section className={styles.question}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {hint && <p>{hint}</p>}
      <div id={id} tabIndex={id === undefined ? undefined : -1} className={styles.question}>
        {children}
      </div>
    </section>
  )
}
