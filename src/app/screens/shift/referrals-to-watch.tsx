// Referrals the next team has to think of: those nobody answered in time, and those with an hour that is still to come.
import { useMemo } from 'react'
import { useFormat, useWords } from '#app/language/language-context.tsx'
import { useClock, useDesk } from '#app/phone/use-phone.ts'
import { RecordList } from '#app/records/record-list.tsx'
import { useRecordWords } from '#app/records/record-words.tsx'
import { overdueFor } from '#app/screens/today/overdue-referrals.tsx'
import { Section } from '#app/ui/card.tsx'
import { List, Row } from '#app/ui/list.tsx'
import { Ltr } from '#app/ui/ltr.tsx'
import { dayOf, shiftHourAt } from '#domain/belgrade-time.ts'
import { findCode } from '#domain/review/dated-record.ts'
import { appointmentsFrom } from '#domain/review/hand-over.ts'

export const ReferralsToWatch = () => {
  const t = useWords('shift')
  const review = useWords('review')
  const format = useFormat()
  const desk = useDesk()
  const recordWords = useRecordWords()
  const hour = shiftHourAt(useClock()())
  const records = desk.records()
  const late = useMemo(() => overdueFor(records, { author: undefined, hour }), [records, hour])
  const expected = useMemo(() => appointmentsFrom(records, hour), [records, hour])
  return (
    <>
      {late.length > 0 && (
        <Section title={review('toCheck.overdue', { count: late.length })}>
          <RecordList
            records={late.flatMap((id) => desk.findRecord(id) ?? [])}
            step={late.length}
            isOverdue={() => true}
          />
        </Section>
      )}
      {expected.length > 0 && (
        <Section title={t('appointments')}>
          <List>
            {expected.map((referral) => {
              const at = findCode(referral.fields, 'appointment') ?? hour
              const { title, detail } = recordWords(referral)
              return (
                <Row
                  key={referral.id}
                  href={`/records/${referral.id}`}
                  icon="clock"
                  title={title}
                  detail={detail}
                  age={
                    <>
                      {format.shortDate(dayOf(at))} <Ltr>{`${at.slice(11)}:00`}</Ltr>
                    </>
                  }
                />
              )
            })}
          </List>
        </Section>
      )}
    </>
  )
}
