// "Is my work safe?", answered in the header at all times. Neutral without signal; never red.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { usePhoneView } from '#app/phone/use-phone.ts'
import { summaryOf } from '#app/records/letterbox-summary.ts'
import { StatePill } from '#app/ui/state-pill.tsx'

/** `isTight`: beside the way back there is no room for the time on a phone; it is still heard, and one tap away. */
export const LetterboxPill = ({ isTight }: { isTight: boolean }) => {
  const t = useWords('common')
  const { time } = useFormat()
  const { desk, isCarrying, letterbox } = usePhoneView()
  if (desk === undefined) return null
  const { needsYou, waiting: records } = summaryOf(desk)
  // A removal that waits belongs to no record on the list.
  const waiting = Math.max(records, letterbox.waitingChanges > 0 ? 1 : 0)
  const heard = letterbox.lastContact === undefined ? undefined : time(letterbox.lastContact)
  if (needsYou > 0) {
    return (
      <StatePill standing="needs-you" href="/phone" short={needsYou}>
        {t('standing.waitForYou', { count: needsYou })}
      </StatePill>
    )
  }
  if (waiting > 0) {
    return (
      <StatePill standing={isCarrying ? 'sending' : 'saved'} href="/phone" short={waiting}>
        {t('standing.onPhone', { count: waiting })}
      </StatePill>
    )
  }
  return (
    <StatePill standing="has-it" href="/phone" short={isTight ? '' : heard}>
      {heard === undefined ? t('standing.allSent') : t('standing.hasItAt', { time: heard })}
    </StatePill>
  )
}
