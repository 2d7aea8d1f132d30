// The team's shelf by its book: what is left, what is nearly gone, and a sheet for what came, went or was counted. Below, what
// was noted so far: a slip of the thumb there is found and removed.
import { useState } from 'react'
import { StockRows } from '#app/handouts/stock-rows.tsx'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { WrongBook } from '#app/handouts/wrong-book.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { usePhoneName } from '#app/records/phone-name.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { NoteStock } from '#app/screens/handouts/note-stock.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/card.tsx'
import type { ItemCode } from '#domain/codes/items.ts'

const NOTES_SHOWN = 5

export const StockOfTeam = () => {
  const t = useWords('handouts')
  const cases = useWords('case')
  const handOuts = useHandOuts()
  const phoneName = usePhoneName()
  const now = useClock()
  const [noting, setNoting] = useState<{ item: ItemCode | undefined }>()
  const stock = handOuts.stock(now())
  const notes = useDesk()
    .records()
    .filter(({ type }) => type === 'stock')
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
      {notes.length > 0 && (
        <Section title={cases('history.title')}>
          <RecordList records={notes} step={NOTES_SHOWN} noteOf={({ author }) => phoneName(author)} />
        </Section>
      )}
      {noting && <NoteStock begunWith={noting.item} onClose={() => setNoting(undefined)} />}
    </Page>
  )
}
