// After joining: what the phone needs to work without signal, each with its state, and how to mend what is missing.
import { useContext, useEffect } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useAppKept } from '#app/phone/app-kept.ts'
import { useStorageProtection } from '#app/phone/storage-protection.ts'
import { useDesk, useLibrary } from '#app/phone/use-phone.ts'
import { InstallHint } from '#app/screens/join/install-hint.tsx'
import { Page } from '#app/shell/page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Actions } from '#app/ui/card.tsx'
import { GoContext } from '#app/ui/link.tsx'
import { ProgressList } from '#app/ui/progress-list.tsx'

export const GetReady = () => {
  const { t } = useTranslation(['join', 'common', 'ui'])
  const go = useContext(GoContext)
  const { organisation, number } = useDesk().identity
  const library = useLibrary()
  const isAppKept = useAppKept()
  const areServicesHere = library.entries.length > 0
  const { isProtected, protect } = useStorageProtection()
  // Asked once without a tap: most browsers answer by themselves.
  useEffect(protect, [protect])

  const line = (id: 'app' | 'services' | 'storage', isReady: boolean, isLate: boolean) => ({
    id,
    label: isReady ? t(`ready.${id}`) : t(`ready.${id}NotYet`),
    state: isReady ? ('done' as const) : isLate ? ('failed' as const) : ('working' as const),
    stateLabel: isReady ? t('ui:progress.done') : isLate ? t('ui:progress.failed') : t('ui:progress.working')
  })

  return (
    <Page
      title={t('ready.title')}
      footer={
        <Button variant="primary" onClick={() => go?.('/')}>
          {t('ready.start')}
        </Button>
      }
    >
      <p>
        <Trans
          t={t}
          i18nKey="ready.joined"
          values={{ number }}
          components={{ organisation: <Name of={organisation.name} /> }}
        />
      </p>
      <ProgressList
        items={[
          line('app', isAppKept, false),
          line('services', areServicesHere, false),
          line('storage', isProtected === true, isProtected === false)
        ]}
      />
      {isProtected === false && (
        <Actions>
          <Button onClick={protect}>{t('ready.protect')}</Button>
        </Actions>
      )}
      <InstallHint />
    </Page>
  )
}

const Name = ({ of }: { of: string }) => <bdi>{of}</bdi>
