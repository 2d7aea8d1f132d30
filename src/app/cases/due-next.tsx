// What runs out next: the law's deadlines and what somebody comes back for, over all open cases, and when a partner expects people.
import { useMemo } from 'react'
import { useDueWords } from '#app/cases/due-words.ts'
import { useCases } from '#app/cases/use-cases.ts'
import { useMinute } from '#app/cases/use-minute.ts'
import { useDayAndTime } from '#app/language/day-and-time.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { dueSoon } from '#domain/review/due-soon.ts'

type DueNextProps = {
  /** At most so many are shown. */
  limit: number
  /** Where appointments stand in a list of their own. */
  isOfCasesOnly?: boolean
}

/** Nothing is drawn while nothing runs out. */
export const DueNext = ({ limit, isOfCasesOnly = false }: DueNextProps) => {
  const t = useWords('board')
  const words = useWords('case')
  const desk = useDesk()
  const now = useMinute()
  const cases = useCases()
  const dueWords = useDueWords()
  const dayAndTime = useDayAndTime()
  const recordWords = useRecordWords()
  const records = desk.records()
  const all = useMemo(() => dueSoon(records, { now, exactEventsOf: cases.exactEventsOf }), [records, now, cases])
  const due = isOfCasesOnly ? all.filter(({ what }) => !('appointment' in what)) : all
  const labelOf = (what: (typeof due)[number]['what']): string => {
    if ('deadline' in what) return words(`deadlines.codes.${what.deadline}`)
    return 'followUp' in what ? words(`codes:followUps.${what.followUp}`) : words('codes:referralStates.appointment')
  }
  if (due.length === 0) return null
  return (
    <Section title={t('due')}>
      <List>
        {due.slice(0, limit).map(({ record, what, ...item }) => {
          const label = labelOf(what)
          return (
            <Row
              key={`${record.id} ${label} ${item.until}`}
              href={`/records/${record.id}`}
              icon="clock"
              title={label}
              detail={recordWords(record).title}
              state={'appointment' in what ? dayAndTime.ofHour(what.appointment) : dueWords(item, now)}
              isUrgent={item.isPast}
            />
          )
        })}
      </List>
    </Section>
  )
}
