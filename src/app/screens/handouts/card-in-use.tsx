// At a queue, the card somebody has brought: what they were given before, until the next person comes.
import { useState } from 'react'
import { type CardInHand, UseCard } from '#app/handouts/use-card.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { codeInGroups } from '#domain/card.ts'

type CardInUseProps = { card: CardInHand | undefined; onChange: (card: CardInHand | undefined) => void }

export const CardInUse = ({ card, onChange }: CardInUseProps) => {
  const t = useWords('handouts')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {card && (
        <Notice
          isDense
          tone="info"
          role="status"
          title={
            <>
              {t('cards.inUse')} <Ltr>{codeInGroups(card.code)}</Ltr>
            </>
          }
        />
      )}
      <Actions>
        <Button icon="papers" onClick={() => setOpen(true)}>
          {t('cards.use')}
        </Button>
        {card && (
          <Button icon="next" onClick={() => onChange(undefined)}>
            {t('cards.next')}
          </Button>
        )}
      </Actions>
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
