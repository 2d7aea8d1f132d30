// One record: an arrival with all that hangs on it, a referral with its next steps, or one count of people seen again.
import { useParams } from 'react-router'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { ArrivalRecord } from '#app/screens/record/arrival-record.tsx'
import { ReferralRecord } from '#app/screens/record/referral-record.tsx'
import { InterpretationRecord } from '#app/screens/record/interpretation-record.tsx'
import { RemovedRecord } from '#app/screens/record/removed-record.tsx'
import { TallyRecord } from '#app/screens/record/tally-record.tsx'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { isRemoved } from '#domain/records/record.ts'

export const SeeRecord = () => {
  const { id = '' } = useParams()
  const record = useDesk().findRecord(id)
  if (record === undefined) return <NoRecord />
  if (isRemoved(record)) return <RemovedRecord key={id} record={record} />
  switch (record.type) {
    case 'arrival':
      return <ArrivalRecord key={id} record={record} />
    case 'referral':
      return <ReferralRecord key={id} record={record} />
    case 'interpretation':
      return <InterpretationRecord key={id} record={record} />
    case 'tally':
      return <TallyRecord key={id} record={record} />
  }
}

const NoRecord = () => {
  const t = useWords('record')
  return (
    <Page title={t('title')} back="/people">
      <Notice
        tone="info"
        title={t('notHere')}
        actions={<ButtonLink href="/people">{t('common:places.people')}</ButtonLink>}
      >
        {t('notHereWhy')}
      </Notice>
    </Page>
  )
}
