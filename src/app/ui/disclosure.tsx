// More of the same, folded away until it is wanted, and not drawn before. The browser's own details element.
import { type ReactNode, useState } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import styles from '#app/ui/disclosure.module.css'

type DisclosureProps = {
  label: ReactNode
  isOpen?: boolean
  onToggle?: (isOpen: boolean) => void
  children: ReactNode
}

export const Disclosure = ({ label, isOpen, onToggle, children }: DisclosureProps) => {
  const [wasOpened, setOpened] = useState(false)
  const toggle = (isOpenNow: boolean) => {
    if (isOpenNow) setOpened(true)
    onToggle?.(isOpenNow)
  }
  return (
    <details className={styles.details} open={isOpen} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <span>{label}</span>
        <Icon name="down" />
      </summary>
      <div className={styles.body}>{(wasOpened || isOpen === true) && children}</div>
    </details>
  )
}
