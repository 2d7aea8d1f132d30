// The way from Today to the distribution point, and for whoever leads what is nearly gone.
import { NearlyGone } from '#app/handouts/nearly-gone.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { ButtonLink } from '#app/ui/button.tsx'

export const HandOutRow = () => {
  const t = useWords('handouts')
  return (
    <>
      <NearlyGone />
      <ButtonLink icon="food" href="/handouts" isWide>
        {t('title')}
      </ButtonLink>
    </>
  )
}
