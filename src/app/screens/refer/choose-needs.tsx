// What is needed: ticked already as far as the arrival says it.
import { useState } from 'react'
import { OTHER_NEEDS, PICTURED_NEEDS } from '#app/directory/need-pictures.ts'
import { useWords } from '#app/language/language-context.tsx'
import { Question } from '#app/screens/refer/question.tsx'
import { MOST_NEEDS } from '#app/screens/refer/referral-draft.ts'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import { Chip, ChooseMany } from '#app/ui/chip-group.tsx'
import { DISCLOSED_ONLY, type Need } from '#domain/codes/needs.ts'

export const ChooseNeeds = ({ draft, onAnswer }: StepProps) => {
  const t = useWords('refer')
  const services = useWords('services')
  const [first] = useState(() => [...new Set<Need>([...draft.needs, ...PICTURED_NEEDS])])
  const [isMore, setMore] = useState(false)
  const optionOf = (need: Need) => ({ value: need, label: t(`codes:needs.${need}`) })
  const isRare = (need: Need) => !first.includes(need)
  const choose = (needs: Need[]) => onAnswer({ needs: needs.slice(0, MOST_NEEDS) })
  return (
    <Question title={t('needs.title')} id="needs">
      <ChooseMany
        label={t('needs.title')}
        isLabelHidden
        options={[...first, ...(isMore ? OTHER_NEEDS.filter(isRare) : [])].map(optionOf)}
        value={draft.needs}
        onChange={choose}
      >
        <Chip isExpanded={isMore} icon="more" onTap={() => setMore(!isMore)}>
          {isMore ? t('ui:less') : t('ui:more')}
        </Chip>
      </ChooseMany>
      {isMore && (
        <ChooseMany
          label={services('toldOnly')}
          options={DISCLOSED_ONLY.filter(isRare).map(optionOf)}
          value={draft.needs}
          onChange={choose}
        />
      )}
    </Question>
  )
}
