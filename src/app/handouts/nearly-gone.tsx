// For whoever gets new stock: what will not last two days more.
import { useHandOuts } from '#app/handouts/use-hand-outs.ts'
import { useLeftWords } from '#app/handouts/use-left-words.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const NearlyGone = () => {
  const t = useWords('handouts')
  const format = useFormat()
  const leftOf = useLeftWords()
  const { identity } = useDesk()
  const handOuts = useHandOuts()
  const now = useClock()
  if (identity.role === 'worker') return null
  const low = handOuts.stock(now()).filter(({ isLow }) => isLow)
  if (low.length === 0) return null
  const rows = low.map((row) => `${t(`items.${row.item}`)}: ${leftOf(row)}`)
  return (
    <Notice isDense tone="needs-you" title={t('low')} actions={<ButtonLink href="/stock">{t('stock')}</ButtonLink>}>
      {format.list(rows)}
    </Notice>
  )
}
