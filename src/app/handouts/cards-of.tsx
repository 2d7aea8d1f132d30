// The cards that people of an arrival carry. One that the wrong people were given is taken off them here; who gave it, who took
// it off and when stays with it, and so does the way to put it back.
import { useState } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useSaving } from '#app/cases/use-saving.ts'
import { usePartners } from '#app/directory/use-partners.ts'
import { useCheckIn } from '#app/handouts/use-check-in.ts'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { ChangesList } from '#app/records/changes-list.tsx'
import { Disputes } from '#app/screens/record/disputes.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { StatePill } from '#app/ui/state-pill.tsx'
import type { CardSeen } from '#device/hand-outs.ts'
import { compareMoments } from '#protocol/clock.ts'

export const CardsOf = ({ arrival }: { arrival: string }) => {
  const t = useWords('handouts')
  const handOuts = useHandOuts()
  const now = useClock()
  const words = useCardWords()
  const [opened, setOpened] = useState<string>()
  const cards = handOuts.cardsOf(arrival, now())
  const shown = cards.find(({ hash }) => hash === opened)
  if (cards.length === 0) return null
  return (
    <>
      <List label={t('cards.title')}>
        {cards.map((card) => (
          <Row
            key={card.hash}
            icon="papers"
            title={words(card)}
            state={
              card.given.some(({ disputed }) => disputed.length > 0) && (
                <StatePill standing="needs-you">{t('common:standing.twoAnswers')}</StatePill>
              )
            }
            onTap={() => setOpened(card.hash)}
          />
        ))}
      </List>
      {shown && <CardNow arrival={arrival} card={shown} onClose={() => setOpened(undefined)} />}
    </>
  )
}

type CardNowProps = { arrival: string; card: CardSeen; onClose: () => void }

const CardNow = ({ arrival, card, onClose }: CardNowProps) => {
  const t = useWords('handouts')
  const record = useWords('record')
  const desk = useDesk()
  const handOuts = useHandOuts()
  const checkIn = useCheckIn()
  const { isReader } = usePartners()
  const now = useClock()
  const words = useCardWords()
  const [isFull, save] = useSaving()
  const putBack = async () => {
    if (await save(handOuts.putCardBack(card))) await save(checkIn.noteCardsOf(arrival, now(), isReader))
  }
  return (
    <Sheet title={words(card)} isOpen onClose={onClose} closeLabel={t('ui:close')}>
      {isFull && <PhoneFull />}
      {card.given.map((given) => (
        <Disputes key={given.id} record={given} />
      ))}
      <ChangesList
        changes={card.given
          .flatMap(({ id }) => desk.historyOf(id).map(({ change }) => change))
          .sort((a, b) => compareMoments(b.clock, a.clock))}
        saidIn={({ fields: { removed } }) => ({
          title:
            removed === undefined ? record('fields.given') : removed === 1 ? t('cards.notTheirs') : record('keptValue')
        })}
      />
      <Actions>
        {card.isOff ? (
          <Button onClick={() => void putBack()}>{record('putBack')}</Button>
        ) : (
          <Button variant="danger" icon="remove" onClick={() => void save(checkIn.takeCardOff(card))}>
            {t('cards.notTheirs')}
          </Button>
        )}
      </Actions>
    </Sheet>
  )
}

const useCardWords = (): ((card: CardSeen) => string) => {
  const t = useWords('handouts')
  const format = useFormat()
  return ({ isOff, until }) => (isOff ? t('cards.notTheirs') : t('cards.given', { day: format.shortDate(until) }))
}
