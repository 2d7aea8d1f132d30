// People seen again by class: met, and not newly arrived.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Figures } from '#app/screens/review/figures.tsx'
import type { SeenAgain } from '#domain/review/review.ts'

export const SeenAgainFigures = ({ seenAgain }: { seenAgain: SeenAgain }) => {
  const t = useWords('review')
  const { count } = useFormat()
  const title = t('cuts.seenAgain')
  if (seenAgain.people === 0) return null
  const rows = seenAgain.byClass.map((row) => ({ ...row, label: t(`codes:tally.${row.class}`) }))
  return (
    <Figures
      title={title}
      all={seenAgain.people}
      isSplit
      figures={rows.map((row) => ({ id: row.class, label: row.label, value: row.people }))}
      columns={[
        { id: 'name', label: title },
        { id: 'people', label: t('columns.people'), isNumber: true }
      ]}
      rows={rows.map((row) => ({ id: row.class, cells: [row.label, count(row.people)] }))}
      total={{ id: 'all', cells: [t('columns.all'), count(seenAgain.people)] }}
    />
  )
}
