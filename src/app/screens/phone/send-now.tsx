// Asks for a delivery now and says what came of it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, usePhone, usePhoneView } from '#app/phone/use-phone.ts'
import { useTestimoniesWaiting } from '#app/phone/use-testimonies-waiting.ts'
import styles from '#app/screens/phone/send-now.module.css'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'

export const SendNow = () => {
  const { t } = useTranslation(['phone', 'common'])
  const phone = usePhone()
  const { isCarrying, lastTrouble } = usePhoneView()
  const { waitingChanges } = useDesk().letterbox()
  const testimonies = useTestimoniesWaiting()
  const [wasAsked, setAsked] = useState(false)
  const outcome = () => {
    if (!wasAsked) return undefined
    if (isCarrying) return t('send.underWay')
    if (lastTrouble === 'no_answer') return t('send.noSignal')
    if (lastTrouble === 'phone_full') return t('common:trouble.phoneFull')
    if (lastTrouble === 'unknown_device') return t('common:trouble.unknownPhone')
    if (lastTrouble === 'refused') return t('send.busy')
    return waitingChanges + testimonies > 0 ? t('send.partly') : t('send.done')
  }
  const send = () => {
    setAsked(true)
    phone.carryNow()
  }
  return (
    <Actions>
      <Button icon="send" onClick={send}>
        {t('send.now')}
      </Button>
      <p className={styles.outcome} role="status">
        {outcome()}
      </p>
    </Actions>
  )
}
