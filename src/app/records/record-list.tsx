// Records one below the other, the first of them at once and the others when asked for: a thousand rows are never drawn.
import { useState } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { RecordRow } from '#app/records/record-row.tsx'
import { Button } from '#app/ui/button.tsx'
import { List } from '#app/ui/list.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

type RecordListProps = {
  records: readonly MergedRecord[]
  /** Where no heading names the list. */
  label?: string
  /** How many are shown before "Show more", and how many more each time. */
  step?: number
  hrefOf?: (record: MergedRecord) => string
  isOverdue?: (record: MergedRecord) => boolean
  /** Whoever comes back finds as many shown as there were when they left. */
  keptAs?: string
  /** What this list says of a record before all else. */
  noteOf?: (record: MergedRecord) => string
}

/** Give it a key that changes with what is asked for, so that another question begins at the top. */
export const RecordList = ({ records, label, step = 50, hrefOf, isOverdue, keptAs, noteOf }: RecordListProps) => {
  const t = useWords('people')
  const { count } = useFormat()
  const [shown, setShown] = useState(keptShown.get(keptAs) ?? step)
  if (records.length === 0) return null
  const left = records.length - shown
  const showMore = () => {
    if (keptAs !== undefined) keptShown.set(keptAs, shown + step)
    setShown(shown + step)
  }
  return (
    <>
      <List {...(label !== undefined && { label })}>
        {records.slice(0, shown).map((record) => (
          <RecordRow
            key={record.id}
            record={record}
            isOverdue={isOverdue?.(record) === true}
            {...(hrefOf && { href: hrefOf(record) })}
            {...(noteOf && { note: noteOf(record) })}
          />
        ))}
      </List>
      {left > 0 && (
        <Button isWide onClick={showMore}>
          {t('showMore', { next: count(Math.min(step, left)), left: count(left) })}
        </Button>
      )}
    </>
  )
}

const keptShown = new Map<string | undefined, number>()
