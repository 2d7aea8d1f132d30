// "Is my work safe?": where everything this phone has saved stands, how to send it now, and what the phone is.
import { useTranslation } from 'react-i18next'
import { useDesk, usePhone } from '#app/phone/use-phone.ts'
import { AboutPhone } from '#app/screens/phone/about-phone.tsx'
import { AboutWords } from '#app/screens/phone/about-words.tsx'
import { Keeping } from '#app/screens/phone/keeping.tsx'
import { LettersOfUrdu } from '#app/screens/phone/letters-of-urdu.tsx'
import { Nudges } from '#app/screens/phone/nudges.tsx'
import { OwnRecords } from '#app/screens/phone/own-records.tsx'
import { Reminders } from '#app/screens/phone/reminders.tsx'
import { ScreenLight } from '#app/screens/phone/screen-light.tsx'
import { SendNow } from '#app/screens/phone/send-now.tsx'
import { WaitingAccounts } from '#app/screens/phone/waiting-accounts.tsx'
import { UnknownPhone } from '#app/screens/phone/unknown-phone.tsx'
import { UpdateNotice } from '#app/screens/phone/update-notice.tsx'
import { ToTheWords } from '#app/screens/phone/to-the-words.tsx'
import { WorkHeadline } from '#app/screens/phone/work-headline.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { mayBeNudged } from '#protocol/nudge.ts'

/** Nobody else has anything that runs out. */
const WITH_CASES: readonly string[] = ['worker', 'lead']

export const OnThisPhone = () => {
  const { t } = useTranslation('phone')
  const desk = useDesk()
  const damaged = desk.damaged()
  const { role } = desk.identity
  const phone = usePhone()
  return (
    <Page title={t('title')}>
      <WorkHeadline />
      <SendNow />
      <WaitingAccounts />
      <UnknownPhone />
      {damaged > 0 && (
        <Notice tone="needs-you" title={t('damaged.title', { count: damaged })}>
          {t('damaged.advice')}
        </Notice>
      )}
      <UpdateNotice />
      <OwnRecords />
      <Keeping />
      {WITH_CASES.includes(role) && <Reminders />}
      {mayBeNudged(role) && <Nudges />}
      <ScreenLight />
      <LettersOfUrdu />
      <AboutPhone />
      <AboutWords />
      <ToTheWords />
      <Actions>
        <Button icon="lock" onClick={phone.lock}>
          {t('lock')}
        </Button>
      </Actions>
    </Page>
  )
}
