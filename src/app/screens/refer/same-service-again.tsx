// A yes of this person that goes where somebody was referred before: all that is left is to check it, and to ask once more.
import { useDirectory } from '#app/directory/use-directory.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { answersAgain, tellableOf } from '#app/screens/refer/referral-draft.ts'
import type { StepProps } from '#app/screens/refer/step-props.ts'
import { ServiceRow } from '#app/screens/services/service-row.tsx'
import { Section } from '#app/ui/card.tsx'
import { List } from '#app/ui/list.tsx'
import { againFor } from '#domain/directory/refer-again.ts'

export const SameServiceAgain = ({ arrival, draft, onAnswer }: StepProps) => {
  const t = useWords('refer')
  const desk = useDesk()
  const directory = useDirectory()
  const at = useClock()()
  // One that was chosen beforehand is not asked for again.
  if (draft.service !== undefined) return null
  const offered = againFor(desk.records(), {
    phone: desk.identity.device,
    arrival,
    needs: draft.needs,
    tellable: tellableOf(arrival.fields),
    directory,
    at
  })
  if (offered.length === 0) return null
  return (
    <Section title={t('askFirst.again')}>
      <List>
        {offered.map((again) => (
          <ServiceRow
            key={again.row.service.id}
            row={again.row}
            at={at}
            isKnown
            onTap={() => onAnswer(answersAgain(again))}
          />
        ))}
      </List>
    </Section>
  )
}
