// The inbox of an organisation: what is new first, then what is under way, then what has ended.
import { useDirectory } from '#app/directory/use-directory.ts'
import { Said } from '#app/directory/said.tsx'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { collectsTestimony } from '#app/phone/collects-testimony.ts'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { dueOfReferral } from '#app/records/due-of-referral.ts'
import { RecordStanding } from '#app/records/standing-of-record.tsx'
import { inboxOf } from '#app/screens/partner/inbox.ts'
import { UpdateNotice } from '#app/screens/phone/update-notice.tsx'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StatePill } from '#app/ui/state-pill.tsx'
import { dayOf } from '#domain/belgrade-time.ts'
import { isOpen, stateOfReferral } from '#domain/records/referral.ts'
import { codesIn, findCode } from '#domain/review/dated-record.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const ReferralsToUs = () => {
  const t = useWords('partner')
  const testimony = useWords('testimony')
  const isCollecting = collectsTestimony(usePhoneView())
  const desk = useDesk()
  const inbox = inboxOf(desk.records())
  const isEmpty = inbox.every(({ referrals }) => referrals.length === 0)
  return (
    <Page title={t('title')} detail={desk.identity.organisation.name}>
      <UpdateNotice />
      {isCollecting && (
        <ButtonLink icon="note" href="/accounts" isWide>
          {testimony('accounts')}
        </ButtonLink>
      )}
      {isEmpty && <Notice tone="info" title={t('empty')} />}
      {inbox.map(
        ({ group, referrals }) =>
          referrals.length > 0 && (
            <Section key={group} title={t(group)}>
              <List>
                {referrals.map((referral) => (
                  <ReferralRow key={referral.id} referral={referral} />
                ))}
              </List>
            </Section>
          )
      )}
    </Page>
  )
}

const ReferralRow = ({ referral }: { referral: MergedRecord }) => {
  const t = useWords('common')
  const format = useFormat()
  const directory = useDirectory()
  const now = useClock()()
  const { fields } = referral
  const state = stateOfReferral(fields)
  const service = directory.findService(findCode(fields, 'service') ?? '')
  const met = findCode(fields, 'met')
  const due = findCode(fields, 'due') ?? ''
  return (
    <Row
      href={`/records/${referral.id}`}
      icon="send"
      title={format.list(codesIn(fields, 'needs').map((need) => t(`codes:needs.${need}` as 'codes:needs.medical')))}
      detail={
        <>
          {service && (
            <>
              <Said words={service.name} />
              {' · '}
            </>
          )}
          {t(`codes:referralStates.${state}`)}
        </>
      }
      age={met && `${format.shortDate(dayOf(met))} ${met.slice(11)}:00`}
      isUrgent={isOpen(state) && due === 'now'}
      isOverdue={(dueOfReferral(referral, undefined, now)?.hoursOver ?? 0) > 0}
      state={
        <>
          {referral.disputed.length > 0 && <StatePill standing="needs-you">{t('standing.twoAnswers')}</StatePill>}
          <RecordStanding record={referral} />
        </>
      }
    />
  )
}
