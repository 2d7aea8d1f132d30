// Where one record stands, as one glyph and a word.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { StatePill } from '#app/ui/state-pill.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

const LOOKS = { here: 'saved', sending: 'sending', team: 'has-it', needs_you: 'needs-you' } as const

export const RecordStanding = ({ record }: { record: MergedRecord }) => {
  const t = useWords('common')
  const { time } = useFormat()
  const standing = useDesk().standingOf(record)
  const words = {
    here: () => t('standing.saved'),
    sending: () => t('standing.sending'),
    team: () =>
      standing.state === 'team' && standing.at !== undefined
        ? t('standing.hasItAt', { time: time(standing.at) })
        : t('standing.hasIt'),
    needs_you: () => t('standing.needsYou')
  }
  return <StatePill standing={LOOKS[standing.state]}>{words[standing.state]()}</StatePill>
}
