// What cannot wait until somebody is written down: police about to send people away, and danger to the team. Steps and numbers,
// and the sentence for the officer in their language. Nothing here is kept.
import { useState } from 'react'
import { useTurned } from '#app/cases/use-turned.ts'
import { InLanguage, useLanguagesHere } from '#app/language/in-language.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import styles from '#app/screens/accompany/police-paper.module.css'
import { AlertSteps } from '#app/screens/act/alert-steps.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { alertFor } from '#domain/immediate-actions.ts'

const UNWRITTEN = ['removal', 'team_unsafe'] as const

export const ActUnwritten = () => {
  const t = useWords('act')
  const along = useWords('accompany')
  const now = useClock()
  const isTurned = useTurned()
  const [isShown, setShown] = useState(false)
  if (isShown) return <ForOfficer onBack={() => setShown(false)} />
  // Whoever the phone was turned to reads nothing that was not meant for them.
  if (isTurned) return <Page title={t('quiet')}>{null}</Page>
  return (
    <Page
      title={t('title')}
      back="/"
      footer={
        <Button variant="primary" icon="show" isWide onClick={() => setShown(true)}>
          {along('slip.title')}
        </Button>
      }
    >
      {UNWRITTEN.map((alert) => (
        <AlertSteps key={alert} alert={alert} row={alertFor(alert, { arrivals: [], isLead: false })} raisedAt={now()} />
      ))}
    </Page>
  )
}

/** Who reads it. */
const POLICE_READ = 'sr-Latn'

const ForOfficer = ({ onBack }: { onBack: () => void }) => {
  const t = useWords('accompany')
  const [language] = useLanguagesHere([POLICE_READ]) ?? []
  return (
    <Page
      title={t('slip.title')}
      footer={
        <Button isWide onClick={onBack}>
          {t('ui:close')}
        </Button>
      }
    >
      {language === undefined ? (
        <div className={styles.paper}>
          <Sentence />
        </div>
      ) : (
        <InLanguage language={language} className={styles.paper}>
          <Sentence />
        </InLanguage>
      )}
    </Page>
  )
}

/** What is said, and where: the zone of this phone. */
const Sentence = () => {
  const t = useWords('accompany')
  const { zone } = usePhoneView()
  return (
    <>
      <p className={styles.said}>{t('slip.asks')}</p>
      <p>{t(`codes:zones.${zone}`)}</p>
    </>
  )
}
