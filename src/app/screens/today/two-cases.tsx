// Somebody else took the same people at the same time: whoever began one of the cases is told, and so is the lead.
import { useMemo } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { twinCases } from '#domain/review/twin-cases.ts'

export const TwoCases = () => {
  const t = useWords('case')
  const desk = useDesk()
  const { device, role } = desk.identity
  const records = desk.records()
  const twins = useMemo(() => [...twinCases(records).values()].flat(), [records])
  const isAnswering = role === 'lead' || role === 'admin'
  const told = twins.find(({ author }) => author === device) ?? (isAnswering ? twins[0] : undefined)
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
