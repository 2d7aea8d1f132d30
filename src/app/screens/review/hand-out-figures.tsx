// What was handed out, and what was asked for and not there, by item and size.
import { useMemo } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { Figures } from '#app/screens/review/figures.tsx'
import { ITEMS } from '#domain/codes/items.ts'
import { handedOutIn } from '#domain/review/handed-out.ts'
import type { Period } from '#domain/review/period.ts'

type Row = { id: string; label: string; unit: string; value: number }

export const HandOutFigures = ({ period }: { period: Period }) => {
  const t = useWords('handouts')
  const records = useDesk().records()
  const totals = useMemo(() => handedOutIn(records, period), [records, period])
  const given = totals.given.map(({ item, count }) => ({
    id: item,
    label: t(`items.${item}`),
    unit: t(`units.${ITEMS[item].unit}`),
    value: count
  }))
  const missing = totals.missing.map(({ item, size, count }) => ({
    id: `${item} ${size}`,
    label: size === undefined ? t(`items.${item}`) : `${t(`items.${item}`)} · ${size}`,
    unit: t(`units.${ITEMS[item].unit}`),
    value: count
  }))
  return (
    <>
      <ItemFigures title={t('handedOut')} rows={given} all={totals.givenTotal} />
      <ItemFigures title={t('notThere')} rows={missing} all={totals.missingTotal} />
    </>
  )
}

const ItemFigures = ({ title, rows, all }: { title: string; rows: readonly Row[]; all: number }) => {
  const t = useWords('review')
  const handouts = useWords('handouts')
  const { count } = useFormat()
  if (rows.length === 0) return null
  return (
    <Figures
      title={title}
      all={all}
      isSplit
      figures={rows.map(({ id, label, value }) => ({ id, label, value }))}
      columns={[
        { id: 'name', label: title },
        { id: 'unit', label: handouts('unit') },
        { id: 'count', label: handouts('howMany'), isNumber: true }
      ]}
      rows={rows.map(({ id, label, unit, value }) => ({ id, cells: [label, unit, count(value)] }))}
      total={{ id: 'all', cells: [t('columns.all'), '', count(all)] }}
    />
  )
}
