// Until when the next step of a referral is due, and for how long it has been overdue.
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { dueOfReferral } from '#app/records/due-of-referral.ts'
import { Notice } from '#app/ui/notice.tsx'
import { dayAt } from '#domain/belgrade-time.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const AnswerBy = ({ record }: { record: MergedRecord }) => {
  const t = useWords('record')
  const format = useFormat()
  const words = useDirectoryWords()
  const desk = useDesk()
  const now = useClock()()
  const due = dueOfReferral(record, desk.asideOf(record.id), now)
  if (due === undefined || !due.isWaiting) return null
  const by = t('answerBy', { day: words.day(dayAt(due.by), now), time: format.time(due.by) })
  if (due.hoursOver === 0) return <p>{by}</p>
  return (
    <Notice tone="needs-you" title={t('overdue', { count: due.hoursOver })}>
      {by} {desk.identity.role !== 'partner' && t('overdueWhat')}
    </Notice>
  )
}
