// What somebody should set right, each with the records it is about.
import { useWords } from '#app/language/language-context.tsx'
import { RecordList } from '#app/records/record-list.tsx'
import { Section } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { Review } from '#domain/review/review.ts'
import type { MergedRecord } from '#protocol/merge.ts'

const STEP = 10

type ToCheckProps = { review: Review; recordsOf: (ids: readonly string[]) => readonly MergedRecord[] }

export const ToCheck = ({ review, recordsOf }: ToCheckProps) => {
  const t = useWords('review')
  const { toCheck, referrals } = review
  const overdue = [...referrals.overdue, ...referrals.overdueFromBefore].map(({ id }) => id)
  const lists = [
    { name: 'urgent', ids: toCheck.urgentNotReferred },
    { name: 'overdue', ids: overdue },
    { name: 'disputed', ids: toCheck.disputed.map(({ id }) => id) },
    { name: 'country', ids: toCheck.countryMissing }
  ] as const
  const there = lists.filter(({ ids }) => ids.length > 0)
  return (
    <Section title={t('toCheck.title')}>
      {there.length === 0 && <p>{t('toCheck.nothing')}</p>}
      {there.map(({ name, ids }) => (
        <Disclosure key={name} label={t(`toCheck.${name}`, { count: ids.length })}>
          <RecordList records={recordsOf(ids)} step={STEP} isOverdue={() => name === 'overdue'} />
        </Disclosure>
      ))}
    </Section>
  )
}
