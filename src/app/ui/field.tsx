// A label, its hint and its error, tied to whatever input stands inside.
import { type ReactNode, useId } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import styles from '#app/ui/field.module.css'

/** To be spread on the input. */
export type FieldInput = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Given when an `ErrorSummary` links here. */
  id?: string
  children: (input: FieldInput) => ReactNode
}

export const Field = ({ label, hint, error, id, children }: FieldProps) => {
  const ownId = useId()
  const inputId = id ?? ownId
  const hintId = hint ? `${inputId}-hint` : undefined
  const errorId = error ? `${inputId}-error` : undefined
  return (
    <div className={styles.field} data-wrong={error ? true : undefined}>
      <label className={styles.label} htmlFor={inputId}>
        {label}
      </label>
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className={styles.error}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
      {children({
        id: inputId,
        'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined
      })}
    </div>
  )
}
