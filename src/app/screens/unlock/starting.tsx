// The first moment, before the phone knows whether it is locked: words, not a spinner.
import { useTranslation } from 'react-i18next'
import { Page } from '#app/shell/page.tsx'

export const Starting = () => {
  const { t } = useTranslation('unlock')
  return (
    <Page title={t('starting.title')}>
      <p role="status">{t('starting.what')}</p>
    </Page>
  )
}
