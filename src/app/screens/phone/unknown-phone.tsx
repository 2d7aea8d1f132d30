// The team's server was restored from a backup older than this phone and does not know it. Another invite brings it back
// as the phone it was, with all it holds.
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAttempt } from '#app/phone/use-attempt.ts'
import { usePhone, usePhoneView } from '#app/phone/use-phone.ts'
import { InviteField, useInviteCheck } from '#app/screens/join/invite-field.tsx'
import { findInvite } from '#app/screens/join/invite-text.ts'
import { KIND_OF_REFUSAL } from '#app/screens/join/join-refusals.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { JoinRefusal } from '#device/vault/join.ts'

export const UnknownPhone = () => {
  const { t } = useTranslation(['phone', 'join', 'unlock', 'common'])
  const phone = usePhone()
  const { lastTrouble } = usePhoneView()
  const [text, setText] = useState('')
  const [attempt, begin] = useAttempt<JoinRefusal>()
  const check = useInviteCheck(text)
  const formId = useId()

  const joinAgain = () => {
    const invite = findInvite(text)
    if (invite !== undefined) begin(() => phone.joinAgain(invite))
  }

  if (attempt.is === 'done') return <Notice tone="has-it" role="status" title={t('unknown.known')} />
  if (lastTrouble !== 'unknown_device' && attempt.is === 'not_begun') return null
  const refused = attempt.is === 'refused' ? attempt.refusal : attempt.is === 'failed' ? attempt.is : undefined
  const kind = refused && KIND_OF_REFUSAL[refused]
  return (
    <Section title={t('common:trouble.unknownPhone')}>
      <Notice tone="needs-you">{t('unknown.what')}</Notice>
      {kind && (
        <Notice tone="needs-you" role="alert" title={t(`join:trouble.${kind}.title`)}>
          {t(`join:trouble.${kind}.advice`)}
        </Notice>
      )}
      <Form id={formId} onSubmit={() => check.pass(joinAgain)}>
        <InviteField check={check} label={t('join:invite.newLabel')} text={text} onText={setText} isRefused />
      </Form>
      <Actions>
        <Button variant="primary" type="submit" form={formId} aria-disabled={attempt.is === 'under_way'}>
          {t('unlock:gone.joinAgain')}
        </Button>
      </Actions>
    </Section>
  )
}
