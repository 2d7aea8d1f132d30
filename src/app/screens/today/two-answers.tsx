// Somebody has answered differently at the same time: one tap to where it is settled.
import { useMemo } from 'react'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { disputesFor } from '#app/records/disputes-for.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const TwoAnswers = () => {
  const t = useWords('today')
  const desk = useDesk()
  const records = desk.records()
  const mine = useMemo(() => disputesFor(records, desk.identity), [records, desk])
  const [first, ...others] = mine
  if (first === undefined) return null
  const href = others.length === 0 ? `/records/${first.id}` : '/people?days=all&only=needsYou'
  return (
    <Notice
      tone="needs-you"
      isDense
      title={t('twoAnswers.title', { count: mine.length })}
      actions={<ButtonLink href={href}>{t('twoAnswers.see')}</ButtonLink>}
    />
  )
}
