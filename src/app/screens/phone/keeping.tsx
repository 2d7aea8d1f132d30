// Whether the browser keeps what is saved here, how much it is, and what makes it safer.
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/language/language-context.tsx'
import { useStorageProtection } from '#app/phone/storage-protection.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Actions, Section } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'

const BYTES_PER_MEGABYTE = 1_000_000

export const Keeping = () => {
  const { t } = useTranslation('phone')
  const { count } = useFormat()
  const { isProtected, wasRefused, usedBytes, protect } = useStorageProtection()
  return (
    <Section title={t('keeping.title')}>
      {isProtected === true && <Notice tone="has-it">{t('keeping.protected')}</Notice>}
      {isProtected === false && (
        <Notice tone="needs-you" actions={<Button onClick={protect}>{t('keeping.protect')}</Button>}>
          {wasRefused ? t('keeping.refused') : t('keeping.unprotected')}
        </Notice>
      )}
      {usedBytes !== undefined && (
        <p>{t('keeping.used', { megabytes: count(Math.max(1, Math.round(usedBytes / BYTES_PER_MEGABYTE))) })}</p>
      )}
      <Actions>
        <ButtonLink href="/ready">{t('keeping.ready')}</ButtonLink>
      </Actions>
    </Section>
  )
}
