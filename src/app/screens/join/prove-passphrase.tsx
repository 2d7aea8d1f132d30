// Typing the passphrase from paper, so that nobody finds out later that it was not written down.
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSamePassphrase, type PassphraseDraft } from '#app/screens/join/passphrase-draft.ts'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { SecretInput } from '#app/ui/text-input.tsx'

type ProvePassphraseProps = {
  draft: PassphraseDraft
  proof: string
  onProof: (proof: string) => void
  onBack: () => void
  onProved: () => void
  /** The next thing is joining. */
  isLast?: boolean
}

export const ProvePassphrase = ({ draft, proof, onProof, onBack, onProved, isLast = false }: ProvePassphraseProps) => {
  const { t } = useTranslation(['join', 'common', 'ui'])
  const [isAsked, setAsked] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const formId = useId()
  const isSame = isSamePassphrase(draft, proof)
  useEffect(() => input.current?.focus(), [])
  const goOn = () => {
    setAsked(!isSame)
    if (isSame) onProved()
    else input.current?.focus()
  }
  return (
    <Page
      title={t('proof.title')}
      footer={
        <>
          <Button onClick={onBack}>{t('common:actions.back')}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {isLast ? t('proof.join') : t('common:actions.next')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={goOn}>
        <Field label={t('proof.label')} hint={t('proof.hint')} error={isAsked && !isSame && t('proof.differs')}>
          {(field) => (
            <SecretInput
              {...field}
              ref={input}
              dir="auto"
              autoComplete="new-password"
              showLabel={t('ui:show')}
              hideLabel={t('ui:conceal')}
              value={proof}
              onChange={onProof}
            />
          )}
        </Field>
      </Form>
    </Page>
  )
}
