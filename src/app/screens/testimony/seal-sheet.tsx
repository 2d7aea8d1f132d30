// The last moment at which it can still be read or changed here.
import { useWords } from '#app/language/language-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

type SealSheetProps = { isOpen: boolean; onClose: () => void; onSeal: () => void }

export const SealSheet = ({ isOpen, onClose, onSeal }: SealSheetProps) => {
  const t = useWords('testimony')
  return (
    <Sheet
      title={t('seal')}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t('ui:close')}
      footer={
        <Button variant="primary" icon="lock" isWide onClick={onSeal}>
          {t('seal')}
        </Button>
      }
    >
      <p>{t('sealWhat')}</p>
    </Sheet>
  )
}
