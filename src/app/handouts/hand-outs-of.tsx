// What people of an arrival were given, and the way to give them something.
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useWords } from '#app/language/language-context.tsx'
import { RecordList } from '#app/records/record-list.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'

const SHOWN = 3

export const HandOutsOf = ({ arrival }: { arrival: string }) => {
  const t = useWords('handouts')
  const records = useHandOuts().handOutsTo(arrival)
  return (
    <Section title={t('handedOut')}>
      <RecordList records={records} step={SHOWN} />
      <ButtonLink icon="food" href={`/handouts?for=${arrival}`}>
        {t('title')}
      </ButtonLink>
    </Section>
  )
}
