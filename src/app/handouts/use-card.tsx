// A person's card, taken in use to hand something out or to give it to them.
import type { ReactNode } from 'react'
import { CardEntry } from '#app/handouts/card-entry.tsx'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { type Day, dayAt } from '#domain/belgrade-time.ts'
import { type CardHashes, readPersonCard } from '#domain/person-card.ts'

/** `code` is for the screen alone and is kept nowhere. */
export type CardInHand = {
  readonly code: string
  readonly hashes: CardHashes
  /** Whose it is, where that is known. */
  readonly arrival: string | undefined
  /** As it is printed, where that was read. */
  readonly until: Day | undefined
}

type UseCardProps = {
  title: string
  onCard: (card: CardInHand) => void
  onClose: () => void
  children?: ReactNode
}

export const UseCard = ({ title, onCard, onClose, children }: UseCardProps) => {
  const t = useWords('handouts')
  const { hashesOf } = useDesk()
  const handOuts = useHandOuts()
  const today = dayAt(useClock()())

  const take = async (code: string, until?: Day) => {
    const hashes = await hashesOf(code)
    const holder = handOuts.holderOf(hashes)
    if ((until ?? holder?.until ?? today) < today) return t('cards.ended')
    onCard({ code, hashes, arrival: holder?.arrival, until })
    return undefined
  }
  const takeText = async (text: string) => {
    const card = readPersonCard(text)
    return card === undefined ? t('cards.notCard') : take(card.code, card.until)
  }
  return (
    <CardEntry title={title} action={title} onCode={take} onText={takeText} onClose={onClose}>
      {children}
    </CardEntry>
  )
}
