// Joining did not work: why, what to do, and the way to try again with everything that was typed.
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { InviteField, useInviteCheck } from '#app/screens/join/invite-field.tsx'
import { KIND_OF_REFUSAL, REMEDIES } from '#app/screens/join/join-refusals.ts'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { JoinKeys } from '#device/vault/begin.ts'

type JoinTroubleProps = {
  trouble: keyof typeof KIND_OF_REFUSAL
  inviteText: string
  onInviteText: (text: string) => void
  onAgain: () => void
  /** To type the passphrase once more, or to choose another. */
  onWords: (keys: JoinKeys) => void
}

export const JoinTrouble = ({ trouble, inviteText, onInviteText, onAgain, onWords }: JoinTroubleProps) => {
  const { t } = useTranslation(['join', 'common'])
  const formId = useId()
  const check = useInviteCheck(inviteText)
  const kind = KIND_OF_REFUSAL[trouble]
  const remedy = REMEDIES[kind]
  return (
    <Page
      title={t('trouble.title')}
      footer={
        remedy === 'open' ? (
          <Button variant="primary" onClick={() => location.reload()}>
            {t('trouble.open')}
          </Button>
        ) : remedy === 'words' ? (
          <>
            <Button onClick={() => onWords('new')}>{t('trouble.newWords')}</Button>
            <Button variant="primary" onClick={() => onWords('as_begun')}>
              {t('trouble.sameWords')}
            </Button>
          </>
        ) : (
          <Button variant="primary" type="submit" form={formId}>
            {t('common:actions.tryAgain')}
          </Button>
        )
      }
    >
      <Notice tone="needs-you" role="alert" title={t(`trouble.${kind}.title`)}>
        {t(`trouble.${kind}.advice`)}
      </Notice>
      {(remedy === 'again' || remedy === 'link') && <p>{t('trouble.kept')}</p>}
      <Form id={formId} onSubmit={() => check.pass(onAgain)}>
        {remedy === 'link' && (
          <InviteField check={check} label={t('invite.newLabel')} text={inviteText} onText={onInviteText} isRefused />
        )}
      </Form>
    </Page>
  )
}
