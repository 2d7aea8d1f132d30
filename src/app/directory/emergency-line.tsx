// The two numbers that always answer, whatever the directory knows.
import { useWords } from '#app/language/language-context.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const EmergencyLine = () => {
  const t = useWords('services')
  return (
    <Notice
      tone="urgent"
      title={t('emergency.title')}
      actions={
        <>
          <ButtonLink icon="call" href="tel:194">
            {t('emergency.ambulance')}
          </ButtonLink>
          <ButtonLink icon="call" href="tel:192">
            {t('emergency.police')}
          </ButtonLink>
        </>
      }
    />
  )
}
