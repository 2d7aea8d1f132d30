// What the book still has of an item. A book that says less than nothing is wrong, which is said apart; a shelf cannot be.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import type { StockRow } from '#domain/review/stock.ts'

export const useLeftWords = (): ((row: Pick<StockRow, 'left'>) => string) => {
  const t = useWords('handouts')
  const { count } = useFormat()
  return ({ left }) => t('left', { number: count(Math.max(0, left)) })
}
