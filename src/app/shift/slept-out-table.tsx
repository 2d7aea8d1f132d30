// Who slept outside this morning, area by area; where two phones counted one area it is said which count is read.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SLEEPERS } from '#domain/records/dawn-count.ts'
import type { SleptOut } from '#domain/review/slept-out.ts'

export const SleptOutTable = ({ rows, people }: SleptOut) => {
  const t = useWords('shift')
  const form = useWords('form')
  const record = useWords('record')
  const review = useWords('review')
  const { count, list } = useFormat()
  const twice = rows.filter(({ counts }) => counts > 1)
  const labels = { men: form('men'), women: form('women'), children: t('children'), unseen: t('unseen') }
  const sums = SLEEPERS.map((name) => rows.reduce((sum, row) => sum + row[name], 0))
  if (rows.length === 0) return <p>{t('notCounted')}</p>
  return (
    <>
      {twice.length > 0 && (
        <Notice isDense tone="info" title={t('twoCounts')}>
          {list(twice.map(({ zone }) => t(`codes:zones.${zone}`)))}
        </Notice>
      )}
      <DataTable
        caption={t('sleptOut')}
        columns={[
          { id: 'zone', label: record('fields.zone') },
          { id: 'people', label: review('columns.people'), isNumber: true },
          ...SLEEPERS.map((name) => ({ id: name, label: labels[name], isNumber: true }))
        ]}
        rows={rows.map((row) => ({
          id: row.zone,
          cells: [t(`codes:zones.${row.zone}`), ...[row.people, ...SLEEPERS.map((name) => row[name])].map(count)]
        }))}
        total={{ id: 'all', cells: [review('columns.all'), ...[people, ...sums].map(count)] }}
      />
    </>
  )
}
