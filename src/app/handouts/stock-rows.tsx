// What the book still has of each item, and what is nearly gone.
import { ITEM_ICONS } from '#app/handouts/item-icons.ts'
import { useLeftWords } from '#app/handouts/use-left-words.ts'
import { useWords } from '#app/language/language-context.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { StatePill } from '#app/ui/state-pill.tsx'
import { ITEMS, type ItemCode } from '#domain/codes/items.ts'
import type { StockRow } from '#domain/review/stock.ts'

type StockRowsProps = { stock: readonly StockRow[]; onTap?: (item: ItemCode) => void }

export const StockRows = ({ stock, onTap }: StockRowsProps) => {
  const t = useWords('handouts')
  const leftOf = useLeftWords()
  if (stock.length === 0) return <p>{t('stockNone')}</p>
  return (
    <List label={t('stock')}>
      {stock.map((row) => (
        <Row
          key={row.item}
          icon={ITEM_ICONS[row.item]}
          title={t(`items.${row.item}`)}
          detail={`${t(`units.${ITEMS[row.item].unit}`)} · ${leftOf(row)}`}
          state={row.isLow && <StatePill standing="needs-you">{t('low')}</StatePill>}
          {...(onTap && { onTap: () => onTap(row.item) })}
        />
      ))}
    </List>
  )
}
