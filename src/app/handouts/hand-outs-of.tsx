// What people of an arrival were given, the card they carry, and the way to give them something.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { usePartners } from '#app/directory/use-partners.ts'
import { type CardInHand, UseCard } from '#app/handouts/use-card.tsx'
import { useCheckIn } from '#app/handouts/use-check-in.ts'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, usePhoneView } from '#app/phone/use-phone.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'

const SHOWN = 3

export const HandOutsOf = ({ arrival }: { arrival: string }) => {
  const t = useWords('handouts')
  const format = useFormat()
  const handOuts = useHandOuts()
  const checkIn = useCheckIn()
  const { isReader } = usePartners()
  const now = useClock()
  const { zone } = usePhoneView()
  const [isGiving, setGiving] = useState(false)
  const [isFull, save] = useSaving()
  const card = handOuts.cardOf(arrival, now())

  const give = async ({ hashes: [hash], until }: CardInHand) => {
    setGiving(false)
    const isGiven = await save(handOuts.giveCard(arrival, { hash, until }, { at: now(), zone }))
    if (isGiven) await save(checkIn.noteCardsOf(arrival, now(), isReader))
  }

  return (
    <Section title={t('handedOut')}>
      {isFull && <PhoneFull />}
      <RecordList records={handOuts.handOutsTo(arrival)} step={SHOWN} />
      {card && <p>{t('cards.given', { day: format.shortDate(card.until) })}</p>}
      <Actions>
        <ButtonLink icon="food" href={`/handouts?for=${arrival}`}>
          {t('title')}
        </ButtonLink>
        <Button icon="papers" onClick={() => setGiving(true)}>
          {t('cards.give')}
        </Button>
      </Actions>
      {isGiving && (
        <UseCard title={t('cards.give')} onClose={() => setGiving(false)} onCard={(given) => void give(given)} />
      )}
    </Section>
  )
}
