// Why a file cannot be saved so exactly, and each way in which it can.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Detail } from '#domain/exports/detail.ts'
import type { OfferRefusal } from '#domain/exports/offer.ts'

type DetailOffersProps = { refusal: OfferRefusal; hasCountries: boolean; onChoose: (detail: Detail) => void }

export const DetailOffers = ({ refusal: { remedies }, hasCountries, onChoose }: DetailOffersProps) => {
  const t = useWords('export')
  const { list } = useFormat()
  const inWords = ({ time, place, country }: Detail) =>
    list([time, place, ...(hasCountries ? [country] : [])].map((part) => t(`detail.${part}`)))
  return (
    <Notice
      tone="needs-you"
      role="status"
      actions={remedies.map((detail) => (
        <Button key={inWords(detail)} onClick={() => onChoose(detail)}>
          {inWords(detail)}
        </Button>
      ))}
    >
      {remedies.length > 0 ? t('refused') : t('tooFew')}
    </Notice>
  )
}
