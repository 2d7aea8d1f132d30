// Right after a save: for a person in danger what to do first, for all others where to go from here.
import { lazy, Suspense } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/new-arrival/log-arrival.module.css'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Answers } from '#domain/form/answers.ts'

/** Looking for the same people must not delay the save: it comes when it has come. */
const SameHint = lazy(async () =>
  import('#app/same-people/same-hint.tsx').then(
    (file) => ({ default: file.SameHint }),
    () => ({ default: NoHint })
  )
)
/** Where the file could not be loaded: the question is asked when the record is opened. */
const NoHint = () => null

type SavedProps = { id: string; answers: Answers }

export const isDangerIn = (answers: Answers): boolean => Object.values(dangersIn(answers)).includes(true)

/** Stands above the form until the next save, whatever is counted meanwhile: no counter moves under the thumb. */
export const HelpNow = ({ id, answers }: SavedProps) => {
  const t = useWords('new-arrival')
  const act = useWords('act')
  const { isChildAlone, isSick, isAtRisk } = dangersIn(answers)
  return (
    <Notice
      isDense
      tone="urgent"
      role="alert"
      title={t('helpTitle')}
      actions={
        <>
          {isSick && (
            <ButtonLink icon="call" href="tel:194">
              {t('call194')}
            </ButtonLink>
          )}
          <ButtonLink icon="urgent" href={`/act/${id}`}>
            {act('title')}
          </ButtonLink>
          <Refer id={id} />
        </>
      }
    >
      {isChildAlone && <p>{t('helpChild')}</p>}
      {isSick && <p>{t('helpSick')}</p>}
      {isAtRisk && <p>{t('helpRisk')}</p>}
    </Notice>
  )
}

/** Stands at the foot of the screen, where it can come and go. */
export const NextSteps = ({ id }: { id: string }) => {
  const t = useWords('new-arrival')
  return (
    <div role="group" aria-label={t('nextTitle')} className={styles.ways}>
      <Refer id={id} />
      <Suspense>
        <SameHint id={id} />
      </Suspense>
      <ButtonLink icon="hands" href="/services">
        {t('common:places.services')}
      </ButtonLink>
    </div>
  )
}

const Refer = ({ id }: { id: string }) => {
  const t = useWords('new-arrival')
  return (
    <ButtonLink icon="send" href={`/refer/${id}`}>
      {t('refer')}
    </ButtonLink>
  )
}

const dangersIn = (answers: Answers) => {
  const urgent = Array.isArray(answers['urgent']) ? answers['urgent'] : []
  return {
    isChildAlone: urgent.includes('child_alone') || answers['alone'] === 'yes',
    isSick: urgent.includes('sick_or_hurt'),
    isAtRisk: urgent.includes('at_risk')
  }
}
