// Why a file cannot be saved so exactly, and each way in which it can.
import { useWords } from '#app/language/language-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Parting } from '#domain/exports/offer-parted.ts'

type DetailOffersProps = { remedies: readonly Parting[]; onChoose: (parting: Parting) => void }

export const DetailOffers = ({ remedies, onChoose }: DetailOffersProps) => {
  const t = useWords('export')
  return (
    <Notice
      tone="needs-you"
      role="status"
      actions={remedies.map((parting) => (
        <Button key={parting} onClick={() => onChoose(parting)}>
          {t(`detail.${parting}`)}
        </Button>
      ))}
    >
      {remedies.length > 0 ? t('refused') : t('tooFew')}
    </Notice>
  )
}
