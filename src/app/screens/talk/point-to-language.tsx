// Point to your language: every language by its own name in its own letters, to be shown to a stranger. What is chosen is
// what was pointed at; no country decides it. A language there are no cards for can be noted as a gap.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '#app/language/language-context.tsx'
import { LanguageGrid } from '#app/screens/talk/language-grid.tsx'
import { NoCards } from '#app/screens/talk/no-cards.tsx'
import { useAskedFrom } from '#app/screens/talk/point-here.tsx'
import { usePointing } from '#app/screens/talk/pointing.ts'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Facing } from '#app/ui/facing.tsx'
import type { SpokenLanguage } from '#domain/records/interpretation.ts'

export const PointToLanguage = () => {
  const t = useWords('talk')
  const navigate = useNavigate()
  const askedFrom = useAskedFrom()
  const { without, point } = usePointing()
  const [isShown, setShown] = useState(true)
  const choose = (pointed: SpokenLanguage) => {
    setShown(false)
    void point(pointed).then((hasCards) => hasCards && navigate(askedFrom, { replace: true }))
  }
  const showAgain = (
    <Button variant={without === undefined ? 'primary' : 'secondary'} icon="turn" isWide onClick={() => setShown(true)}>
      {t('show')}
    </Button>
  )
  return (
    <Page title={t('title')} back={askedFrom} footer={without === undefined && showAgain}>
      <h2>{t('pointTitle')}</h2>
      {without === undefined ? <p>{t('pointHow')}</p> : <NoCards key={without} language={without} />}
      {without !== undefined && showAgain}
      <Facing
        label={t('pointTitle')}
        isOpen={isShown}
        onClose={() => setShown(false)}
        turnLabel={t('turn')}
        holdLabel={t('holdToGoBack')}
      >
        <LanguageGrid onPoint={choose} />
      </Facing>
    </Page>
  )
}
