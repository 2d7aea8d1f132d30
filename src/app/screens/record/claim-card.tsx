// One of the answers that stand: what it says, who said it and when, and the button that keeps it.
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import type { Claim } from '#app/screens/record/claims.ts'
import { usePhoneName } from '#app/records/phone-name.ts'
import styles from '#app/screens/record/record.module.css'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

type ClaimCardProps = {
  claim: Claim
  words: string
  /** What else stands behind it. */
  details: readonly string[]
  keep: string
  /** Left out where it is not this person's to keep. */
  onKeep?: () => void
}

export const ClaimCard = ({ claim, words, details, keep, onKeep }: ClaimCardProps) => {
  const t = useWords('record')
  const partner = useWords('partner')
  const { role } = useDesk().identity
  const format = useFormat()
  const dayAndTime = useDayAndTime()
  const phoneName = usePhoneName()
  const now = useClock()()
  return (
    <Card>
      <p className={styles.claim}>{words}</p>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      <p className={styles.said}>
        {format.list(claim.authors.map(phoneName))} · {dayAndTime.lately(claim.at, now)}
      </p>
      {onKeep === undefined ? (
        <p>{role === 'partner' ? partner('ask') : t('codes:followUps.ask_lead')}</p>
      ) : (
        <Button isWide onClick={onKeep}>
          {keep}
          <VisuallyHidden>: {words}</VisuallyHidden>
        </Button>
      )}
    </Card>
  )
}
