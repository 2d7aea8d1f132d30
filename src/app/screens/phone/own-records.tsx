// Everything this phone has saved: first what needs its owner, with the reason, then what has not gone yet.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { ownRecords } from '#app/records/letterbox-summary.ts'
import { RecordRow } from '#app/records/record-row.tsx'
import { groupByStanding } from '#app/screens/phone/own-work.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

const SHOWN_AT_FIRST = 50

export const OwnRecords = () => {
  const { t } = useTranslation('phone')
  const { count } = useFormat()
  const desk = useDesk()
  const own = ownRecords(desk)
  const { needsYou, here, sending, team } = groupByStanding(own)
  if (own.length === 0) {
    return (
      <Section title={t('records')}>
        <p>{t('empty')}</p>
        <Actions>
          <ButtonLink href="/new" icon="plus">
            {t('newArrival')}
          </ButtonLink>
        </Actions>
      </Section>
    )
  }
  const numberOfNeedsYou = needsYou.reduce((sum, { records }) => sum + records.length, 0)
  return (
    <>
      {numberOfNeedsYou > 0 && (
        <Section title={t('groups.needsYou', { number: count(numberOfNeedsYou) })}>
          {needsYou.map(({ reason, records }) => (
            <RecordList key={reason} records={records}>
              <Notice tone="needs-you">{t(`reasons.${reason}`)}</Notice>
            </RecordList>
          ))}
        </Section>
      )}
      <Group title={t('groups.here', { number: count(here.length) })} records={here} />
      <Group title={t('groups.sending', { number: count(sending.length) })} records={sending} />
      <Group title={t('groups.team', { number: count(team.length) })} records={team} />
    </>
  )
}

type GroupProps = { title: string; records: readonly MergedRecord[] }

const Group = ({ title, records }: GroupProps) =>
  records.length > 0 && (
    <Section title={title}>
      <RecordList records={records} />
    </Section>
  )

type RecordListProps = { records: readonly MergedRecord[]; /** Above the rows. */ children?: ReactNode }

const RecordList = ({ records, children }: RecordListProps) => {
  const { t } = useTranslation('phone')
  const [shown, setShown] = useState(SHOWN_AT_FIRST)
  return (
    <>
      {children}
      <List>
        {records.slice(0, shown).map((record) => (
          <RecordRow key={record.id} record={record} />
        ))}
      </List>
      {records.length > shown && (
        <Actions>
          <Button icon="down" onClick={() => setShown(shown + SHOWN_AT_FIRST)}>
            {t('showMore')}
          </Button>
        </Actions>
      )}
    </>
  )
}
