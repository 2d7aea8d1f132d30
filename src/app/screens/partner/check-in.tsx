// Somebody stands at the desk with a card: their referral opens, without signal too. What is wrong with a card is said in a
// sentence, and nothing of anybody who was not referred here is known.
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { Said } from '#app/directory/said.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { CardEntry } from '#app/handouts/card-entry.tsx'
import { useCheckIn } from '#app/handouts/use-check-in.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { useCheck } from '#app/screens/card/use-check.ts'
import { hrefByCard, ReferralChoice } from '#app/screens/partner/referrals-by-card.tsx'
import { Button } from '#app/ui/button.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import { readPersonCard } from '#domain/person-card.ts'
import { findCardText, isCardLink } from '#protocol/card.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const CheckIn = () => {
  const t = useWords('partner')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="papers" isWide onClick={() => setOpen(true)}>
        {t('checkIn.title')}
      </Button>
      {isOpen && <FindByCard onClose={() => setOpen(false)} />}
    </>
  )
}

const FindByCard = ({ onClose }: { onClose: () => void }) => {
  const t = useWords('partner')
  const [several, setSeveral] = useState<readonly MergedRecord[]>([])
  const reading = useReading(setSeveral)
  return (
    <CardEntry title={t('checkIn.title')} action={t('checkIn.find')} onClose={onClose} {...reading}>
      {several.length > 0 && (
        <>
          <p role="status">{t('checkIn.several')}</p>
          <ReferralChoice label={t('checkIn.several')} referrals={several} />
        </>
      )}
    </CardEntry>
  )
}

/** A code, or the text of a square code of either kind of card: goes to the referral, or answers with what is wrong. */
const useReading = (onSeveral: (referrals: readonly MergedRecord[]) => void) => {
  const t = useWords('partner')
  const handouts = useWords('handouts')
  const card = useWords('card')
  const navigate = useNavigate()
  const { hashesOf } = useDesk()
  const { findReferrals } = useCheckIn()
  const check = useCheck()
  const directory = useDirectory()
  const today = dayAt(useClock()())

  const onCode = async (code: string): Promise<ReactNode> => {
    onSeveral([])
    const found = await findReferrals(await hashesOf(code), today)
    onSeveral(found.ok && found.value.length > 1 ? found.value : [])
    if (!found.ok) return t(`checkIn.${found.refusal}`)
    const [only] = found.value
    if (only && found.value.length === 1) await navigate(hrefByCard(only.id))
    return undefined
  }

  const onText = async (text: string): Promise<ReactNode> => {
    onSeveral([])
    const ofPerson = readPersonCard(text)
    if (ofPerson !== undefined) return ofPerson.until < today ? t('checkIn.ended') : onCode(ofPerson.code)
    if (!isCardLink(text)) return handouts('cards.notCard')
    const verdict = await check(findCardText(text))
    if (!('card' in verdict)) return card(`verdict.${verdict.is}`)
    if (verdict.is === 'expired') return t('checkIn.ended')
    const wrong = await onCode(verdict.card.code)
    const service = directory.findService(verdict.card.service)
    if (wrong === undefined || service === undefined) return wrong
    return (
      <>
        {wrong} {card('service')}: <Said words={service.name} />
      </>
    )
  }

  return { onCode, onText }
}
