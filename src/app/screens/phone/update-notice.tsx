// A new version of the app, when there is one: it waits for a tap.
import { useTranslation } from 'react-i18next'
import { useAppUpdate } from '#app/shell/app-update.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const UpdateNotice = () => {
  const { t } = useTranslation('common')
  const { isWaiting, takeOver } = useAppUpdate()
  if (!isWaiting) return null
  return (
    <Notice tone="info" title={t('update.ready')} actions={<Button onClick={takeOver}>{t('update.now')}</Button>} />
  )
}
