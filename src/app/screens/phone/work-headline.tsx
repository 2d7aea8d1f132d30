// The state of one's work in a sentence, and when the team was last heard of.
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { summaryOf } from '#app/records/letterbox-summary.ts'
import { workStateOf } from '#app/screens/phone/own-work.ts'
import { Notice, type Tone } from '#app/ui/notice.tsx'
import { dayAt } from '#domain/belgrade-time.ts'

const TONES = {
  needs_you: 'needs-you',
  waiting: 'info',
  changes_wait: 'info',
  all_sent: 'has-it',
  nothing_yet: 'info'
} as const satisfies Record<string, Tone>

export const WorkHeadline = () => {
  const { t } = useTranslation('phone')
  const format = useFormat()
  const now = useClock()
  const desk = useDesk()
  const { waitingChanges, lastContact } = desk.letterbox()
  const work = workStateOf({ summary: summaryOf(desk), waitingChanges, lastContact })
  const when = (at: number) =>
    dayAt(at) === dayAt(now()) ? format.time(at) : `${format.shortDate(dayAt(at))}, ${format.time(at)}`
  return (
    <Notice
      tone={TONES[work.is]}
      role="status"
      title={'count' in work ? t(`work.${work.is}`, { count: work.count }) : t(`work.${work.is}`)}
    >
      {lastContact === undefined ? t('noWordYet') : t('lastWord', { when: when(lastContact) })}
    </Notice>
  )
}
