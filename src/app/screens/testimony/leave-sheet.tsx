// Nothing of it is kept: whoever leaves is asked once.
import { useWords } from '#app/language/language-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

type LeaveSheetProps = { isOpen: boolean; onStay: () => void; onLeave: () => void }

export const LeaveSheet = ({ isOpen, onStay, onLeave }: LeaveSheetProps) => {
  const t = useWords('testimony')
  return (
    <Sheet title={t('leave.title')} isOpen={isOpen} onClose={onStay} closeLabel={t('ui:close')}>
      <p>{t('leave.lost')}</p>
      <Actions>
        <Button variant="primary" onClick={onStay}>
          {t('common:actions.continue')}
        </Button>
        <Button variant="danger" onClick={onLeave}>
          {t('leave.go')}
        </Button>
      </Actions>
    </Sheet>
  )
}
