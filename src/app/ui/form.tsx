// Fields that go together: Enter does what the main button does, wherever that stands (`<Button type="submit" form={id}>`).
import type { ReactNode } from 'react'
import styles from '#app/ui/form.module.css'

type FormProps = { id: string; onSubmit: () => void; children: ReactNode }

export const Form = ({ id, onSubmit, children }: FormProps) => (
  <form
    id={id}
    className={styles.form}
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {children}
  </form>
)
