// What the organisation will be told: ticked answers only, and never a name. One that reads here is asked about in the same
// breath what only it can read: whoever says what may be told has all of it in sight.
import { useWords } from '#app/language/language-context.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { usePartners } from '#app/directory/use-partners.ts'
import { PassOn } from '#app/screens/refer/pass-on.tsx'
import { Question } from '#app/screens/refer/question.tsx'
import { needsTold, tellableOf } from '#app/screens/refer/referral-draft.ts'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import { useToldWords } from '#app/screens/refer/told-words.ts'
import { ChooseMany } from '#app/ui/chip-group.tsx'

export const ChooseTold = (step: StepProps) => {
  const { arrival, draft, onAnswer } = step
  const t = useWords('refer')
  const told = useToldWords()
  const needs = needsTold(draft, useDirectory().findService(draft.service ?? ''))
  const isRead = usePartners().isRead(draft.service)
  return (
    <Question title={t('told.title')} {...(!isRead && { hint: t('told.neverName') })} id="told">
      <ChooseMany
        label={t('told.title')}
        isLabelHidden
        options={tellableOf(arrival.fields).map((name) => ({
          value: name,
          label: t('told.option', { what: t(`codes:tellable.${name}`), value: told(name, arrival, needs) })
        }))}
        value={draft.told}
        onChange={(names) => onAnswer({ told: names })}
      />
      {isRead && <PassOn {...step} />}
    </Question>
  )
}
