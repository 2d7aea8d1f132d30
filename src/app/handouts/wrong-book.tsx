// More was given than the book has. It was given all the same: the book is set right by a count.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { StockRow } from '#domain/review/stock.ts'

export const WrongBook = ({ stock, href }: { stock: readonly StockRow[]; href?: string }) => {
  const t = useWords('handouts')
  const format = useFormat()
  const wrong = stock.filter(({ isWrong }) => isWrong)
  if (wrong.length === 0) return null
  return (
    <Notice
      isDense
      tone="needs-you"
      title={t('wrong', { items: format.list(wrong.map(({ item }) => t(`items.${item}`))) })}
      actions={href !== undefined && <ButtonLink href={href}>{t('stock')}</ButtonLink>}
    >
      {t('wrongWhat')}
    </Notice>
  )
}
