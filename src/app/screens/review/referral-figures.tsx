// Referrals of the period by where they stand.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Figures } from '#app/screens/review/figures.tsx'
import type { ReferralsMade } from '#domain/review/referrals-made.ts'

export const ReferralFigures = ({ referrals }: { referrals: ReferralsMade }) => {
  const t = useWords('review')
  const { count } = useFormat()
  const title = t('cuts.referrals')
  if (referrals.total === 0) return null
  const rows = referrals.byState.map((row) => ({ ...row, label: t(`codes:referralStates.${row.state}`) }))
  return (
    <Figures
      title={title}
      all={referrals.total}
      isSplit
      sentence={t('referrals', { open: count(referrals.open), all: count(referrals.total) })}
      figures={rows
        .filter((row) => row.referrals > 0)
        .map((row) => ({ id: row.state, label: row.label, value: row.referrals }))}
      columns={[
        { id: 'name', label: title },
        { id: 'referrals', label: t('columns.referrals'), isNumber: true }
      ]}
      rows={rows.map((row) => ({ id: row.state, cells: [row.label, count(row.referrals)] }))}
      total={{ id: 'all', cells: [t('columns.all'), count(referrals.total)] }}
    />
  )
}
