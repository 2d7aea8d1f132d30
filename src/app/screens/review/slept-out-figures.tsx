// Who slept outside: of one morning area by area, of several each morning for itself, because one person sleeps out again.
import { useMemo } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { Figures } from '#app/screens/review/figures.tsx'
import type { Period } from '#domain/review/period.ts'
import { sleptOutByDay } from '#domain/review/slept-out.ts'

export const SleptOutFigures = ({ from, to }: Period) => {
  const t = useWords('review')
  const { count, shortDate } = useFormat()
  const records = useDesk().records()
  const mornings = useMemo(() => sleptOutByDay(records, { from, to }), [records, from, to])
  const title = useWords('shift')('sleptOut')
  const isOneDay = from === to
  const rows = isOneDay
    ? mornings.flatMap((morning) =>
        morning.rows.map(({ zone, people }) => ({ id: zone, label: t(`codes:zones.${zone}`), value: people }))
      )
    : mornings.map(({ day, people }) => ({ id: day, label: shortDate(day), value: people }))
  const all = rows.reduce((sum, { value }) => sum + value, 0)
  const [most] = rows.toSorted((a, b) => b.value - a.value)
  return (
    <Figures
      title={title}
      all={all}
      {...(!isOneDay && most && { sentence: `${most.label}: ${count(most.value)}` })}
      isSplit={isOneDay}
      isEveryBar={!isOneDay}
      figures={rows}
      columns={[
        { id: 'name', label: title },
        { id: 'people', label: t('columns.people'), isNumber: true }
      ]}
      rows={rows.map(({ id, label, value }) => ({ id, cells: [label, count(value)] }))}
      {...(isOneDay && { total: { id: 'all', cells: [t('columns.all'), count(all)] } })}
    />
  )
}
