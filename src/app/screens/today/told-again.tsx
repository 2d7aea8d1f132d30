// For the lead: somebody waits for what is due at once. Said again after 15, 30 and 60 minutes, in words that name nobody
// and nothing.
import { useEffect, useMemo } from 'react'
import { saidAt } from '#app/cases/said-at.ts'
import { useMinute } from '#app/cases/use-minute.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { buzz } from '#app/ui/buzz.ts'
import { Notice } from '#app/ui/notice.tsx'
import { urgentBoard } from '#domain/review/urgent-board.ts'

export const ToldAgain = () => {
  const t = useWords('board')
  const act = useWords('act')
  const desk = useDesk()
  const now = useMinute()
  const records = desk.records()
  const isAnswering = desk.identity.role === 'lead' || desk.identity.role === 'admin'
  const late = useMemo(
    () => (isAnswering ? urgentBoard(records, { now, saidAt }).filter(({ waited }) => waited > 0) : []),
    [isAnswering, records, now]
  )
  const longest = Math.max(0, ...late.map(({ waited }) => waited))
  useEffect(() => {
    if (longest > 0) buzz('urgent')
  }, [longest, late.length])
  if (longest === 0) return null
  return (
    <Notice
      key={`${late.length} ${longest}`}
      tone="urgent"
      role="alert"
      isDense
      title={t('again', { count: late.length })}
      actions={<ButtonLink href="/board">{t('title')}</ButtonLink>}
    >
      {act('waited', { count: longest })}
    </Notice>
  )
}
