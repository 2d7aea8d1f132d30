// A new version of the app, when there is one: it waits for a tap. And the one that did not start, so that nobody wonders.
import { useTranslation } from 'react-i18next'
import { takeUpdate, useAppUpdate } from '#app/shell/app-update.ts'
import { useIsNewerBroken } from '#app/shell/app-version.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const UpdateNotice = () => {
  const { t } = useTranslation('common')
  const isThere = useAppUpdate() !== 'none'
  const isNewerBroken = useIsNewerBroken()
  return (
    <>
      {isNewerBroken && <Notice tone="info" title={t('update.wentBack')} />}
      {isThere && (
        <Notice tone="info" title={t('update.ready')} actions={<Button onClick={takeUpdate}>{t('update.now')}</Button>}>
          {t('update.kept')}
        </Notice>
      )}
    </>
  )
}
