// Children who are alone, beside those with an adult of their own.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Figures } from '#app/screens/review/figures.tsx'
import type { NewlyArrived } from '#domain/review/newly-arrived.ts'
import { toSplit } from '#domain/review/tables.ts'

export const ChildrenFigures = ({ newlyArrived: { children } }: { newlyArrived: NewlyArrived }) => {
  const t = useWords('review')
  const shift = useWords('shift')
  const report = useWords('report')
  const { count, percentTenths } = useFormat()
  if (children.total === 0) return null
  const title = shift('children')
  const rows = toSplit([
    ['alone', children.alone],
    ['accompanied', children.accompanied]
  ])
  const labelOf = (code: string) => (code === 'alone' ? t('tiles.childrenAlone') : report('accompanied'))
  return (
    <Figures
      title={title}
      all={children.total}
      isSplit
      figures={rows.map(({ code, people, percent }) => ({
        id: code,
        label: labelOf(code),
        value: people,
        percent,
        isHatched: code === 'alone'
      }))}
      columns={[
        { id: 'name', label: title },
        { id: 'people', label: t('columns.people'), isNumber: true },
        { id: 'percent', label: t('columns.percent'), isNumber: true }
      ]}
      rows={rows.map(({ code, people, percent }) => ({
        id: code,
        cells: [labelOf(code), count(people), percentTenths(percent)]
      }))}
      total={{ id: 'all', cells: [t('columns.all'), count(children.total), percentTenths(100)] }}
    />
  )
}
