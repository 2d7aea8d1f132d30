// One record: an arrival with all that hangs on it, a referral with its next steps, or one count of people seen again.
import { Navigate, useParams } from 'react-router'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { AccompanimentRecord } from '#app/screens/accompany/accompaniment-record.tsx'
import { CaseRecord } from '#app/screens/case/case-record.tsx'
import { ArrivalRecord } from '#app/screens/record/arrival-record.tsx'
import { ReferralRecord } from '#app/screens/record/referral-record.tsx'
import { InterpretationRecord } from '#app/screens/record/interpretation-record.tsx'
import { RemovedRecord } from '#app/screens/record/removed-record.tsx'
import { ItemRecord } from '#app/screens/record/item-record.tsx'
import { ShiftRecord } from '#app/screens/record/shift-record.tsx'
import { TallyRecord } from '#app/screens/record/tally-record.tsx'
import { NotHere } from '#app/shell/not-here.tsx'
import { isRemoved } from '#domain/records/record.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

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
    case 'case':
      return <CaseRecord key={id} kase={record} />
    case 'handout':
    case 'stock':
    case 'contact':
      return <ItemRecord key={id} record={record} />
    case 'shift':
    case 'dawn_count':
      return <ShiftRecord key={id} record={record} />
    case 'bond':
    case 'sameness':
      return <OfArrival id={findCode(record.fields, 'one')} />
    case 'accompaniment':
      return <AccompanimentRecord key={id} record={record} />
    case 'opening':
    case 'question':
    case 'referral_card':
      return <OfReferral record={record} />
    case 'service_check':
      return <Navigate replace to={`/services/${findCode(record.fields, 'service') ?? ''}`} />
    case 'card_given':
      return <OfArrival id={findCode(record.fields, 'arrival')} />
    case 'follow_up':
      return <OfCase record={record} />
  }
}

/** What hangs on a case is seen in it. */
const OfCase = ({ record }: { record: MergedRecord }) => {
  const kase = useDesk().findRecord(findCode(record.fields, 'case') ?? '')
  return kase?.type === 'case' ? <CaseRecord key={kase.id} kase={kase} /> : <NoRecord />
}

/** What the other organisation did and asked, and by which card it knows the person, is seen in the referral. */
const OfReferral = ({ record }: { record: MergedRecord }) => {
  const referral = useDesk().findRecord(findCode(record.fields, 'referral') ?? '')
  return referral?.type === 'referral' ? <ReferralRecord key={referral.id} record={referral} /> : <NoRecord />
}

/** What was said of two groups is seen where one of them is, a card with the people who carry it. */
const OfArrival = ({ id = '' }: { id: string | undefined }) => {
  const arrival = useDesk().findRecord(id)
  return arrival?.type === 'arrival' ? <ArrivalRecord key={arrival.id} record={arrival} /> : <NoRecord />
}

const NoRecord = () => {
  const t = useWords('record')
  return (
    <NotHere title={t('title')} what={t('notHere')}>
      {t('notHereWhy')}
    </NotHere>
  )
}
