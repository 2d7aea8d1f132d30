// At a queue, the card somebody has brought, until the next person comes. Its row is as high without a card as with one: the
// tiles below it stay where the thumb knows them.
import { useState } from 'react'
import { type CardInHand, UseCard } from '#app/handouts/use-card.tsx'
import { useWords } from '#app/language/language-context.tsx'
import styles from '#app/screens/handouts/card-in-use.module.css'
import { Button } from '#app/ui/button.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { codeInGroups } from '#domain/card-code.ts'

type CardInUseProps = { card: CardInHand | undefined; onChange: (card: CardInHand | undefined) => void }

export const CardInUse = ({ card, onChange }: CardInUseProps) => {
  const t = useWords('handouts')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className={styles.row}>
        <Button onClick={() => setOpen(true)}>{t('cards.use')}</Button>
        <Button {...(!card && { className: styles.later })} onClick={() => onChange(undefined)}>
          {t('cards.next')}
        </Button>
      </div>
      {isOpen && (
        <UseCard
          title={t('cards.use')}
          onClose={() => setOpen(false)}
          onCard={(chosen) => {
            setOpen(false)
            onChange(chosen)
          }}
        />
      )}
    </>
  )
}

export const CardSaid = ({ card }: { card: CardInHand }) => {
  const t = useWords('handouts')
  return (
    <>
      {t('cards.inUse')} <Ltr>{codeInGroups(card.code)}</Ltr>
    </>
  )
}
