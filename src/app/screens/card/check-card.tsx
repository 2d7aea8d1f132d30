// Is a card genuine? Opened by scanning its QR code, or given its link as text. Needs no signal. At the desk of an organisation
// it leads on to the referral that the card is of.
import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useCheck, type Verdict } from '#app/screens/card/use-check.ts'
import { VerdictShown } from '#app/screens/card/verdict-shown.tsx'
import { ReferralsByCard } from '#app/screens/partner/referrals-by-card.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-input.tsx'
import { findCardText } from '#protocol/card.ts'

const FORM = 'check-card'

export const CheckCard = () => {
  const t = useWords('card')
  const { hash } = useLocation()
  const { identity } = useDesk()
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
      {verdict?.is === 'genuine' && identity.role === 'partner' && <ReferralsByCard code={verdict.card.code} />}
      <Form id={FORM} onSubmit={checkTyped}>
        <Field label={t('checkLabel')} hint={t('checkHint')} error={isEmpty && t('empty')}>
          {(input) => <TextArea {...input} dir="ltr" value={text} onChange={setText} />}
        </Field>
      </Form>
    </Page>
  )
}
