// Which languages were wanted, and how often somebody could interpret.
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Figures } from '#app/screens/review/figures.tsx'
import type { LanguageDemand } from '#domain/review/interpreting.ts'

export const LanguageDemandFigures = ({ languages }: { languages: readonly LanguageDemand[] }) => {
  const t = useWords('review')
  const labels = useLabels()
  const { count } = useFormat()
  const missing = languages.reduce((sum, row) => sum + row.missing, 0)
  const interpreted = languages.reduce((sum, row) => sum + row.interpreted, 0)
  if (missing + interpreted === 0) return null
  const labelOf = (code: string) => (code === 'other' ? t('otherLanguage') : labels.code('languages', code))
  const title = t('cuts.interpreting')
  return (
    <Figures
      title={title}
      all={missing + interpreted}
      sentence={t('interpreting', { interpreted: count(interpreted), missing: count(missing) })}
      isEveryBar
      figures={languages.flatMap((row) =>
        [
          {
            id: `${row.language} interpreted`,
            label: `${labelOf(row.language)} · ${t('codes:interpreting.interpreted')}`,
            value: row.interpreted
          },
          {
            id: `${row.language} missing`,
            label: `${labelOf(row.language)} · ${t('codes:interpreting.missing')}`,
            value: row.missing,
            isHatched: true
          }
        ].filter(({ value }) => value > 0)
      )}
      columns={[
        { id: 'name', label: t('cuts.language') },
        { id: 'groups', label: t('columns.groups'), isNumber: true },
        { id: 'interpreted', label: t('codes:interpreting.interpreted'), isNumber: true },
        { id: 'missing', label: t('codes:interpreting.missing'), isNumber: true }
      ]}
      rows={languages.map((row) => ({
        id: row.language,
        cells: [labelOf(row.language), count(row.groups), count(row.interpreted), count(row.missing)]
      }))}
    />
  )
}
