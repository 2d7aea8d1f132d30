// Items as big tiles: a tap gives one, the minus takes one back; what the book still has stands below. A mark says of an item
// that these people were given it not long ago; when and by whom is said below the tiles.
import { ITEM_ICONS } from '#app/handouts/item-icons.ts'
import { useLeftWords } from '#app/handouts/use-left-words.ts'
import { useWords } from '#app/language/language-context.tsx'
import type { ItemTaps } from '#app/screens/handouts/use-item-taps.ts'
import { CounterTile, CounterTiles } from '#app/ui/counter-tile.tsx'
import { COUNT_LIMIT } from '#domain/code.ts'
import { ITEMS, type ItemCode } from '#domain/codes/items.ts'
import type { GivenBefore } from '#domain/review/given-before.ts'
import type { StockRow } from '#domain/review/stock.ts'

type ItemTilesProps = {
  items: readonly ItemCode[]
  taps: ItemTaps
  stock: readonly StockRow[]
  before: readonly GivenBefore[]
}

export const ItemTiles = ({ items, taps, stock, before }: ItemTilesProps) => {
  const t = useWords('handouts')
  const leftOf = useLeftWords()
  return (
    <CounterTiles>
      {items.map((item) => {
        const [label, value] = [t(`items.${item}`), taps.counted[item]]
        const row = stock.find((known) => known.item === item)
        const unit = t(`units.${ITEMS[item].unit}`)
        const detail = row === undefined ? unit : `${unit} · ${leftOf(row)}`
        const isGivenBefore = before.some((given) => given.item === item)
        const heard = [value, detail, ...(isGivenBefore ? [t('before')] : [])].join(', ')
        return (
          <CounterTile
            key={item}
            label={label}
            value={value}
            icon={ITEM_ICONS[item]}
            detail={detail}
            {...(isGivenBefore && { mark: 'again' })}
            addLabel={t('ui:counter.add', { label, value: heard })}
            removeLabel={t('ui:counter.remove', { label, value })}
            limit={COUNT_LIMIT}
            onChange={(next) => void (next > value ? taps.addOne(item) : taps.takeOneAway(item))}
          />
        )
      })}
    </CounterTiles>
  )
}
