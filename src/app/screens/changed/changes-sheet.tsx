// What leaves of a week: its name, what stands out, and the tables behind it.
import type { RefObject } from 'react'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { useSaid } from '#app/directory/said.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { toldRows, useChangeSentences, useProviderName, useToldCount } from '#app/screens/changed/changes-words.ts'
import { useReportWords } from '#app/screens/report/report-words.ts'
import styles from '#app/screens/report/report.module.css'
import { useChangeSaid } from '#app/screens/review/change-said.ts'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { Service } from '#domain/directory/directory.ts'
import { SMALLEST_CELL } from '#domain/disclosure/suppress.ts'
import { tellCounts } from '#domain/disclosure/told-count.ts'
import type { Answered, PartnerAnswers } from '#domain/review/partner-answers.ts'
import type { ChangedTable, WhatChanged } from '#domain/review/what-changed.ts'

/** `message`: what is passed on as a message. */
type ChangesSheetProps = { changed: WhatChanged; message: RefObject<HTMLDivElement | null> }

export const ChangesSheet = ({ changed, message }: ChangesSheetProps) => {
  const t = useWords('changed')
  const nameOf = usePeriodName()
  const sentences = useChangeSentences()(changed)
  return (
    <article className={styles.sheet}>
      <div ref={message} className={styles.paragraph}>
        <h2>{`${t('title')} · ${nameOf(changed.week)}`}</h2>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className={styles.tables}>
        {changed.tables.map((table) => (
          <TableOf key={table.name} table={table} hasUsual={changed.weeksBefore > 0} />
        ))}
      </div>
      {changed.partners.length > 0 && <PartnerTable partners={changed.partners} />}
      {changed.stale.length > 0 && <StaleTable services={changed.stale} />}
    </article>
  )
}

const TableOf = ({ table, hasUsual }: { table: ChangedTable; hasUsual: boolean }) => {
  const t = useWords('changed')
  const report = useWords('report')
  const review = useWords('review')
  const { percentTenths } = useFormat()
  const { titleOf, rowOf } = useReportWords()
  const changeSaid = useChangeSaid()
  const told = useToldCount()
  const title = titleOf(table.name)
  const changeOf = ({ change, percent }: ReturnType<typeof toldRows>[number]) =>
    [change && t(change), percent && changeSaid(percent, percentTenths(Math.abs(percent)))].filter(Boolean).join(' ')
  return (
    <DataTable
      caption={title}
      columns={[
        { id: 'name', label: title },
        { id: 'groups', label: review('columns.groups'), isNumber: true },
        { id: 'before', label: report('before'), isNumber: true },
        { id: 'usual', label: t('usual'), isNumber: true }
      ]}
      rows={toldRows(table).map((row) => ({
        id: row.code,
        cells: [
          <>
            {rowOf(table.name, row.code)}
            {row.change && <strong className={styles.change}>{changeOf(row)}</strong>}
          </>,
          told(row.groups),
          told(row.before),
          hasUsual ? told(row.usual) : ''
        ]
      }))}
    />
  )
}

const PartnerTable = ({ partners }: { partners: readonly PartnerAnswers[] }) => {
  const t = useWords('changed')
  const report = useWords('report')
  const review = useWords('review')
  const { count } = useFormat()
  const nameOf = useProviderName()
  const told = useToldCount()
  const number = (one: number) => told(tellCounts([one], false)[0] ?? 0)
  // The middle one of few would be one person's.
  const hours = (one: Answered) => (one.hours === undefined || one.referrals < SMALLEST_CELL ? '' : count(one.hours))
  return (
    <DataTable
      caption={t('partners')}
      columns={[
        { id: 'name', label: review('roles.partner') },
        { id: 'referrals', label: review('columns.referrals'), isNumber: true },
        { id: 'answered', label: t('answered'), isNumber: true },
        { id: 'answeredHours', label: report('hours'), isNumber: true },
        { id: 'helped', label: t('helped'), isNumber: true },
        { id: 'helpedHours', label: report('hours'), isNumber: true },
        { id: 'full', label: t('codes:reasons.full'), isNumber: true }
      ]}
      rows={partners.map(({ provider, referrals, answered, helped, noRoom }) => ({
        id: provider,
        cells: [
          nameOf(provider),
          number(referrals),
          number(answered.referrals),
          hours(answered),
          number(helped.referrals),
          hours(helped),
          number(noRoom)
        ]
      }))}
    />
  )
}

const StaleTable = ({ services }: { services: readonly Service[] }) => {
  const report = useWords('report')
  const said = useSaid()
  const words = useDirectoryWords()
  const nameOf = useProviderName()
  const now = useClock()()
  const title = report('check.services')
  return (
    <DataTable
      caption={title}
      columns={[
        { id: 'name', label: title },
        { id: 'checked', label: '' }
      ]}
      rows={services.map((service) => ({
        id: service.id,
        cells: [`${said(service.name)} · ${nameOf(service.providerId)}`, words.checked(service.lastChecked, now)]
      }))}
    />
  )
}
