// Said where a month has settled by the calendar, and this phone has not heard of all of it.
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useWords } from '#app/language/language-context.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** When this phone last had all there was, and now, in milliseconds since 1970 UTC. */
type LastWordProps = { caughtUpAt: number | undefined; now: number }

export const LastWord = ({ caughtUpAt, now }: LastWordProps) => {
  const t = useWords('phone')
  const dayAndTime = useDayAndTime()
  return (
    <Notice tone="needs-you">
      {caughtUpAt === undefined ? t('noWordYet') : t('lastWord', { when: dayAndTime.lately(caughtUpAt, now) })}
    </Notice>
  )
}
