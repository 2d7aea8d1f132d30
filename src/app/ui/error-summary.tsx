// What is missing, in one place: takes the focus when it appears, and each line leads to its field.
import { type MouseEvent, useEffect, useId, useRef } from 'react'
import styles from '#app/ui/error-summary.module.css'

export type FieldError = { fieldId: string; message: string }

export const ErrorSummary = ({ title, errors }: { title: string; errors: readonly FieldError[] }) => {
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()
  useEffect(() => box.current?.focus(), [errors])
  return (
    <div ref={box} className={styles.box} role="alert" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a className={styles.link} href={`#${fieldId}`} onClick={(event) => goTo(fieldId, event)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const goTo = (fieldId: string, event: MouseEvent) => {
  event.preventDefault()
  const field = document.getElementById(fieldId)
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
