// Somebody else took the same people at the same time: whoever began one of the cases is told, and so is the lead, until one
// of them says who goes on.
import { useMemo } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const TwoCases = () => {
  const t = useWords('case')
  const desk = useDesk()
  const { device, role } = desk.identity
  const records = desk.records()
  const isAnswering = role === 'lead' || role === 'admin'
  const told = useMemo(
    () =>
      records.find(
        ({ joined, disputed }) =>
          disputed.includes('owner') && joined?.some(({ author }) => isAnswering || author === device)
      ),
    [records, isAnswering, device]
  )
  if (told === undefined) return null
  return (
    <Notice
      tone="needs-you"
      isDense
      title={t('twins')}
      actions={<ButtonLink href={`/records/${told.id}`}>{t('see')}</ButtonLink>}
    >
      {t('twinsWhat')}
    </Notice>
  )
}
