// What the organisation will be told: ticked answers only, and never a name.
import { useWords } from '#app/language/language-context.tsx'
import { Question } from '#app/screens/refer/question.tsx'
import { tellableOf } from '#app/screens/refer/referral-draft.ts'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import { useToldWords } from '#app/screens/refer/told-words.ts'
import { ChooseMany } from '#app/ui/chip-group.tsx'

export const ChooseTold = ({ arrival, draft, onAnswer }: StepProps) => {
  const t = useWords('refer')
  const told = useToldWords()
  return (
    <Question title={t('told.title')} hint={t('told.neverName')} id="told">
      <ChooseMany
        label={t('told.title')}
        isLabelHidden
        options={tellableOf(arrival.fields).map((name) => ({
          value: name,
          label: t('told.option', { what: t(`codes:tellable.${name}`), value: told(name, arrival, draft.needs) })
        }))}
        value={draft.told}
        onChange={(names) => onAnswer({ told: names })}
      />
    </Question>
  )
}
