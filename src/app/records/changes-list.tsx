// Who changed what and when, from the changes themselves, in the order they are given.
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useWords } from '#app/language/language-context.tsx'
import { usePhoneName } from '#app/records/phone-name.ts'
import { List, Row } from '#app/ui/list.tsx'
import { type Change, nameOf } from '#protocol/change.ts'

type ChangesListProps = {
  changes: readonly Change[]
  /** `detail`: what stands beside whoever said it. */
  saidIn: (change: Change) => { title: string; detail?: string }
}

export const ChangesList = ({ changes, saidIn }: ChangesListProps) => {
  const t = useWords('case')
  const dayAndTime = useDayAndTime()
  const phoneName = usePhoneName()
  return (
    <List label={t('history.title')}>
      {changes.map((change) => {
        const { title, detail } = saidIn(change)
        const author = phoneName(change.author)
        return (
          <Row
            key={nameOf(change)}
            title={title}
            detail={detail ? `${author} · ${detail}` : author}
            age={dayAndTime.at(change.clock.at)}
          />
        )
      })}
    </List>
  )
}
