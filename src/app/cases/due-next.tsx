// What runs out next, over all open cases: the law's deadlines and what somebody comes back for.
import { useMemo } from 'react'
import { useDueWords } from '#app/cases/due-words.ts'
import { useCases } from '#app/cases/use-cases.ts'
import { useMinute } from '#app/cases/use-minute.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useDesk } from '#app/phone/use-phone.ts'
import { useRecordWords } from '#app/records/record-words.tsx'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { dueSoon } from '#domain/review/due-soon.ts'

/** Nothing is drawn while nothing runs out. At most `limit` are shown. */
export const DueNext = ({ limit }: { limit: number }) => {
  const t = useWords('board')
  const words = useWords('case')
  const desk = useDesk()
  const now = useMinute()
  const cases = useCases()
  const dueWords = useDueWords()
  const recordWords = useRecordWords()
  const records = desk.records()
  const due = useMemo(() => dueSoon(records, { now, exactEventsOf: cases.exactEventsOf }), [records, now, cases])
  if (due.length === 0) return null
  return (
    <Section title={t('due')}>
      <List>
        {due.slice(0, limit).map(({ kase, what, ...item }) => {
          const isDeadline = 'deadline' in what
          const label = isDeadline
            ? words(`deadlines.codes.${what.deadline}`)
            : words(`codes:followUps.${what.followUp}`)
          return (
            <Row
              key={`${kase.id} ${label} ${item.until}`}
              href={`/records/${kase.id}`}
              icon="clock"
              title={label}
              detail={recordWords(kase).title}
              state={dueWords(item, now)}
              isUrgent={item.isPast}
            />
          )
        })}
      </List>
    </Section>
  )
}
