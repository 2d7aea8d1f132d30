// The phone cannot go on by itself: it was taken off the team, the browser lost or will not open its storage, or a later
// version wrote it. What happened, what had not been sent and how to save it, and the way on; never a silent fresh start.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhoneView } from '#app/phone/use-phone.ts'
import { useInviteText } from '#app/screens/join/invite-in-address.ts'
import { JoinTeam } from '#app/screens/join/join-team.tsx'
import { RescueUnsent } from '#app/screens/unlock/rescue-unsent.tsx'
import { loadNewest } from '#app/shell/app-update.ts'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** For the phases `wiped`, `lost`, `unreadable` and `outdated`. An invite in the address waits until this has been read. */
export const PhoneGone = () => {
  const { t } = useTranslation(['unlock', 'common'])
  const { phase } = usePhoneView()
  const [inviteText] = useInviteText()
  const [joinsAgain, setJoinsAgain] = useState(false)
  const kind = phase === 'wiped' || phase === 'lost' || phase === 'outdated' ? phase : 'unreadable'
  if (joinsAgain) return <JoinTeam inviteBefore={inviteText} />
  return (
    <Page
      title={t(`gone.${kind}.title`)}
      footer={
        kind === 'unreadable' ? (
          <Button variant="primary" onClick={() => location.reload()}>
            {t('common:actions.tryAgain')}
          </Button>
        ) : kind === 'outdated' ? (
          <Button variant="primary" onClick={() => void loadNewest()}>
            {t('gone.loadAgain')}
          </Button>
        ) : (
          <Button variant="primary" onClick={() => setJoinsAgain(true)}>
            {t('gone.joinAgain')}
          </Button>
        )
      }
    >
      <Notice tone="needs-you" role="alert" title={t(`gone.${kind}.what`)}>
        {t(`gone.${kind}.safe`)}
      </Notice>
      {kind !== 'wiped' && <RescueUnsent />}
      <p>{t(`gone.${kind}.todo`)}</p>
    </Page>
  )
}
