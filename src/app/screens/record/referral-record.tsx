// A referral as the team has it: for what, to whom, until when, on what consent, the steps that are possible now, and what
// the other organisation did and asked.
import { CallThem } from '#app/directory/call-them.tsx'
import { Said } from '#app/directory/said.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { cardHref } from '#app/records/card-href.ts'
import { useFieldWords } from '#app/records/field-words.ts'
import { mustCall } from '#app/records/must-call.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { useReferrals } from '#app/records/use-referrals.ts'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Meeting } from '#app/screens/record/meeting.tsx'
import { OtherSide } from '#app/screens/record/other-side.tsx'
import { useReferralState } from '#app/screens/record/referral-state.tsx'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { BEST_INTEREST_REASONS } from '#domain/records/referral.ts'
import { findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const ReferralRecord = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const partner = useWords('partner')
  const desk = useDesk()
  const words = useFieldWords()
  const directory = useDirectory()
  const { title } = useRecordWords()(record)
  const service = directory.findService(findCode(record.fields, 'service') ?? '')
  const provider = directory.findProvider(findCode(record.fields, 'provider') ?? '')
  const arrival = findCode(record.fields, 'arrival') ?? ''
  const bestInterest = BEST_INTEREST_REASONS.find((reason) => reason === record.fields['bestInterest'])
  const state = useReferrals().stateOf(record)
  const { section, undo, isFull } = useReferralState(record, { state })
  const shown = (name: string) => {
    const value = record.fields[name]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    return [{ id: name, label: t(`fields.${name}` as 'fields.needs'), value: words.value(record, name, value) }]
  }

  return (
    <Page title={title} back={arrival === '' ? '/people' : `/records/${arrival}`} footer={undo}>
      {isFull && <Notice tone="needs-you" role="alert" title={t('phoneFull')} />}
      {mustCall(record, desk.standingOf(record)) && <CallThem serviceId={service?.id ?? ''} />}
      <Disputes record={record} />
      {section}
      <OtherSide referral={record} />
      <SummaryList
        items={[
          ...shown('needs'),
          {
            id: 'service',
            label: t('fields.service'),
            value: service ? <Said words={service.name} /> : t('serviceGone')
          },
          ...(provider
            ? [{ id: 'provider', label: t('fields.provider'), value: <Said words={provider.name} isName /> }]
            : []),
          ...shown('due'),
          ...shown('consent'),
          ...(bestInterest === undefined
            ? []
            : [{ id: 'bestInterest', label: partner('whyNoConsent'), value: partner(`bestInterest.${bestInterest}`) }]),
          ...(shown('told').length > 0
            ? shown('told')
            : [{ id: 'told', label: t('fields.told'), value: t('toldNothing') }])
        ]}
      />
      <Meeting record={record} />
      <Actions>
        {state === 'declined' && (
          <ButtonLink icon="send" variant="primary" href={`/refer/${arrival}`}>
            {t('refer')}
          </ButtonLink>
        )}
        <ButtonLink icon="people" href={`/records/${arrival}`}>
          {t('seePerson')}
        </ButtonLink>
        {service && (
          <ButtonLink icon="papers" href={cardHref(record)}>
            {t('common:actions.giveCard')}
          </ButtonLink>
        )}
        {service && (
          <ButtonLink icon="hands" href={`/services/${service.id}`}>
            {t('seeService')}
          </ButtonLink>
        )}
      </Actions>
    </Page>
  )
}
