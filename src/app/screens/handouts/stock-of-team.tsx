// The team's shelf by its book: what is left, what is nearly gone, and a sheet for what came, went or was counted.
import { useState } from 'react'
import { ITEM_ICONS } from '#app/handouts/item-icons.ts'
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useLeftWords } from '#app/handouts/use-left-words.ts'
import { WrongBook } from '#app/handouts/wrong-book.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { NoteStock } from '#app/screens/handouts/note-stock.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { StatePill } from '#app/ui/state-pill.tsx'
import { ITEMS, type ItemCode } from '#domain/codes/items.ts'

export const StockOfTeam = () => {
  const t = useWords('handouts')
  const leftOf = useLeftWords()
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
      {stock.length === 0 ? (
        <p>{t('stockNone')}</p>
      ) : (
        <List label={t('stock')}>
          {stock.map((row) => (
            <Row
              key={row.item}
              icon={ITEM_ICONS[row.item]}
              title={t(`items.${row.item}`)}
              detail={`${t(`units.${ITEMS[row.item].unit}`)} · ${leftOf(row)}`}
              state={row.isLow && <StatePill standing="needs-you">{t('low')}</StatePill>}
              onTap={() => setNoting({ item: row.item })}
            />
          ))}
        </List>
      )}
      {noting && <NoteStock begunWith={noting.item} onClose={() => setNoting(undefined)} />}
    </Page>
  )
}
