// The team's shelf by its book: what is left, what is nearly gone, and a sheet for what came, went or was counted.
import { useState } from 'react'
import { StockRows } from '#app/handouts/stock-rows.tsx'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { WrongBook } from '#app/handouts/wrong-book.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { NoteStock } from '#app/screens/handouts/note-stock.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import type { ItemCode } from '#domain/codes/items.ts'

export const StockOfTeam = () => {
  const t = useWords('handouts')
  const handOuts = useHandOuts()
  const now = useClock()
  const [noting, setNoting] = useState<{ item: ItemCode | undefined }>()
  const stock = handOuts.stock(now())
  return (
    <Page
      title={t('stock')}
      back="/handouts"
      footer={
        <Button variant="primary" icon="plus" isWide onClick={() => setNoting({ item: undefined })}>
          {t('stockNote')}
        </Button>
      }
    >
      <WrongBook stock={stock} />
      <StockRows stock={stock} onTap={(item) => setNoting({ item })} />
      {noting && <NoteStock begunWith={noting.item} onClose={() => setNoting(undefined)} />}
    </Page>
  )
}
