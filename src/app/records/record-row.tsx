// One record in a list: who, what and where, where it stands, and the hour it was met.
import { RecordStanding } from '#app/records/standing-of-record.tsx'
import { useRecordWords } from '#app/records/record-words.ts'
import { Row } from '#app/ui/list.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import type { MergedRecord } from '#protocol/merge.ts'

type RecordRowProps = {
  record: MergedRecord
  /** Where a tap leads; the record's own screen when left out. */
  href?: string
  isOverdue?: boolean
}

const ICONS = { arrival: 'people', tally: 'again', referral: 'send' } as const

export const RecordRow = ({ record, href, isOverdue }: RecordRowProps) => {
  const { title, detail, hour } = useRecordWords()(record)
  const urgent = record.fields['urgent']
  return (
    <Row
      href={href ?? `/records/${record.id}`}
      icon={ICONS[record.type]}
      title={title}
      detail={detail}
      age={<Ltr>{hour}</Ltr>}
      isOverdue={isOverdue === true}
      isUrgent={Array.isArray(urgent) && urgent.length > 0}
      state={<RecordStanding record={record} />}
    />
  )
}
