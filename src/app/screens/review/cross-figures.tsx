// Two answers held against each other: at what hour people were met where, and what is needed where.
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { clockHours } from '#app/screens/review/clock-hours.ts'
import { Section } from '#app/ui/card.tsx'
import { HeatTable } from '#app/ui/heat-table.tsx'
import type { CrossTable } from '#domain/review/cross-table.ts'
import type { Review } from '#domain/review/review.ts'

export const CrossFigures = ({ review }: { review: Review }) => {
  const t = useWords('review')
  const labels = useLabels()
  return (
    <>
      <Crossed
        title={t('cuts.hour')}
        counts={t('columns.people')}
        table={review.hoursByZone}
        rowOf={(code) => clockHours(Number(code))}
      />
      <Crossed
        title={t('cuts.needs')}
        counts={t('columns.groups')}
        table={review.needsByZone}
        rowOf={(code) => labels.code('needs', code)}
      />
    </>
  )
}

type CrossedProps = { title: string; counts: string; table: CrossTable; rowOf: (code: string) => string }

const Crossed = ({ title, counts, table: { zones, rows }, rowOf }: CrossedProps) => {
  const t = useWords('review')
  const { count } = useFormat()
  const [most] = rows
    .flatMap(({ code, cells }) => cells.map((number, at) => ({ code, zone: zones[at] ?? 'elsewhere', number })))
    .sort((a, b) => b.number - a.number)
  if (most === undefined) return null
  const all = rows.reduce((sum, { total }) => sum + total, 0)
  const heading = `${title} · ${t('cuts.zone')}`
  const label = `${rowOf(most.code)} · ${t(`codes:zones.${most.zone}`)}`
  return (
    <Section title={heading}>
      <p>{t('most', { label, number: count(most.number), all: count(all) })}</p>
      <HeatTable
        caption={`${heading} · ${counts}`}
        corner={title}
        columns={zones.map((zone) => ({ id: zone, label: t(`codes:zones.${zone}`) }))}
        rows={rows.map((row) => ({ id: row.code, label: rowOf(row.code), cells: row.cells, total: row.total }))}
        totalLabel={t('columns.all')}
        write={count}
      />
    </Section>
  )
}
