// Is a card genuine? Opened by scanning its QR code, or given its link as text. Needs no signal.
import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { type Verdict, VerdictShown } from '#app/screens/card/verdict-shown.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import { checkCard, findCardText } from '#protocol/card.ts'

const FORM = 'check-card'

export const CheckCard = () => {
  const t = useWords('card')
  const { hash } = useLocation()
  const check = useCheck()
  const [text, setText] = useState(hash)
  const [verdict, setVerdict] = useState<Verdict>()
  const [isEmpty, setEmpty] = useState(false)

  const checkTyped = () => {
    const typed = findCardText(text)
    setEmpty(typed === '')
    setVerdict(undefined)
    if (typed !== '') void check(typed).then(setVerdict)
  }
  useEffect(() => {
    if (hash !== '') void check(findCardText(hash)).then(setVerdict)
    // The desk is another one after each change of its records; the card that was scanned stays the same.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [hash])

  return (
    <Page
      title={t('common:actions.checkCard')}
      back="/services"
      footer={
        <Button variant="primary" type="submit" form={FORM}>
          {t('checkNow')}
        </Button>
      }
    >
      {verdict && <VerdictShown verdict={verdict} />}
      <Form id={FORM} onSubmit={checkTyped}>
        <Field label={t('checkLabel')} hint={t('checkHint')} error={isEmpty && t('empty')}>
          {(input) => <TextArea {...input} dir="ltr" value={text} onChange={setText} />}
        </Field>
      </Form>
    </Page>
  )
}

const useCheck = (): ((text: string) => Promise<Verdict>) => {
  const { identity } = useDesk()
  const now = useClock()
  return async (text) => {
    if (identity.serverKey === undefined) return { is: 'noKey' }
    const checked = await checkCard(text, { serverKey: identity.serverKey, today: dayAt(now()) })
    if (checked.ok) return { is: 'genuine', card: checked.value }
    return checked.refusal.why === 'expired'
      ? { is: 'expired', card: checked.refusal.card }
      : { is: checked.refusal.why }
  }
}
