// More of the same, folded away until it is wanted. The browser's own details element.
import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import styles from '#app/ui/disclosure.module.css'

type DisclosureProps = {
  label: ReactNode
  isOpen?: boolean
  onToggle?: (isOpen: boolean) => void
  children: ReactNode
}

export const Disclosure = ({ label, isOpen, onToggle, children }: DisclosureProps) => (
  <details className={styles.details} open={isOpen} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
    <summary className={styles.summary}>
      <span>{label}</span>
      <Icon name="down" />
    </summary>
    <div className={styles.body}>{children}</div>
  </details>
)
