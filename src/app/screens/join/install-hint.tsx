// Susret on the home screen: it opens like an app there, and the phone keeps its storage.
import { useTranslation } from 'react-i18next'
import { useInstalling } from '#app/phone/install.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const InstallHint = () => {
  const { t } = useTranslation('join')
  const installing = useInstalling()
  switch (installing.way) {
    case 'installed':
      return null
    case 'offer':
      return (
        <Notice
          tone="info"
          title={t('install.title')}
          actions={
            <Button icon="phone" onClick={installing.offer}>
              {t('install.button')}
            </Button>
          }
        >
          {t('install.why')}
        </Notice>
      )
    case 'share_sheet':
      return (
        <Notice tone="needs-you" title={t('install.title')}>
          {t('install.shareSheet')} {t('install.danger')}
        </Notice>
      )
    case 'browser_menu':
      return (
        <Notice tone="info" title={t('install.title')}>
          {t('install.browserMenu')} {t('install.why')}
        </Notice>
      )
  }
}
