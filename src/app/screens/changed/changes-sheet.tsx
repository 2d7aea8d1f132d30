// What leaves of a week: its name, what stands out, and the tables behind it.
import type { RefObject } from 'react'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { Said } from '#app/directory/said.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { toldRows, useChangeSentences, useProviderName, useToldCount } from '#app/screens/changed/changes-words.ts'
import { useReportWords } from '#app/screens/report/report-words.ts'
import styles from '#app/screens/report/report.module.css'
import { useChangeSaid } from '#app/screens/review/change-said.ts'
import { MayBeMissing } from '#app/screens/review/heard-from.tsx'
import { usePeriodName } from '#app/screens/review/period-name.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { Service } from '#domain/directory/directory.ts'
import type { ToldCount } from '#domain/disclosure/told-count.ts'
import type { PartnerAnswers } from '#domain/review/partner-answers.ts'
import { tellPartners, type ToldAnswered } from '#domain/review/told-partners.ts'
import type { ChangedTable, ServiceWithRoom, WhatChanged } from '#domain/review/what-changed.ts'
import type { TeamPhone } from '#protocol/delivery.ts'

/** `message`: what is passed on as a message. */
type ChangesSheetProps = {
  changed: WhatChanged
  team: readonly TeamPhone[]
  message: RefObject<HTMLDivElement | null>
}

export const ChangesSheet = ({ changed, team, message }: ChangesSheetProps) => {
  const now = useClock()()
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
        <MayBeMissing team={team} now={now} />
      </div>
      <div className={styles.tables}>
        {changed.tables.map((table) => (
          <TableOf key={table.name} table={table} hasUsual={changed.weeksBefore > 0} />
        ))}
      </div>
      {changed.room.length > 0 && <RoomTable services={changed.room} />}
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
  const cell = (number: ToldCount | undefined) => (number === undefined ? '' : told(number))
  const title = titleOf(table.name)
  const rows = toldRows(table)
  if (rows.length === 0) return null
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
      rows={rows.map((row) => ({
        id: row.code,
        cells: [
          <>
            {rowOf(table.name, row.code)}
            {row.change && <strong className={styles.change}>{changeOf(row)}</strong>}
          </>,
          cell(row.groups),
          cell(row.before),
          hasUsual ? cell(row.usual) : ''
        ]
      }))}
    />
  )
}

/** Public, as all of the directory is: told exactly. */
const RoomTable = ({ services }: { services: readonly ServiceWithRoom[] }) => {
  const t = useWords('directory')
  const checkedLabel = useWords('services')('checkedLabel')
  const { count, shortDate } = useFormat()
  const nameOf = useProviderName()
  return (
    <DataTable
      caption={t('fields.available')}
      columns={[
        { id: 'name', label: t('common:places.services') },
        { id: 'available', label: t('fields.available'), isNumber: true },
        { id: 'updated', label: checkedLabel }
      ]}
      rows={services.map(({ id, name, providerId, capacity: { available, maximum, updated } }) => ({
        id,
        cells: [
          <>
            <Said words={name} />
            <span className={styles.change}>
              <bdi>{nameOf(providerId)}</bdi>
            </span>
          </>,
          <bdi key="available" dir="ltr">
            {[available, ...(maximum === undefined ? [] : [maximum])].map(count).join(' / ')}
          </bdi>,
          shortDate(updated)
        ]
      }))}
    />
  )
}

/** How often they had no room is said above. */
const PartnerTable = ({ partners }: { partners: readonly PartnerAnswers[] }) => {
  const t = useWords('changed')
  const report = useWords('report')
  const review = useWords('review')
  const { count } = useFormat()
  const nameOf = useProviderName()
  const told = useToldCount()
  const reached = ({ referrals, hours }: ToldAnswered) => (
    <>
      <bdi dir="ltr">{told(referrals)}</bdi>
      {hours !== undefined && <span className={styles.change}>{report('waited', { hours: count(hours) })}</span>}
    </>
  )
  return (
    <DataTable
      caption={`${t('partners')} · ${report('hours')}`}
      columns={[
        { id: 'name', label: review('roles.partner') },
        { id: 'referrals', label: review('columns.referrals') },
        { id: 'answered', label: t('answered') },
        { id: 'helped', label: t('helped') }
      ]}
      rows={tellPartners(partners).map(({ provider, referrals, answered, helped }) => ({
        id: provider,
        cells: [
          <bdi key="name">{nameOf(provider)}</bdi>,
          <bdi key="referrals" dir="ltr">
            {told(referrals)}
          </bdi>,
          reached(answered),
          reached(helped)
        ]
      }))}
    />
  )
}

const StaleTable = ({ services }: { services: readonly Service[] }) => {
  const report = useWords('report')
  const words = useDirectoryWords()
  const now = useClock()()
  const title = report('check.services')
  const checkedLabel = useWords('services')('checkedLabel')
  return (
    <DataTable
      caption={title}
      columns={[
        { id: 'name', label: title },
        { id: 'checked', label: checkedLabel }
      ]}
      rows={services.map((service) => ({
        id: service.id,
        cells: [<Said key="name" words={service.name} />, words.checked(service.lastChecked, now)]
      }))}
    />
  )
}
