// Where the people of an arrival were referred, from whichever of their records it was done.
import { useCases } from '#app/cases/use-cases.ts'
import { useWords } from '#app/language/language-context.tsx'
import { RecordList } from '#app/records/record-list.tsx'
import { Section } from '#app/ui/card.tsx'
import type { Dot } from '#protocol/ids.ts'

export const ReferralsOf = ({ arrival }: { arrival: Dot }) => {
  const t = useWords('record')
  const referrals = useCases().referralsOf(arrival)
  return (
    <Section title={t('referrals')}>
      {referrals.length === 0 ? <p>{t('noReferrals')}</p> : <RecordList records={referrals} />}
    </Section>
  )
}
