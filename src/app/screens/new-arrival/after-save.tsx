// Right after a save: where to go from here, and for a person in danger what to do first.
import { useWords } from '#app/language/language-context.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Answers } from '#domain/form/answers.ts'

export const AfterSave = ({ id, answers }: { id: string; answers: Answers }) => {
  const t = useWords('new-arrival')
  const urgent = Array.isArray(answers['urgent']) ? answers['urgent'] : []
  const isChildAlone = urgent.includes('child_alone') || answers['alone'] === 'yes'
  const isSick = urgent.includes('sick_or_hurt')
  const isAtRisk = urgent.includes('at_risk')
  const ways = (
    <Actions>
      {isSick && (
        <ButtonLink icon="call" href="tel:194">
          {t('call194')}
        </ButtonLink>
      )}
      <ButtonLink icon="send" href={`/refer/${id}`}>
        {t('refer')}
      </ButtonLink>
      <ButtonLink icon="hands" href="/services">
        {t('services')}
      </ButtonLink>
    </Actions>
  )
  if (isChildAlone || isSick || isAtRisk) {
    return (
      <Notice tone="urgent" role="alert" title={t('helpTitle')} actions={ways}>
        {isChildAlone && <p>{t('helpChild')}</p>}
        {isSick && <p>{t('helpSick')}</p>}
        {isAtRisk && <p>{t('helpRisk')}</p>}
      </Notice>
    )
  }
  return <Section title={t('nextTitle')}>{ways}</Section>
}
