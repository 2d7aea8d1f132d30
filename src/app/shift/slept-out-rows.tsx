// Who slept outside this morning, area by area; where two phones counted one area it is said which count is read.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { SLEEPERS } from '#domain/records/dawn-count.ts'
import type { SleptOut } from '#domain/review/slept-out.ts'

export const SleptOutRows = ({ rows, people }: SleptOut) => {
  const t = useWords('shift')
  const form = useWords('form')
  const review = useWords('review')
  const { count } = useFormat()
  const labels = { men: form('men'), women: form('women'), children: t('children'), unseen: t('unseen') }
  if (rows.length === 0) return <p>{t('notCounted')}</p>
  return (
    <List label={t('sleptOut')}>
      {rows.map((row) => (
        <Row
          key={row.zone}
          icon="bed"
          title={t(`codes:zones.${row.zone}`)}
          detail={SLEEPERS.filter((name) => row[name] > 0)
            .map((name) => `${labels[name]}: ${count(row[name])}`)
            .join(' · ')}
          state={row.counts > 1 && t('twoCounts')}
          age={<Ltr>{count(row.people)}</Ltr>}
        />
      ))}
      {rows.length > 1 && <Row title={review('columns.all')} age={<Ltr>{count(people)}</Ltr>} />}
    </List>
  )
}
