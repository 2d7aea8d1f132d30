// Demand against supply: which languages were wanted, how often somebody could interpret, and how many interpreters of each the
// directory knows.
import { useDirectory } from '#app/directory/use-directory.ts'
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { Figures } from '#app/screens/review/figures.tsx'
import type { LanguageDemand } from '#domain/review/interpreting.ts'

export const LanguageDemandFigures = ({ languages }: { languages: readonly LanguageDemand[] }) => {
  const t = useWords('review')
  const words = useWords('directory')
  const labels = useLabels()
  const { count } = useFormat()
  const directory = useDirectory()
  const at = useClock()()
  const known = (language: string) => directory.servicesFor({ needs: ['interpretation'], language, at }).length
  const rows = languages.map((row) => ({ ...row, known: known(row.language) }))
  /** Somebody was looked for, or there is nobody to look for. */
  const drawn = rows.filter((row) => row.missing + row.interpreted > 0 || row.known === 0)
  const missing = languages.reduce((sum, row) => sum + row.missing, 0)
  const interpreted = languages.reduce((sum, row) => sum + row.interpreted, 0)
  if (drawn.length === 0) return null
  const labelOf = (code: string) => (code === 'other' ? t('otherLanguage') : labels.code('languages', code))
  const title = t('cuts.interpreting')
  return (
    <Figures
      title={title}
      all={missing + interpreted}
      sentence={t('interpreting', { interpreted: count(interpreted), missing: count(missing) })}
      isEveryBar
      figures={drawn.flatMap((row) =>
        [
          {
            id: `${row.language} groups`,
            label: `${labelOf(row.language)} · ${t('columns.groups')}`,
            value: row.groups
          },
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
        { id: 'missing', label: t('codes:interpreting.missing'), isNumber: true },
        { id: 'known', label: words('title'), isNumber: true }
      ]}
      rows={rows.map((row) => ({
        id: row.language,
        cells: [labelOf(row.language), ...[row.groups, row.interpreted, row.missing, row.known].map(count)]
      }))}
    />
  )
}
