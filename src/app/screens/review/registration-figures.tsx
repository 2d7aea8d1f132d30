// How far the police came with people: certificates that were issued, and where going along stands with everybody else.
import { useWords } from '#app/language/language-context.tsx'
import { ReachFigures } from '#app/screens/review/group-figures.tsx'
import type { AccompanimentState } from '#domain/records/accompaniment.ts'
import type { ReachRow } from '#domain/review/tables.ts'

export const RegistrationFigures = ({ rows }: { rows: readonly ReachRow[] }) => {
  const t = useWords('accompany')
  return (
    <ReachFigures
      title={t('codes:needs.reg_accompany')}
      rows={rows}
      groups={rows.reduce((sum, { groups }) => sum + groups, 0)}
      labelOf={(code) => t(`states.${code as AccompanimentState}`)}
    />
  )
}
