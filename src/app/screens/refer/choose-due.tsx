// How soon: the three levels of the inter-agency referral form.
import { useWords } from '#app/language/language-context.tsx'
import { Question } from '#app/screens/refer/question.tsx'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import { List, Row } from '#app/ui/list.tsx'
import { DUES } from '#domain/records/referral.ts'

export const ChooseDue = ({ draft, onDone }: StepProps) => {
  const t = useWords('refer')
  return (
    <Question title={t('due.title')} id="due">
      <List label={t('due.title')}>
        {DUES.map((due) => (
          <Row
            key={due}
            title={t(`codes:dues.${due}`)}
            detail={t(`due.${due}`)}
            isUrgent={due === 'now'}
            isCurrent={draft.due === due}
            onTap={() => onDone({ due })}
          />
        ))}
      </List>
    </Question>
  )
}
