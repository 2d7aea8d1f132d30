// The invite link: already here when the app was opened by it, otherwise to be pasted.
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findInvite } from '#app/screens/join/invite-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextInput } from '#app/ui/text-input.tsx'

export type InviteCheck = {
  readonly input: RefObject<HTMLInputElement | null>
  /** Complaints are made once a person wants to go on. */
  readonly isAsked: boolean
  readonly isWhole: boolean
  /** Goes on with a whole invite, otherwise leads to the field. */
  readonly pass: (goOn: () => void) => void
}

export const useInviteCheck = (text: string): InviteCheck => {
  const input = useRef<HTMLInputElement>(null)
  const [isAsked, setAsked] = useState(false)
  const isWhole = findInvite(text) !== undefined
  const pass = (goOn: () => void) => {
    setAsked(!isWhole)
    if (isWhole) goOn()
    else input.current?.focus()
  }
  return { input, isAsked, isWhole, pass }
}

type InviteFieldProps = {
  check: InviteCheck
  label: string
  text: string
  onText: (text: string) => void
  /** A link that was refused is shown for changing, not as one that is fine. */
  isRefused?: boolean
}

export const InviteField = ({ check, label, text, onText, isRefused = false }: InviteFieldProps) => {
  const { t } = useTranslation('join')
  const [isTyping, setTyping] = useState(isRefused || !check.isWhole)
  if (!isTyping && check.isWhole) {
    return (
      <Notice
        tone="has-it"
        title={t('invite.isHere')}
        actions={<Button onClick={() => setTyping(true)}>{t('invite.another')}</Button>}
      />
    )
  }
  const complaint = text.trim() === '' ? t('invite.missing') : t('invite.broken')
  return (
    <Field label={label} hint={t('invite.hint')} error={check.isAsked && !check.isWhole && complaint}>
      {(input) => (
        <TextInput {...input} ref={check.input} dir="ltr" spellCheck={false} value={text} onChange={onText} />
      )}
    </Field>
  )
}
