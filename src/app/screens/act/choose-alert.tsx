// What the worker sees, chosen from a list that stands on the screen only while it is being chosen from.
import { useWords } from '#app/language/language-context.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { ALERT_CODES, type AlertCode } from '#domain/immediate-actions.ts'

type ChooseAlertProps = {
  /** Already being done. */
  open: readonly AlertCode[]
  isOpen: boolean
  onClose: () => void
  onChoose: (alert: AlertCode) => void
}

export const ChooseAlert = ({ open, isOpen, onClose, onChoose }: ChooseAlertProps) => {
  const t = useWords('act')
  return (
    <Sheet title={t('moreTitle')} isOpen={isOpen} onClose={onClose} closeLabel={t('ui:close')}>
      <p>{t('moreHint')}</p>
      <List label={t('moreTitle')}>
        {ALERT_CODES.filter((alert) => !open.includes(alert)).map((alert) => (
          <Row key={alert} title={t(`alerts.${alert}`)} onTap={() => onChoose(alert)} />
        ))}
      </List>
    </Sheet>
  )
}
