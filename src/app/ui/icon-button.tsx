// A button that shows only a drawing; its word is spoken and shown on hover.
import type { ButtonHTMLAttributes, Ref } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import styles from '#app/ui/icon-button.module.css'

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  icon: IconName
  label: string
  ref?: Ref<HTMLButtonElement>
}

export const IconButton = ({ icon, label, ...rest }: IconButtonProps) => (
  <button type="button" className={styles.button} aria-label={label} title={label} {...rest}>
    <Icon name={icon} size="button" />
  </button>
)
