// A button, or a link that looks like one when it has an `href`. Labels wrap; none is ever cut off.
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Link } from '#app/ui/link.tsx'
import styles from '#app/ui/button.module.css'

/** `primary` is 64 px high and stands once on a screen; `danger` is soft: what it does can be undone. */
type Look = {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  icon?: IconName
  /** As wide as its container. */
  isWide?: boolean
  children: ReactNode
}

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> }

export const Button = ({ variant = 'secondary', icon, isWide, children, className, ...rest }: ButtonProps) => (
  <button type="button" className={lookOf(variant, isWide, className)} {...rest}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </button>
)

type ButtonLinkProps = Look & { href: string; onClick?: () => void; rel?: string; target?: string }

export const ButtonLink = ({ variant = 'secondary', icon, isWide, children, ...rest }: ButtonLinkProps) => (
  <Link className={lookOf(variant, isWide)} {...rest}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </Link>
)

const lookOf = (variant: NonNullable<Look['variant']>, isWide?: boolean, more?: string) =>
  classNames(styles.button, styles[variant], isWide && styles.wide, more)
