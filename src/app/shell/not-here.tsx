// In place of what an address names and this phone does not have: says so, and leads to the people it knows.
import type { ReactNode } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

type NotHereProps = {
  /** Of the screen that was asked for. */
  title: string
  what: string
  /** Why, where it is known. */
  children?: ReactNode
}

export const NotHere = ({ title, what, children }: NotHereProps) => (
  <Page title={title} back="/people">
    <Notice
      tone="info"
      title={what}
      actions={<ButtonLink href="/people">{useWords('common')('places.people')}</ButtonLink>}
    >
      {children}
    </Notice>
  </Page>
)
