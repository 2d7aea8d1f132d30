// A forgotten passphrase: the organisation's recovery key on paper opens the phone, and a new passphrase takes its place.
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAttempt } from '#app/phone/use-attempt.ts'
import { usePhone } from '#app/phone/use-phone.ts'
import { ChoosePassphrase } from '#app/screens/join/choose-passphrase.tsx'
import { passphraseIn, usePassphraseChoice } from '#app/screens/join/passphrase-draft.ts'
import { ProvePassphrase } from '#app/screens/join/prove-passphrase.tsx'
import { UnlockTrouble } from '#app/screens/unlock/unlock-trouble.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import type { UnlockRefusal } from '#device/vault/keeper.ts'

type Step = 'help' | 'passphrase' | 'proof' | 'key'

export const RecoverPhone = ({ onBack }: { onBack: () => void }) => {
  const [step, setStep] = useState<Step>('help')
  const choice = usePassphraseChoice(false)
  const [proof, setProof] = useState('')
  switch (step) {
    case 'help':
      return <RecoveryHelp onBack={onBack} onNext={() => setStep('passphrase')} />
    case 'passphrase':
      return <ChoosePassphrase choice={choice} onBack={() => setStep('help')} onChosen={() => setStep('proof')} />
    case 'proof':
      return (
        <ProvePassphrase
          draft={choice.draft}
          proof={proof}
          onProof={setProof}
          onBack={() => setStep('passphrase')}
          onProved={() => setStep('key')}
        />
      )
    case 'key':
      return <EnterRecoveryKey passphrase={passphraseIn(choice.draft)} onBack={() => setStep('proof')} />
  }
}

const RecoveryHelp = ({ onBack, onNext }: { onBack: () => void; onNext: () => void }) => {
  const { t } = useTranslation(['unlock', 'common'])
  return (
    <Page
      title={t('recover.title')}
      footer={
        <>
          <Button onClick={onBack}>{t('common:actions.back')}</Button>
          <Button variant="primary" onClick={onNext}>
            {t('recover.begin')}
          </Button>
        </>
      }
    >
      <p>{t('recover.safe')}</p>
      <p>{t('recover.paper')}</p>
      <p>{t('recover.how')}</p>
    </Page>
  )
}

type EnterRecoveryKeyProps = { passphrase: string; onBack: () => void }

const EnterRecoveryKey = ({ passphrase, onBack }: EnterRecoveryKeyProps) => {
  const { t } = useTranslation(['unlock', 'common'])
  const phone = usePhone()
  const formId = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const [key, setKey] = useState('')
  const [attempt, begin] = useAttempt<UnlockRefusal>()
  const isOpening = attempt.is === 'under_way' || attempt.is === 'done'
  const open = () => (key.trim() === '' ? input.current?.focus() : begin(() => phone.recover(key, passphrase)))
  return (
    <Page
      title={t('recover.keyTitle')}
      footer={
        <>
          <Button onClick={onBack}>{t('common:actions.back')}</Button>
          <Button variant="primary" type="submit" form={formId} aria-disabled={isOpening}>
            {isOpening ? t('opening') : t('open')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={open}>
        <Field label={t('recover.keyLabel')} hint={t('recover.keyHint')}>
          {(field) => (
            <TextArea
              {...field}
              ref={input}
              dir="ltr"
              autoCapitalize="none"
              spellCheck={false}
              value={key}
              onChange={setKey}
            />
          )}
        </Field>
        <UnlockTrouble attempt={attempt} secondsLeft={0} />
      </Form>
    </Page>
  )
}
