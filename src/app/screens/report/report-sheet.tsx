// The report itself, as it is printed and passed on: its name, the paragraph, and every table with the period before beside it.
import type { RefObject } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useToldCount } from '#app/screens/changed/changes-words.ts'
import { useReportSentences } from '#app/screens/report/report-sentences.ts'
import { useReportWords } from '#app/screens/report/report-words.ts'
import styles from '#app/screens/report/report.module.css'
import { MayBeMissing } from '#app/screens/review/heard-from.tsx'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import type { Zone } from '#domain/codes/zones.ts'
import type { ToldCount } from '#domain/disclosure/told-count.ts'
import type { Report } from '#domain/review/report.ts'
import type { ToldReport, ToldTable } from '#domain/review/told-report.ts'
import type { TeamPhone } from '#protocol/delivery.ts'

/**
 * `told`: the same report as it may leave. `message`: what is passed on as a message. `now`: milliseconds since 1970 UTC.
 * `isSettled`: it is of a month, and this phone has heard of all of it that came in time.
 */
type ReportSheetProps = {
  report: Report
  told: ToldReport
  zone: Zone | undefined
  team: readonly TeamPhone[]
  now: number
  isSettled: boolean
  message: RefObject<HTMLDivElement | null>
}

export const ReportSheet = ({ report, told, zone, team, now, isSettled, message }: ReportSheetProps) => {
  const t = useWords('report')
  const nameOf = usePeriodName()
  const sentences = useReportSentences()(report, told)
  const where = zone && t(`codes:zones.${zone}`)
  return (
    <article className={styles.sheet}>
      <div ref={message} className={styles.paragraph}>
        <h2>{[t('title'), nameOf(report.period), where].filter(Boolean).join(' · ')}</h2>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <MayBeMissing team={team} now={now} isSettled={isSettled} />
      </div>
      <div className={styles.tables}>
        {told.tables.map((table) => (
          <TableOf key={table.name} table={table} />
        ))}
      </div>
    </article>
  )
}

const TableOf = ({ table: { name, counts, rows, total } }: { table: ToldTable }) => {
  const t = useWords('report')
  const review = useWords('review')
  const handouts = useWords('handouts')
  const { percentTenths } = useFormat()
  const toldCount = useToldCount()
  const { titleOf, rowOf } = useReportWords()
  const hasShares = rows.some(({ percent }) => percent !== undefined)
  const share = (percent: number | undefined) => (hasShares ? [percentTenths(percent ?? 0)] : [])
  const cell = (number: ToldCount | undefined) => (number === undefined ? '' : toldCount(number))
  const number = counts === 'things' ? handouts('howMany') : review(`columns.${counts}`)
  const columns: Column[] = [
    { id: 'name', label: titleOf(name) },
    { id: 'number', label: number, isNumber: true },
    ...(hasShares ? [{ id: 'share', label: review('columns.percent'), isNumber: true }] : []),
    { id: 'before', label: t('before'), isNumber: true }
  ]
  return (
    <DataTable
      caption={titleOf(name)}
      columns={columns}
      rows={rows.map((row) => ({
        id: row.code,
        cells: [rowOf(name, row.code), cell(row.number), ...share(row.percent), cell(row.before)]
      }))}
      {...(total && {
        total: {
          id: 'all',
          cells: [review('columns.all'), cell(total.number), ...share(total.number === 0 ? 0 : 100), cell(total.before)]
        }
      })}
    />
  )
}
