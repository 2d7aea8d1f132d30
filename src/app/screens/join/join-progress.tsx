// What happens between the tap on "Join" and the team's answer.
import { useTranslation } from 'react-i18next'
import { Page } from '#app/shell/page.tsx'
import { ProgressList } from '#app/ui/progress-list.tsx'

export const JoinProgress = ({ areKeysMade }: { areKeysMade: boolean }) => {
  const { t } = useTranslation(['join', 'ui'])
  return (
    <Page title={t('progress.title')}>
      <ProgressList
        items={[
          {
            id: 'keys',
            label: t('progress.keys'),
            state: areKeysMade ? 'done' : 'working',
            stateLabel: areKeysMade ? t('ui:progress.done') : t('ui:progress.working')
          },
          { id: 'team', label: t('progress.team'), state: 'working', stateLabel: t('ui:progress.working') }
        ]}
      />
      <p>{t('progress.patience')}</p>
    </Page>
  )
}
