// Where help falls short: needs nobody could meet or no service is listed for, needs that rise, urgent groups nobody follows up,
// and who slept outside.
import { useMemo } from 'react'
import { useServicesOnOffer } from '#app/directory/use-services.ts'
import { useLabels } from '#app/language/labels.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useChangeSaid } from '#app/screens/review/change-said.ts'
import { Figures } from '#app/screens/review/figures.tsx'
import type { Service } from '#domain/directory/directory.ts'
import type { Period } from '#domain/review/period.ts'
import type { Review } from '#domain/review/review.ts'
import { fullestMorning, morningsIn } from '#domain/review/slept-out.ts'
import { withoutProvider } from '#domain/review/unmet.ts'

export const ShortfallFigures = ({ review }: { review: Review }) => {
  const t = useWords('report')
  const today = useWords('today')
  const labels = useLabels()
  const { count } = useFormat()
  const changeSaid = useChangeSaid()
  const offered = useServicesOnOffer()
  const services = useMemo(() => offered.map(({ service }) => service), [offered])
  const [steepest] = review.rising
  const need = (code: string) => labels.code('needs', code)
  return (
    <>
      <Simple
        title={t('unmet')}
        rows={review.unmet.map(({ need: code, cases }) => ({ id: code, label: need(code), value: cases }))}
      />
      <NoProviderFigures review={review} services={services} />
      <Simple
        title={t('rising')}
        sentence={
          steepest &&
          t('line', {
            title: need(steepest.need),
            list: t('tileBefore', {
              change: changeSaid(steepest.groups - steepest.usual),
              number: count(steepest.usual)
            })
          })
        }
        rows={review.rising.map(({ need: code, groups, usual }) => ({
          id: code,
          label: need(code),
          value: groups,
          before: count(usual)
        }))}
      />
      <Simple
        title={today('waiting.title', { count: review.waiting.reduce((sum, { groups }) => sum + groups, 0) })}
        rows={review.waiting.map(({ from, to, groups }) => ({
          id: String(from),
          label: t('waited', { hours: to === undefined ? `${from}+` : `${from}–${to}` }),
          value: groups
        }))}
      />
      <SleptOutFigures period={review.period} />
    </>
  )
}

/** `services`: those on offer now. */
export const NoProviderFigures = ({ review, services }: { review: Review; services: readonly Service[] }) => {
  const t = useWords('changed')
  const labels = useLabels()
  const rows = withoutProvider(review.needs, services)
  return (
    <Simple
      title={t('noProvider')}
      rows={rows.map(({ need, groups }) => ({ id: need, label: labels.code('needs', need), value: groups }))}
    />
  )
}

const SleptOutFigures = ({ period }: { period: Period }) => {
  const t = useWords('shift')
  const report = useWords('report')
  const { count, shortDate } = useFormat()
  const records = useDesk().records()
  const mornings = useMemo(() => morningsIn(records, period), [records, period])
  const fullest = fullestMorning(mornings)
  return (
    <Simple
      title={t('sleptOut')}
      sentence={
        fullest &&
        report('line', { title: report('sleptOut'), list: `${shortDate(fullest.day)} · ${count(fullest.people)}` })
      }
      isInOrder
      rows={mornings.map(({ day, people }) => ({ id: day, label: shortDate(day), value: people }))}
    />
  )
}

type Row = { id: string; label: string; value: number; before?: string }
type SimpleProps = { title: string; rows: readonly Row[]; isInOrder?: boolean; sentence?: string | undefined }

/** Nothing at all is drawn where there is nothing to see. */
const Simple = ({ title, rows, isInOrder, sentence }: SimpleProps) => {
  const t = useWords('review')
  const report = useWords('report')
  const { count } = useFormat()
  const all = rows.reduce((sum, { value }) => sum + value, 0)
  if (all === 0) return null
  const hasBefore = rows.some(({ before }) => before !== undefined)
  return (
    <Figures
      title={title}
      all={all}
      isEveryBar={isInOrder ?? false}
      {...(sentence !== undefined && { sentence })}
      figures={rows.map(({ id, label, value }) => ({ id, label, value }))}
      columns={[
        { id: 'name', label: title },
        { id: 'count', label: t('columns.all'), isNumber: true },
        ...(hasBefore ? [{ id: 'before', label: report('before'), isNumber: true }] : [])
      ]}
      rows={rows.map(({ id, label, value, before }) => ({
        id,
        cells: [label, count(value), ...(hasBefore ? [before ?? ''] : [])]
      }))}
    />
  )
}
