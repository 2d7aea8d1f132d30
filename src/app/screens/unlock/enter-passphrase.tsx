// The passphrase field. A wrong one waits a little longer each time and never costs what is on the phone.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAttempt } from '#app/phone/use-attempt.ts'
import { useClock, usePhone, usePhoneView } from '#app/phone/use-phone.ts'
import { useSecondsLeft } from '#app/screens/unlock/seconds-left.ts'
import { UnlockTrouble } from '#app/screens/unlock/unlock-trouble.tsx'
import { useUpdateWhileIdle } from '#app/shell/app-update.ts'
import { keepDoor, readDrawnDoor, tapAgain } from '#app/shell/drawn-door.ts'
import { Page } from '#app/shell/page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SecretInput } from '#app/ui/text-input.tsx'
import type { UnlockRefusal } from '#device/vault/keeper.ts'

/** Not in the same breath as the door itself: a slow phone cannot do both at once. */
const DRAWN_AFTER_MS = 300

export const EnterPassphrase = ({ onForgotten }: { onForgotten: () => void }) => {
  const { t } = useTranslation(['unlock', 'ui'])
  const phone = usePhone()
  const { letterbox } = usePhoneView()
  const now = useClock()
  const formId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [drawn] = useState(readDrawnDoor)
  const [typed, setTyped] = useState(drawn?.typed ?? '')
  const [attempt, begin] = useAttempt<UnlockRefusal>()
  const [waitUntil, setWaitUntil] = useState(0)
  const secondsLeft = useSecondsLeft(waitUntil)
  const isOpening = attempt.is === 'under_way' || attempt.is === 'done'
  useEffect(() => input.current?.focus(), [])
  // Before another letter can be typed.
  useLayoutEffect(() => {
    if (drawn === undefined) return
    input.current?.focus()
    input.current?.setSelectionRange(...drawn.selection)
  }, [drawn])
  useEffect(() => {
    if (drawn?.tapped !== undefined) tapAgain(drawn.tapped)
  }, [drawn])
  useDrawnForNextStart(attempt.is === 'not_begun')
  useUpdateWhileIdle(typed === '' && attempt.is === 'not_begun', phone.hasDraft)

  const open = () => {
    if (typed.trim() === '') return input.current?.focus()
    if (secondsLeft > 0) return
    begin(async () => {
      const answer = await phone.unlock(typed)
      if (!answer.ok && 'waitMs' in answer.refusal) setWaitUntil(now() + answer.refusal.waitMs)
      return answer
    })
  }

  return (
    <Page
      title={t('title')}
      footer={
        <Button variant="primary" icon="lock" type="submit" form={formId} aria-disabled={isOpening || secondsLeft > 0}>
          {isOpening ? t('opening') : t('open')}
        </Button>
      }
    >
      <Form id={formId} onSubmit={open}>
        <Field label={t('label')} hint={t('hint')}>
          {(field) => (
            <SecretInput
              {...field}
              ref={input}
              dir="auto"
              showLabel={t('ui:show')}
              hideLabel={t('ui:conceal')}
              value={typed}
              onChange={setTyped}
            />
          )}
        </Field>
        <UnlockTrouble attempt={attempt} secondsLeft={secondsLeft} />
      </Form>
      <Actions>
        <Button onClick={onForgotten}>{t('forgotten')}</Button>
        <ButtonLink href="/services" icon="hands">
          {t('services')}
        </ButtonLink>
        <ButtonLink href="/talk" icon="speech">
          {t('talk')}
        </ButtonLink>
      </Actions>
      {letterbox.waitingChanges > 0 && <Notice tone="info">{t('waits', { count: letterbox.waitingChanges })}</Notice>}
    </Page>
  )
}

/** A door with words of trouble is not the one to begin with. */
const useDrawnForNextStart = (isAsFound: boolean) => {
  const { i18n } = useTranslation()
  const { letterbox } = usePhoneView()
  useEffect(() => {
    if (!isAsFound) return
    const timer = setTimeout(keepDoor, DRAWN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isAsFound, i18n.language, letterbox.waitingChanges])
}
