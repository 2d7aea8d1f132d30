// A distribution point: a queue of people, one tap for each piece or portion. Every tap is saved by itself, so a phone that dies
// in the middle of a queue has lost nothing. Opened from an arrival, what is given is noted with it.
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { AlreadyGiven } from '#app/handouts/already-given.tsx'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { WrongBook } from '#app/handouts/wrong-book.tsx'
import type { CardInHand } from '#app/handouts/use-card.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk, usePhoneView } from '#app/phone/use-phone.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { TapsUndo } from '#app/records/taps-undo.tsx'
import { CardInUse, CardSaid } from '#app/screens/handouts/card-in-use.tsx'
import { ItemTiles } from '#app/screens/handouts/item-tiles.tsx'
import { type Noted, NotedAsMissing, NotThere } from '#app/screens/handouts/not-there.tsx'
import { useItemTaps } from '#app/screens/handouts/use-item-taps.ts'
import { Page } from '#app/shell/page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { LiveRegion } from '#app/ui/live-region.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { HandedOut } from '#domain/records/handout.ts'

export const HandOut = () => {
  const t = useWords('handouts')
  const today = useWords('today')
  const desk = useDesk()
  const handOuts = useHandOuts()
  const now = useClock()
  const { zone } = usePhoneView()
  const arrival = desk.findRecord(useSearchParams()[0].get('for') ?? '')
  const [card, setCard] = useState<CardInHand>()
  const carrier = arrival ?? desk.findRecord(card?.arrival ?? '')
  const to: Pick<HandedOut, 'arrival' | 'card'> = {
    ...(carrier?.type === 'arrival' && { arrival: carrier.id }),
    ...(card && { card: card.hashes[0] })
  }
  const taps = useItemTaps(to)
  const [isAsking, setAsking] = useState(false)
  const [noted, setNoted] = useState<Noted>()
  // Once when the screen opens, so that no tile moves under the thumb.
  const [{ front, more }] = useState(() => handOuts.itemsInUse(now()))
  // Once for whoever has come: what is given now is counted on its tile.
  const cards = card?.hashes
  const [before, elsewhere] = useMemo(() => {
    const receiver = { arrival: to.arrival, cards }
    return [handOuts.givenTo(receiver, now()), handOuts.givenElsewhere(receiver, now())]
  }, [handOuts, to.arrival, cards, now])
  const stock = handOuts.stock(now())
  const { lastTap, takenBack } = taps

  return (
    <Page
      title={t('title')}
      detail={card ? <CardSaid card={card} /> : t(`codes:zones.${zone}`)}
      back={arrival === undefined ? '/' : `/records/${arrival.id}`}
      width="wide"
      footer={lastTap && <TapsUndo key={lastTap.id} taps={taps} tap={lastTap} name={t(`items.${lastTap.kind}`)} />}
    >
      {taps.isPhoneFull && <Notice tone="needs-you" role="alert" title={today('again.phoneFull')} />}
      <CardInUse card={card} onChange={setCard} />
      {arrival && <RecordList records={[arrival]} />}
      <ItemTiles items={front} taps={taps} stock={stock} before={before} />
      <p>{t('hint')}</p>
      <Disclosure label={t('ui:more')}>
        <ItemTiles items={more} taps={taps} stock={stock} before={before} />
      </Disclosure>
      {carrier && carrier !== arrival && <RecordList records={[carrier]} />}
      <AlreadyGiven given={before} elsewhere={elsewhere} />
      <WrongBook stock={stock} href="/stock" />
      {noted && <NotedAsMissing key={noted.id} noted={noted} />}
      <Actions>
        <Button icon="info" onClick={() => setAsking(true)}>
          {t('notThere')}
        </Button>
        <ButtonLink icon="papers" href="/cards">
          {t('cards.print')}
        </ButtonLink>
        <ButtonLink icon="list" href="/stock">
          {t('stock')}
        </ButtonLink>
      </Actions>
      {isAsking && (
        <NotThere
          to={to}
          onClose={() => setAsking(false)}
          onNoted={(missing) => {
            setAsking(false)
            setNoted(missing)
          }}
        />
      )}
      <LiveRegion>{card && <CardSaid card={card} />}</LiveRegion>
      <LiveRegion>{takenBack && today('again.takenBack', { class: t(`items.${takenBack}`) })}</LiveRegion>
    </Page>
  )
}
