// Children who are alone, beside those with an adult of their own; and who else among the people needs to be thought of.
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Figures, SplitFigures } from '#app/screens/review/figures.tsx'
import type { NewlyArrived } from '#domain/review/newly-arrived.ts'
import { toSplit } from '#domain/review/tables.ts'

export const ChildrenFigures = ({ newlyArrived: { children } }: { newlyArrived: NewlyArrived }) => {
  const t = useWords('review')
  const shift = useWords('shift')
  const report = useWords('report')
  if (children.total === 0) return null
  return (
    <SplitFigures
      title={shift('children')}
      rows={toSplit([
        ['alone', children.alone],
        ['accompanied', children.accompanied]
      ])}
      labelOf={(code) => (code === 'alone' ? t('tiles.childrenAlone') : report('accompanied'))}
      hatched="alone"
    />
  )
}

const AMONG = ['babies', 'pregnant', 'older', 'disabled'] as const

/** Somebody may be in two of these rows: they have no sum. */
export const AmongFigures = ({ newlyArrived }: { newlyArrived: NewlyArrived }) => {
  const t = useWords('review')
  const title = useWords('report')('amongThem')
  const labels = useLabels()
  const { count } = useFormat()
  const rows = AMONG.map((id) => ({ id, label: labels.label({ key: id }), value: newlyArrived[id] })).filter(
    ({ value }) => value > 0
  )
  return (
    <Figures
      title={title}
      all={newlyArrived.people}
      figures={rows}
      columns={[
        { id: 'name', label: title },
        { id: 'people', label: t('columns.people'), isNumber: true }
      ]}
      rows={rows.map(({ id, label, value }) => ({ id, cells: [label, count(value)] }))}
    />
  )
}
