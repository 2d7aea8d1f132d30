// Point to your language: every language by its own name in its own letters, to be shown to a stranger. What is chosen is
// what was pointed at; no country decides it. A language there are no cards for can be noted as a gap, and leaves nobody
// else's language standing.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useLabels } from '#app/language/labels.ts'
import { useLanguage, useWords } from '#app/language/language-context.tsx'
import { NoCards } from '#app/screens/talk/no-cards.tsx'
import { useAskedFrom } from '#app/screens/talk/point-here.tsx'
import styles from '#app/screens/talk/tiles.module.css'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Facing } from '#app/ui/facing.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { isInterfaceLanguage, type LanguageId, SPOKEN_LANGUAGES } from '#domain/codes/languages.ts'

export const PointToLanguage = () => {
  const t = useWords('talk')
  const navigate = useNavigate()
  const { chooseTheirs } = useLanguage()
  const askedFrom = useAskedFrom()
  const [isShown, setShown] = useState(true)
  const [without, setWithout] = useState<LanguageId | 'other'>()
  const point = (pointed: LanguageId | 'other') => {
    setShown(false)
    const hasCards = pointed !== 'other' && isInterfaceLanguage(pointed)
    setWithout(hasCards ? undefined : pointed)
    if (!hasCards) return void chooseTheirs(undefined)
    void chooseTheirs(pointed).then(({ ok }) => ok && navigate(askedFrom, { replace: true }))
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
        <LanguageGrid onPoint={point} />
      </Facing>
    </Page>
  )
}

const LanguageGrid = ({ onPoint }: { onPoint: (language: LanguageId | 'other') => void }) => {
  const t = useWords('talk')
  const labels = useLabels()
  return (
    <div className={styles.languages}>
      {SPOKEN_LANGUAGES.map((id) => {
        const { native, lang, dir, mine } = labels.language(id)
        return (
          <button key={id} type="button" className={styles.language} onClick={() => onPoint(id)}>
            <span lang={lang} dir={dir}>
              {native}
            </span>
            {mine !== native && <span className={styles.quiet}>{mine}</span>}
          </button>
        )
      })}
      <button type="button" className={styles.language} onClick={() => onPoint('other')}>
        <Icon name="answerUnknown" size="picture" />
        <span className={styles.quiet}>{t('anotherLanguage')}</span>
      </button>
    </div>
  )
}
