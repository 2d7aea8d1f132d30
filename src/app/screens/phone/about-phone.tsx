// What the team calls this phone, and whose it is.
import { useTranslation } from 'react-i18next'
import { useDesk } from '#app/phone/use-phone.ts'
import { appVersion } from '#app/shell/app-version.ts'
import { Section } from '#app/ui/card.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

export const AboutPhone = () => {
  const { t } = useTranslation('phone')
  const { number, role, organisation } = useDesk().identity
  return (
    <Section title={t('about.title')}>
      <SummaryList
        items={[
          { id: 'number', label: t('about.number'), value: <Ltr>{number}</Ltr> },
          { id: 'role', label: t('about.role'), value: t(`roles.${role}`) },
          { id: 'organisation', label: t('about.organisation'), value: <bdi>{organisation.name}</bdi> },
          { id: 'version', label: t('about.version'), value: <Ltr>{appVersion()}</Ltr> }
        ]}
      />
    </Section>
  )
}
