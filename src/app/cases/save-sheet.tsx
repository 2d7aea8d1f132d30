// A sheet with something to choose and one button that saves it.
import type { ReactNode } from 'react'
import { PhoneFull } from '#app/cases/phone-full.tsx'
import { useWords } from '#app/language/language-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

type SaveSheetProps = {
  title: string
  onClose: () => void
  onSave: () => void
  isFull: boolean
  children: ReactNode
}

export const SaveSheet = ({ title, onClose, onSave, isFull, children }: SaveSheetProps) => {
  const t = useWords('common')
  return (
    <Sheet
      title={title}
      isOpen
      onClose={onClose}
      closeLabel={t('ui:close')}
      footer={
        <Button variant="primary" isWide onClick={onSave}>
          {t('actions.save')}
        </Button>
      }
    >
      {isFull && <PhoneFull />}
      {children}
    </Sheet>
  )
}
