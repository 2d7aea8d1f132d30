// The inbox of an organisation: what is new first, then what is under way, then what has ended.
import { useWords } from '#app/language/language-context.tsx'
import { collectsTestimony } from '#app/phone/collects-testimony.ts'
import { useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { CheckIn } from '#app/screens/partner/check-in.tsx'
import { inboxOf } from '#app/screens/partner/inbox.ts'
import { ReferralRow } from '#app/screens/partner/referral-row.tsx'
import { UpdateNotice } from '#app/screens/phone/update-notice.tsx'
import { Page } from '#app/shell/page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const ReferralsToUs = () => {
  const t = useWords('partner')
  const testimony = useWords('testimony')
  const isCollecting = collectsTestimony(usePhoneView())
  const desk = useDesk()
  const inbox = inboxOf(desk.records())
  const isEmpty = inbox.every(({ referrals }) => referrals.length === 0)
  return (
    <Page title={t('title')} detail={<bdi>{desk.identity.organisation.name}</bdi>}>
      <UpdateNotice />
      <CheckIn />
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
