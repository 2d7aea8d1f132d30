// The state of one's work in a sentence, and when the team was last heard of.
import { useTranslation } from 'react-i18next'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { summaryOf } from '#app/records/letterbox-summary.ts'
import { workStateOf } from '#app/screens/phone/own-work.ts'
import { Notice, type Tone } from '#app/ui/notice.tsx'

const TONES = {
  needs_you: 'needs-you',
  waiting: 'info',
  changes_wait: 'info',
  all_sent: 'has-it',
  nothing_yet: 'info'
} as const satisfies Record<string, Tone>

export const WorkHeadline = () => {
  const { t } = useTranslation('phone')
  const dayAndTime = useDayAndTime()
  const now = useClock()
  const desk = useDesk()
  const { waitingChanges, lastContact } = desk.letterbox()
  const work = workStateOf({ summary: summaryOf(desk), waitingChanges, lastContact })
  return (
    <Notice
      tone={TONES[work.is]}
      role="status"
      title={'count' in work ? t(`work.${work.is}`, { count: work.count }) : t(`work.${work.is}`)}
    >
      {lastContact === undefined ? t('noWordYet') : t('lastWord', { when: dayAndTime.lately(lastContact, now()) })}
    </Notice>
  )
}
