// The first question is the person's to answer. A no leads to information, which needs nobody's data.
import { useWords } from '#app/language/language-context.tsx'
import { Question } from '#app/screens/refer/question.tsx'
import { SameServiceAgain } from '#app/screens/refer/same-service-again.tsx'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import styles from '#app/screens/refer/refer.module.css'
import { ReadAloud } from '#app/screens/talk/read-aloud.tsx'
import { Button } from '#app/ui/button.tsx'

const WORDS = ['askFirst.aloud', 'askFirst.mayRefuse'] as const

export const AskFirst = (step: StepProps) => {
  const { onDone, onLeave } = step
  const t = useWords('refer')
  return (
    <Question title={t('askFirst.title')} hint={t('readAloud')}>
      <ReadAloud keys={WORDS.map((key) => `refer:${key}`)}>
        <MayWeTell />
      </ReadAloud>
      <SameServiceAgain {...step} />
      <div className={styles.answers}>
        <Button variant="primary" isWide onClick={() => onDone()}>
          {t('askFirst.yes')}
        </Button>
        <Button isWide onClick={() => onLeave('information', false)}>
          {t('askFirst.no')}
        </Button>
        <Button isWide onClick={() => onLeave('later', false)}>
          {t('askFirst.later')}
        </Button>
      </div>
    </Question>
  )
}

const MayWeTell = () => {
  const t = useWords('refer')
  return WORDS.map((key) => <p key={key}>{t(key)}</p>)
}
