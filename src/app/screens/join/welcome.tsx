// The first thing anybody sees: language first, what this is in a sentence, and the invite.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useInstalling } from '#app/phone/install.ts'
import { InviteField, useInviteCheck } from '#app/screens/join/invite-field.tsx'
import { LanguageChoice } from '#app/screens/join/language-choice.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'

type WelcomeProps = {
  goesOn: boolean
  inviteText: string
  onInviteText: (text: string) => void
  onNext: () => void
}

export const Welcome = ({ goesOn, inviteText, onInviteText, onNext }: WelcomeProps) => {
  const { t } = useTranslation(['join', 'common'])
  const formId = useId()
  const check = useInviteCheck(inviteText)
  const isTabOfIphone = useInstalling().way === 'share_sheet'
  return (
    <Page
      title={goesOn ? t('goOn.title') : t('welcome.title')}
      footer={
        <Button variant="primary" type="submit" form={formId}>
          {t('common:actions.next')}
        </Button>
      }
    >
      <LanguageChoice />
      {goesOn ? (
        <Notice tone="info" title={t('goOn.what')}>
          {t('goOn.how')}
        </Notice>
      ) : (
        <p>
          {t('welcome.about')} {t('welcome.promise')}
        </p>
      )}
      {isTabOfIphone && (
        <Notice tone="needs-you" title={t('welcome.installFirst')}>
          {t('welcome.installFirstHow')}
        </Notice>
      )}
      <Form id={formId} onSubmit={() => check.pass(onNext)}>
        <InviteField check={check} label={t('invite.label')} text={inviteText} onText={onInviteText} />
      </Form>
    </Page>
  )
}
