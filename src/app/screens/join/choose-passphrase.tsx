// Choosing the words that open this phone: five that the phone makes up, or one's own.
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isLongEnough, type PassphraseChoice, passphraseIn } from '#app/screens/join/passphrase-draft.ts'
import styles from '#app/screens/join/passphrase.module.css'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions, Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { SecretInput } from '#app/ui/text-input.tsx'
import { PASSPHRASE_MINIMUM } from '#device/vault/passphrase.ts'

type ChoosePassphraseProps = {
  choice: PassphraseChoice
  /** The words were chosen in an earlier visit and are only typed again. */
  goesOn?: boolean
  onBack: () => void
  onChosen: () => void
}

export const ChoosePassphrase = ({ choice, goesOn = false, onBack, onChosen }: ChoosePassphraseProps) => {
  const { t } = useTranslation(['join', 'common', 'ui'])
  const { draft, offerAnother, typeOwn, chooseOwn } = choice
  const [isAsked, setAsked] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const formId = useId()
  const goOn = () => {
    setAsked(!isLongEnough(draft))
    if (isLongEnough(draft)) onChosen()
    else input.current?.focus()
  }
  const tooShort = t('passphrase.tooShort', { least: PASSPHRASE_MINIMUM, now: passphraseIn(draft).length })
  return (
    <Page
      title={t('passphrase.title')}
      footer={
        <>
          <Button onClick={onBack}>{t('common:actions.back')}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {draft.isOwn ? t('common:actions.next') : t('passphrase.written')}
          </Button>
        </>
      }
    >
      <p>{t('passphrase.why')}</p>
      <Form id={formId} onSubmit={goOn}>
        {draft.isOwn ? (
          <Field
            label={goesOn ? t('passphrase.sameLabel') : t('passphrase.ownLabel')}
            hint={goesOn ? t('passphrase.sameHint') : t('passphrase.ownHint', { least: PASSPHRASE_MINIMUM })}
            error={isAsked && !isLongEnough(draft) && tooShort}
          >
            {(field) => (
              <SecretInput
                {...field}
                ref={input}
                dir="auto"
                autoComplete="new-password"
                showLabel={t('ui:show')}
                hideLabel={t('ui:conceal')}
                value={draft.own}
                onChange={typeOwn}
              />
            )}
          </Field>
        ) : (
          <Card>
            <ol className={styles.words} dir="ltr" lang="und" translate="no" aria-label={t('passphrase.offered')}>
              {draft.offered.split(' ').map((word, at) => (
                <li key={`${at} ${word}`}>{word}</li>
              ))}
            </ol>
            <Actions>
              <Button icon="again" onClick={offerAnother}>
                {t('passphrase.another')}
              </Button>
            </Actions>
          </Card>
        )}
      </Form>
      <p>{t('passphrase.write')}</p>
      <Actions>
        <Button variant="quiet" onClick={() => chooseOwn(!draft.isOwn)}>
          {draft.isOwn ? t('passphrase.offer') : t('passphrase.own')}
        </Button>
      </Actions>
    </Page>
  )
}
