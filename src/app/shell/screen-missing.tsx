// In the place of a screen whose file cannot be had. What was typed elsewhere is in its draft.
import { createContext, useContext, useEffect, useState } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { mayBeginAnew } from '#app/shell/begin-anew.ts'
import { Page } from '#app/shell/page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** Renders the screen once more. */
export const ShowAgainContext = createContext(() => {})

type ScreenMissingProps = {
  /** One after the other. */
  failures: number
  /** The next time the screen is shown it is fetched again. */
  forget: () => void
}

export const ScreenMissing = ({ failures, forget }: ScreenMissingProps) => {
  const t = useWords('shell')
  const showAgain = useContext(ShowAgainContext)
  const [isAsking, setAsking] = useState(false)
  useEffect(() => forget, [forget])

  const tryAgain = async () => {
    setAsking(true)
    if (failures > 1 && (await mayBeginAnew())) return location.reload()
    forget()
    showAgain()
  }

  return (
    <Page
      title={t('missing.title')}
      footer={
        <>
          <ButtonLink href="/">{t('common:actions.back')}</ButtonLink>
          <Button variant="primary" aria-disabled={isAsking} onClick={() => void tryAgain()}>
            {t('common:actions.tryAgain')}
          </Button>
        </>
      }
    >
      <Notice tone="needs-you" role="alert" title={t('missing.what')}>
        {t('missing.kept')}
      </Notice>
    </Page>
  )
}
