// A link inside the app. The shell says once how to go somewhere without loading the page anew; modified clicks and
// other origins are left to the browser.
import { type AnchorHTMLAttributes, createContext, type MouseEvent, type Ref, useContext } from 'react'

export const GoContext = createContext<((href: string) => void) | undefined>(undefined)

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; ref?: Ref<HTMLAnchorElement> }

export const Link = ({ href, onClick, ...rest }: LinkProps) => {
  const go = useContext(GoContext)
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (go === undefined || event.defaultPrevented || !isPlainClick(event) || !href.startsWith('/')) return
    event.preventDefault()
    go(href)
  }
  return <a {...rest} href={href} onClick={follow} />
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
