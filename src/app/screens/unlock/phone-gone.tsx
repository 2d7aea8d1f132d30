// The phone cannot go on by itself: it was taken off the team, or the browser lost or will not open its storage. What
// happened, what is safe and what to do; never a silent fresh start.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhoneView } from '#app/phone/use-phone.ts'
import { useInviteInAddress } from '#app/screens/join/invite-in-address.ts'
import { JoinTeam } from '#app/screens/join/join-team.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** For the phases `wiped`, `lost` and `unreadable`. An invite in the address leads on to joining. */
export const PhoneGone = () => {
  const { t } = useTranslation(['unlock', 'common'])
  const { phase, letterbox } = usePhoneView()
  const hasInvite = useInviteInAddress() !== undefined
  const [joinsAgain, setJoinsAgain] = useState(false)
  const kind = phase === 'wiped' || phase === 'lost' ? phase : 'unreadable'
  const mayJoin = kind !== 'unreadable'
  // The address forgets the invite at once, so that it once stood there is remembered here.
  if (mayJoin && hasInvite && !joinsAgain) setJoinsAgain(true)
  if (joinsAgain) return <JoinTeam />
  const waits = letterbox.waitingChanges
  return (
    <Page
      title={t(`gone.${kind}.title`)}
      footer={
        mayJoin ? (
          <Button variant="primary" onClick={() => setJoinsAgain(true)}>
            {t('gone.joinAgain')}
          </Button>
        ) : (
          <Button variant="primary" onClick={() => location.reload()}>
            {t('common:actions.tryAgain')}
          </Button>
        )
      }
    >
      <Notice tone="needs-you" role="alert" title={t(`gone.${kind}.what`)}>
        {t(`gone.${kind}.safe`)}
      </Notice>
      {kind === 'lost' && <p>{waits > 0 ? t('waits', { count: waits }) : t('gone.lostUnsent')}</p>}
      <p>{t(`gone.${kind}.todo`)}</p>
    </Page>
  )
}
