// Children who are alone, beside those with an adult of their own.
import { useWords } from '#app/language/language-context.tsx'
import { SplitFigures } from '#app/screens/review/figures.tsx'
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
