// One record in a list: who, what and where, where it stands and whether two answers do, and the hour it was met, with the
// day when that is not today.
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { RecordStanding } from '#app/records/standing-of-record.tsx'
import { useRecordWords } from '#app/records/record-words.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { Row } from '#app/ui/list.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { StatePill } from '#app/ui/state-pill.tsx'
import { dayAt, dayOf } from '#domain/belgrade-time.ts'
import type { RecordType } from '#domain/records/record.ts'
import { isInDanger } from '#domain/review/urgent-board.ts'
import type { MergedRecord } from '#protocol/merge.ts'

type RecordRowProps = {
  record: MergedRecord
  /** Where a tap leads; the record's own screen when left out. */
  href?: string
  isOverdue?: boolean
  /** Where what hangs on it has, too. */
  hasTwoAnswers?: boolean
  /** What this list knows of it, before all else. */
  note?: string
}

const ICONS = {
  arrival: 'people',
  tally: 'again',
  referral: 'send',
  interpretation: 'speech',
  case: 'list',
  contact: 'again',
  follow_up: 'clock',
  bond: 'link',
  opening: 'show',
  question: 'speech',
  handout: 'food',
  stock: 'list',
  card_given: 'papers',
  sameness: 'link',
  accompaniment: 'people',
  shift: 'clock',
  dawn_count: 'bed',
  service_check: 'check',
  referral_card: 'papers'
} as const satisfies Record<RecordType, IconName>

export const RecordRow = ({ record, href, isOverdue, hasTwoAnswers, note }: RecordRowProps) => {
  const t = useWords('common')
  const { title, detail, hour } = useRecordWords()(record)
  const { shortDate } = useFormat()
  const today = dayAt(useClock()())
  const met = String(record.fields['met'] ?? '')
  const day = met === '' || dayOf(met) === today ? '' : shortDate(dayOf(met))
  return (
    <Row
      href={href ?? `/records/${record.id}`}
      icon={ICONS[record.type]}
      title={title}
      detail={
        note === undefined ? (
          detail
        ) : (
          <>
            {note} · {detail}
          </>
        )
      }
      age={
        <>
          {day} <Ltr>{hour}</Ltr>
        </>
      }
      isOverdue={isOverdue === true}
      isUrgent={isInDanger(record)}
      state={
        <>
          {(hasTwoAnswers || record.disputed.length > 0) && (
            <StatePill standing="needs-you">{t('standing.twoAnswers')}</StatePill>
          )}
          <RecordStanding record={record} />
        </>
      }
    />
  )
}
