// One referral as the organisation has it: what the person agreed to tell, where it stands, and what the team is asked. That
// it was read here is noted and shown to the team.
import { useParams, useSearchParams } from 'react-router'
import { useDirectory } from '#app/directory/use-directory.ts'
import { Said } from '#app/directory/said.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { AskTeam } from '#app/screens/partner/ask-team.tsx'
import { BY_CARD } from '#app/screens/partner/referrals-by-card.tsx'
import { useNoteOpening } from '#app/screens/partner/use-note-opening.ts'
import { WhatWasAgreed } from '#app/screens/partner/what-was-agreed.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { useReferralState } from '#app/screens/record/referral-state.tsx'
import { NotHere } from '#app/shell/not-here.tsx'
import { Page } from '#app/shell/page.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { isRemoved } from '#domain/records/record.ts'
import { stateOfReferral } from '#domain/records/referral.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const Referred = () => {
  const t = useWords('record')
  const { id = '' } = useParams()
  const record = useDesk().findRecord(id)
  // What was taken back is not shown any more, only that it was; also where we took it on at the same time.
  const isTakenBack = record !== undefined && (isRemoved(record) || record.disputed.includes('removed'))
  if (record?.type === 'referral' && !isTakenBack) return <Shown key={id} referral={record} />
  return (
    <NotHere title={t('title')} what={record === undefined ? t('notHere') : t('removed')}>
      {record === undefined && t('notHereWhy')}
    </NotHere>
  )
}

const Shown = ({ referral }: { referral: MergedRecord }) => {
  const t = useWords('record')
  const partner = useWords('partner')
  const words = useFieldWords()
  const directory = useDirectory()
  const [asked] = useSearchParams()
  const isByCard = asked.has(BY_CARD)
  const { section, undo, isFull } = useReferralState(referral, {
    state: stateOfReferral(referral.fields),
    ...(isByCard && { likely: 'started' })
  })
  const service = directory.findService(findCode(referral.fields, 'service') ?? '')
  const isTakenBack = referral.fields['state'] === 'withdrawn'
  useNoteOpening(referral)
  const shown = (name: 'needs' | 'due' | 'told' | 'consent' | 'met') => {
    const value = referral.fields[name]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    return [{ id: name, label: t(`fields.${name}`), value: words.value(referral, name, value) }]
  }
  return (
    <Page title={t('referrals')} back="/" footer={undo}>
      {isFull && <Notice tone="needs-you" role="alert" title={t('phoneFull')} />}
      {isByCard && <Notice tone="has-it" role="status" title={partner('checkIn.found')} />}
      <Notice tone="info" title={partner('seen')} isDense />
      <Disputes record={referral} />
      {section}
      {!isTakenBack && <WhatWasAgreed referral={referral} />}
      <SummaryList
        items={[
          ...shown('needs'),
          {
            id: 'service',
            label: t('fields.service'),
            value: service ? <Said words={service.name} /> : t('serviceGone')
          },
          ...shown('due'),
          ...shown('consent'),
          ...shown('told'),
          ...shown('met')
        ]}
      />
      {!isTakenBack && <AskTeam referral={referral} />}
    </Page>
  )
}
