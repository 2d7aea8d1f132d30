// What people of an arrival were given, the cards they carry, and the way to give them something.
import { useState } from 'react'
import { CardsOf } from '#app/handouts/cards-of.tsx'
import { GivePersonCard } from '#app/handouts/give-person-card.tsx'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useWords } from '#app/language/language-context.tsx'
import { RecordList } from '#app/records/record-list.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'

const SHOWN = 3

export const HandOutsOf = ({ arrival }: { arrival: string }) => {
  const t = useWords('handouts')
  const handOuts = useHandOuts()
  const [isGiving, setGiving] = useState(false)
  return (
    <Section title={t('handedOut')}>
      <RecordList records={handOuts.handOutsTo(arrival)} step={SHOWN} />
      <CardsOf arrival={arrival} />
      <Actions>
        <ButtonLink icon="food" href={`/handouts?for=${arrival}`}>
          {t('title')}
        </ButtonLink>
        <Button icon="papers" onClick={() => setGiving(true)}>
          {t('cards.give')}
        </Button>
      </Actions>
      {isGiving && <GivePersonCard arrival={arrival} onClose={() => setGiving(false)} />}
    </Section>
  )
}
