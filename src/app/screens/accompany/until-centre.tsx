// Once there is a certificate: until when the people have to be at the centre on it, or what to do when that has passed.
import { useCases } from '#app/cases/use-cases.ts'
import { useDueWords } from '#app/cases/due-words.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { Notice } from '#app/ui/notice.tsx'
import { DEADLINES, deadlinesOf } from '#domain/deadlines.ts'
import type { MergedRecord } from '#protocol/merge.ts'

export const UntilCentre = ({ kase }: { kase: MergedRecord }) => {
  const t = useWords('case')
  const cases = useCases()
  const dueWords = useDueWords()
  const now = useClock()()
  const deadline = deadlinesOf(kase.fields, now, cases.exactEventsOf(kase)).find(
    ({ code }) => code === 'report_to_centre'
  )
  if (deadline === undefined) return null
  return (
    <Notice tone={deadline.isPast ? 'needs-you' : 'info'} title={t('deadlines.codes.report_to_centre')}>
      <p>{dueWords(deadline, now)}</p>
      {deadline.isPast && <p>{t(`deadlines.missed.${DEADLINES.report_to_centre.missed}`)}</p>}
    </Notice>
  )
}
