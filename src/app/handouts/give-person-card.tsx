// A card is given to people. One that others carry already, as far as this phone knows, is asked about first; it names nobody, and
// the code stays to be mended.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { usePartners } from '#app/directory/use-partners.ts'
import { type CardInHand, UseCard } from '#app/handouts/use-card.tsx'
import { useCheckIn } from '#app/handouts/use-check-in.ts'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const GivePersonCard = ({ arrival, onClose }: { arrival: string; onClose: () => void }) => {
  const t = useWords('handouts')
  const handOuts = useHandOuts()
  const checkIn = useCheckIn()
  const { isReader } = usePartners()
  const now = useClock()
  const { zone } = usePhoneView()
  const [ofOthers, setOfOthers] = useState<CardInHand>()
  const [isFull, save] = useSaving()

  const give = async ({ hashes: [hash], until }: CardInHand) => {
    setOfOthers(undefined)
    if (!(await save(handOuts.giveCard(arrival, { hash, until }, { at: now(), zone })))) return
    // What is not noted at their referrals now, the phone catches up with.
    await save(checkIn.noteCardsOf(arrival, now(), isReader))
    onClose()
  }
  const take = (card: CardInHand) => {
    if (handOuts.isOfOthers(card.hashes, arrival)) setOfOthers(card)
    else void give(card)
  }
  const back = () => setOfOthers(undefined)

  return (
    <>
      <UseCard title={t('cards.give')} onClose={onClose} onCard={take}>
        {isFull && <PhoneFull />}
      </UseCard>
      {ofOthers && (
        <Sheet title={t('cards.give')} isOpen onClose={back} closeLabel={t('ui:close')}>
          <Notice tone="needs-you" role="alert" title={t('cards.ofOthers')} />
          <Actions>
            <Button variant="primary" onClick={back}>
              {t('common:actions.back')}
            </Button>
            <Button onClick={() => void give(ofOthers)}>{t('cards.giveAnyway')}</Button>
          </Actions>
        </Sheet>
      )}
    </>
  )
}
