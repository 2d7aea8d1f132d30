// Leads to the languages a person points at, and from there back to where it stands.
import { useLocation, useSearchParams } from 'react-router'
import { useWords } from '#app/language/language-context.tsx'
import { ButtonLink } from '#app/ui/button.tsx'

const FROM = 'from'

export const PointHere = ({ variant = 'secondary' }: { variant?: 'primary' | 'secondary' }) => {
  const t = useWords('talk')
  const { pathname, search } = useLocation()
  return (
    <ButtonLink
      icon="point"
      variant={variant}
      href={`/talk/languages?${new URLSearchParams({ [FROM]: pathname + search })}`}
    >
      {t('pointTitle')}
    </ButtonLink>
  )
}

/** Where it was asked; a worker who came by the address alone is led to Talk. */
export const useAskedFrom = (): string => {
  const [address] = useSearchParams()
  const from = address.get(FROM) ?? ''
  return /^\/(?!\/)/.test(from) ? from : '/talk'
}
