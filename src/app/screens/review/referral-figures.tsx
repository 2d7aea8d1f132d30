// Referrals of the period by where they stand.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Figures } from '#app/screens/review/figures.tsx'
import type { FunnelStep } from '#domain/review/referral-funnel.ts'
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

/** How far they came, and how long it took. */
export const FunnelFigures = ({ funnel }: { funnel: readonly FunnelStep[] }) => {
  const t = useWords('review')
  const report = useWords('report')
  const { count } = useFormat()
  const [made] = funnel
  if (made === undefined || made.referrals === 0) return null
  const labelOf = (step: FunnelStep['step']) =>
    step === 'made' ? t('columns.referrals') : t(`codes:referralStates.${step}`)
  const rows = funnel.map(({ step, referrals, medianHours }) => ({
    id: step,
    label: labelOf(step),
    value: referrals,
    hours: medianHours === undefined ? undefined : count(medianHours)
  }))
  const title = `${t('cuts.referrals')} · ${report('hours')}`
  const done = funnel.at(-1)?.referrals ?? 0
  return (
    <Figures
      title={title}
      all={made.referrals}
      isEveryBar
      sentence={report('line', { title: labelOf('done'), list: `${count(done)} / ${count(made.referrals)}` })}
      figures={rows.map(({ hours, ...row }) => ({
        ...row,
        ...(hours !== undefined && { note: report('waited', { hours }) })
      }))}
      columns={[
        { id: 'name', label: t('cuts.referrals') },
        { id: 'referrals', label: t('columns.referrals'), isNumber: true },
        { id: 'hours', label: report('hours'), isNumber: true }
      ]}
      rows={rows.map(({ id, label, value, hours }) => ({ id, cells: [label, count(value), hours ?? ''] }))}
    />
  )
}
